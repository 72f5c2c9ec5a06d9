import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Clock, Database, invalidFields, newId, notFound } from '#platform';
import type { NewAssignmentDto } from './collector.dto.js';

/** Sends a collector to an area or to a single object; whoever went there before no longer does. */
@Injectable()
export class AssignCollector {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns the assignment's id @throws DomainError 404 for a collector who is not here; 422 for an area or object that is not */
  async run(actor: Actor, collectorId: string, { areaId, objectId }: NewAssignmentDto): Promise<{ id: string }> {
    const today = this.clock.today();
    if ((areaId === undefined) === (objectId === undefined)) throw invalidFields([{ field: 'areaId', code: 'ONE_OF_TWO', message: 'Pilih satu wilayah, atau satu objek pajak.' }]);
    return this.database.inVillage(actor, async (tx) => {
      const known = await tx.one<{ collector: boolean; place: boolean }>(
        `select exists (select from collectors where village_id = $1 and id = $2 and ended_on is null) as collector,
                exists (select from areas where village_id = $1 and id = $3) or exists (select from tax_objects where village_id = $1 and id = $4) as place`,
        [actor.unitId, collectorId, areaId ?? null, objectId ?? null],
      );
      if (!known?.collector) throw notFound();
      if (!known.place) throw invalidFields([areaId ? { field: 'areaId', code: 'UNKNOWN', message: 'Wilayah ini tidak ada di sini.' } : { field: 'objectId', code: 'UNKNOWN', message: 'Objek pajak ini tidak ada di sini.' }]);
      await tx.query('update collector_assignments set ended_on = $4 where village_id = $1 and ended_on is null and (area_id = $2 or object_id = $3)', [actor.unitId, areaId ?? null, objectId ?? null, today]);
      const id = newId();
      tx.write('insert into collector_assignments (village_id, id, collector_id, area_id, object_id, started_on) values ($1, $2, $3, $4, $5, $6)', [actor.unitId, id, collectorId, areaId ?? null, objectId ?? null, today]);
      audit(tx, { action: 'collector.assigned', subjectType: 'collector', subjectId: collectorId, detail: { areaId: areaId ?? null, objectId: objectId ?? null } });
      return { id };
    });
  }
}
