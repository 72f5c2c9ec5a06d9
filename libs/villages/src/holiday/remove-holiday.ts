import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { isPlainDate } from '#values';
import { regencyOfficeOnly } from '../villages.errors.js';

@Injectable()
export class RemoveHoliday {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError REGENCY_OFFICE_ONLY (403), NOT_FOUND */
  async run(actor: Actor, day: string): Promise<void> {
    if (actor.unitId !== 0) throw regencyOfficeOnly();
    if (!isPlainDate(day)) throw notFound();
    await this.database.inVillage(actor, async (tx) => {
      const removed = await tx.one<{ name: string }>('delete from regency_holidays where day = $1 returning name', [day]);
      if (!removed) throw notFound();
      audit(tx, { action: 'holiday.removed', subjectType: 'holiday', subjectId: day, detail: { name: [removed.name, null] } });
    });
  }
}
