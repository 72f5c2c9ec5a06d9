import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Clock, Database, notFound } from '#platform';
import type { PlainDate } from '#values';
import { FieldChecks } from '../text/field-checks.js';
import { knownSetting, type KnownSetting } from './known-settings.js';
import { resolveSetting } from './setting.queries.js';
import { writeSetting } from './write-setting.js';

export interface SettingInput {
  readonly value: unknown;
  readonly effectiveFrom: string;
}

@Injectable()
export class SetSetting {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Decides a setting from a day on: today at the earliest, because what was done before followed the old one.
   * @throws DomainError NOT_FOUND (no such setting), INVALID_INPUT (value, effectiveFrom)
   */
  async run(actor: Actor, key: string, input: SettingInput): Promise<void> {
    const known = knownSetting(key);
    if (!known || (known.regencyOnly && actor.unitId !== 0)) throw notFound();
    const { value, effectiveFrom } = this.read(known, input);
    await this.database.inVillage(actor, async (tx) => {
      const before = await resolveSetting(tx, known, effectiveFrom);
      const own = actor.unitId === 0 ? 'regency' : 'village';
      const unchanged = before.source === own && JSON.stringify(before.value) === JSON.stringify(value);
      if (unchanged) return;
      await writeSetting(tx, known, value, effectiveFrom);
      audit(tx, { action: 'setting.changed', subjectType: 'setting', subjectId: key, detail: { value: [before.value, value], effectiveFrom: [before.effectiveFrom, effectiveFrom] } });
    });
  }

  private read(known: KnownSetting<unknown>, input: SettingInput): { value: unknown; effectiveFrom: PlainDate } {
    const checks = new FieldChecks();
    const value = known.schema.safeParse(input.value);
    if (!value.success) checks.refuse('value', 'SETTING_VALUE', known.advice);
    const effectiveFrom = checks.day('effectiveFrom', input.effectiveFrom);
    if (effectiveFrom < this.clock.today()) checks.refuse('effectiveFrom', 'SETTING_IN_THE_PAST', 'Aturan berlaku paling awal hari ini.');
    else if (known.yearly && !effectiveFrom.endsWith('-01-01')) checks.refuse('effectiveFrom', 'SETTING_NOT_NEW_YEAR', 'Aturan ini hanya dapat berganti pada 1 Januari.');
    checks.finish();
    return { value: value.data, effectiveFrom };
  }
}
