import type { Actor, Database, Question, Tx } from '#platform';
import type { PlainDate } from '#values';
import { type DatedValue, inForce } from './in-force.js';
import { allSettings, type KnownSetting } from './known-settings.js';
import type { SettingDto } from './setting.dto.js';

export interface ResolvedSetting<T> {
  readonly value: T;
  readonly source: 'village' | 'regency' | 'default';
  readonly effectiveFrom: PlainDate | null;
}

/** Village override, else regency default, else the shipped one; each the newest in force on `on`. */
export async function resolveSetting<T>(tx: Tx, known: KnownSetting<T>, on: PlainDate): Promise<ResolvedSetting<T>> {
  const { sql, values } = settingQuestion(tx.actor.unitId, known, on);
  return settingFrom(known, await tx.query<SettingRow<T>>(sql, values));
}

export interface SettingRow<T> {
  readonly value: T;
  readonly source: 'village' | 'regency';
  readonly effective_from: PlainDate;
}

/** The question alone, for a verb that asks several at once; `settingFrom` reads the answer. */
export function settingQuestion(unitId: number, known: KnownSetting<unknown>, on: PlainDate): Question {
  return {
    sql: `(select value, 'village' as source, effective_from from village_settings where village_id = $1 and key = $2 and effective_from <= $3 order by effective_from desc limit 1)
     union all
     (select value, 'regency', effective_from from regency_settings where key = $2 and effective_from <= $3 order by effective_from desc limit 1)
     limit 1`,
    values: [unitId, known.key, on],
  };
}

export function settingFrom<T>(known: KnownSetting<T>, [row]: readonly SettingRow<T>[]): ResolvedSetting<T> {
  return row ? { value: row.value, source: row.source, effectiveFrom: row.effective_from } : { value: known.default, source: 'default', effectiveFrom: null };
}

/** The value alone. */
export async function settingOn<T>(tx: Tx, known: KnownSetting<T>, on: PlainDate): Promise<T> {
  return (await resolveSetting(tx, known, on)).value;
}

/** Every setting as it holds on `on` where the actor is; in the regency's office its defaults. */
export async function listSettings(database: Database, actor: Actor, on: PlainDate): Promise<SettingDto[]> {
  const known = allSettings().filter((one) => !one.regencyOnly || actor.unitId === 0);
  const stored = await database.readVillage<DatedValue>(actor, {
    name: 'villages-settings',
    text: `select key, 'village' as source, value, effective_from as "effectiveFrom" from village_settings where village_id = $1 and key = any($2)
           union all
           select key, 'regency', value, effective_from from regency_settings where key = any($2)`,
    values: [actor.unitId, known.map((one) => one.key)],
  });
  return known.map((one) => ({ key: one.key, label: one.label, ...inForce(one, stored, on) }));
}
