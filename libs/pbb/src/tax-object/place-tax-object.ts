import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, invalidFields, notFound, type Tx } from '#platform';
import { AREA_JOINS, AREA_PATH } from './area-columns.js';

/** Says where an object lies, whatever its list says; from then on no list moves it. */
@Injectable()
export class PlaceTaxObject {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param areaId null gives the object back to its list @throws DomainError 404; 422 for an area that is not here */
  async run(actor: Actor, id: string, areaId: string | null): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const locked = await tx.one('select 1 from tax_objects where village_id = $1 and id = $2 for update', [actor.unitId, id]);
      if (!locked) throw notFound();
      const before = await placeOf(tx, id);
      if (areaId === null) await placeAsListed(tx, id);
      else await placeByHand(tx, id, areaId);
      const after = await placeOf(tx, id);
      if (before.id === after.id && before.byHand === after.byHand) return;
      audit(tx, { action: 'tax-object.placed', subjectType: 'tax-object', subjectId: id, detail: { area: [before.path, after.path], byHand: after.byHand } });
    });
  }
}

async function placeByHand(tx: Tx, id: string, areaId: string): Promise<void> {
  // The lock keeps the area from being removed meanwhile.
  const area = await tx.one('select 1 from areas where village_id = $1 and id = $2 for key share', [tx.actor.unitId, areaId]);
  if (!area) throw invalidFields([{ field: 'areaId', code: 'UNKNOWN', message: 'Wilayah ini tidak ada di sini.' }]);
  await tx.query('update tax_objects set area_id = $3, area_by_hand = true, updated_at = $4 where village_id = $1 and id = $2', [tx.actor.unitId, id, areaId, tx.now]);
}

async function placeAsListed(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update tax_objects set area_id = (select p.area_id from app.areas_of_places($1, array[place], array[rw], array[rt]) p), area_by_hand = false, updated_at = $3 where village_id = $1 and id = $2`,
    [tx.actor.unitId, id, tx.now],
  );
}

interface Place {
  readonly id: string | null;
  readonly path: string | null;
  readonly byHand: boolean;
}

async function placeOf(tx: Tx, id: string): Promise<Place> {
  const place = await tx.one<Place>(`select o.area_id as id, ${AREA_PATH} as path, o.area_by_hand as "byHand" from tax_objects o ${AREA_JOINS} where o.village_id = $1 and o.id = $2`, [tx.actor.unitId, id]);
  if (!place) throw notFound();
  return place;
}
