import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Clock, Database, invalidFields, newId } from '#platform';
import { collectorExists } from '../pbb.errors.js';
import type { NewCollectorDto } from './collector.dto.js';

/** Gives somebody of the village a receipt book of their own. */
@Injectable()
export class RegisterCollector {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns the collector's id @throws DomainError 422 for a login that does not work here; 409 COLLECTOR_EXISTS */
  async run(actor: Actor, { userId, name, bookCode }: NewCollectorDto): Promise<{ id: string }> {
    const today = this.clock.today();
    return this.database.inVillage(actor, async (tx) => {
      const works = await tx.one<{ here: boolean }>('select app.works_here($1) as here', [userId]);
      if (!works?.here) throw invalidFields([{ field: 'userId', code: 'USER_UNKNOWN', message: 'Pengguna ini tidak terdaftar di kantor ini.' }]);
      const id = newId();
      const added = await tx.one('insert into collectors (village_id, id, user_id, name, book_code, started_on) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1', [actor.unitId, id, userId, name.trim(), bookCode, today]);
      if (!added) throw collectorExists();
      audit(tx, { action: 'collector.registered', subjectType: 'collector', subjectId: id, detail: { name: name.trim(), code: bookCode, userId } });
      return { id };
    });
  }
}
