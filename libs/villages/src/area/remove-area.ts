import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { areaInUse, sqlState } from '../villages.errors.js';
import { areaById } from './area.queries.js';

@Injectable()
export class RemoveArea {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Only where nobody is recorded, nothing lies in it and no user works for it: the foreign keys say so. @throws DomainError NOT_FOUND, AREA_IN_USE (409) */
  async run(actor: Actor, id: string): Promise<void> {
    await this.database
      .inVillage(actor, async (tx) => {
        const area = await areaById(tx, id);
        await tx.query('delete from areas where village_id = $1 and id = $2', [actor.unitId, id]);
        audit(tx, { action: 'area.deleted', subjectType: 'area', subjectId: id, detail: { kind: area.kind, path: area.path } });
      })
      .catch((error: unknown) => {
        throw sqlState(error) === '23503' ? areaInUse() : error;
      });
  }
}
