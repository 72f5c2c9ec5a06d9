import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { FieldChecks } from '../text/field-checks.js';
import { regencyOfficeOnly } from '../villages.errors.js';
import type { HolidayDto } from './holiday.dto.js';

@Injectable()
export class SetHoliday {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Enters or renames a holiday of the whole regency. @throws DomainError REGENCY_OFFICE_ONLY (403), INVALID_INPUT (day, name) */
  async run(actor: Actor, rawDay: string, rawName: string): Promise<HolidayDto> {
    if (actor.unitId !== 0) throw regencyOfficeOnly();
    const checks = new FieldChecks();
    const day = checks.day('day', rawDay);
    const name = checks.line('name', rawName, 100, 'Nama hari libur wajib diisi.');
    checks.finish();
    return this.database.inVillage(actor, async (tx) => {
      const before = await tx.one<{ name: string }>('select name from regency_holidays where day = $1 for update', [day]);
      if (before?.name === name) return { day, name };
      await tx.query('insert into regency_holidays (day, name) values ($1, $2) on conflict (day) do update set name = excluded.name', [day, name]);
      audit(tx, { action: 'holiday.set', subjectType: 'holiday', subjectId: day, detail: { name: [before?.name ?? null, name] } });
      return { day, name };
    });
  }
}
