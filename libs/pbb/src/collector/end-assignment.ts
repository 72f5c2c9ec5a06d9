import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Clock, Database, notFound } from '#platform';

/** A collector no longer goes to a place, and nobody goes there in their stead; the area around it decides again. */
@Injectable()
export class EndAssignment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404, also for one that has ended */
  async run(actor: Actor, id: string): Promise<void> {
    const today = this.clock.today();
    await this.database.inVillage(actor, async (tx) => {
      const ended = await tx.one<{ collectorId: string; areaId: string | null; objectId: string | null }>(
        'update collector_assignments set ended_on = $3 where village_id = $1 and id = $2 and ended_on is null returning collector_id as "collectorId", area_id as "areaId", object_id as "objectId"',
        [actor.unitId, id, today],
      );
      if (!ended) throw notFound();
      audit(tx, { action: 'collector.unassigned', subjectType: 'collector', subjectId: ended.collectorId, detail: { areaId: ended.areaId, objectId: ended.objectId } });
    });
  }
}
