import type { Tx } from '#platform';
import type { PlainDate } from '#values';
import { AREA_COLUMNS, AREA_JOINS, type AreaColumns, areaNames, type AreaNames, areasWithin } from '../area-path.js';
import { reachOf } from '../reach.js';
import type { ResidentRecord } from '../resident-import/rules/resident-record.js';
import { RECORD_COLUMNS } from './resident-fields.js';

/** A resident with the family's number and the area's names: everything a letter or a correction needs to know. */
export interface RegisteredResident extends ResidentRecord {
  readonly id: string;
  readonly nik: string;
  readonly familyId: string;
  readonly familyNumber: string;
  readonly areaId: string | null;
  readonly version: number;
  readonly residentStatus: number;
  readonly temporaryNik: boolean;
  /** No card issued yet; `familyNumber` stands in for its number. */
  readonly temporaryFamilyNumber: boolean;
}

type Row = Omit<RegisteredResident, keyof AreaNames> & AreaColumns & { birthDate: PlainDate };

/**
 * The resident, or undefined when there is none, when another village has it, or when it lives outside the actor's
 * area. `lock` keeps it as it is until the transaction ends.
 */
export async function loadResident(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<RegisteredResident | undefined> {
  const reach = reachOf(tx.actor);
  const row = await tx.one<Row>(
    `select r.id, r.family_id as "familyId", r.area_id as "areaId", r.version, r.temporary_nik as "temporaryNik", ${RECORD_COLUMNS}, f.number as "familyNumber", f.temporary as "temporaryFamilyNumber", ${AREA_COLUMNS}
       from residents r join families f on f.village_id = $1 and f.id = r.family_id ${AREA_JOINS}
      where r.village_id = $1 and r.id = $2 ${reach ? `and r.area_id = any(${areasWithin('$3')})` : ''} ${options.lock ? 'for update of r' : ''}`,
    reach ? [tx.actor.unitId, id, reach] : [tx.actor.unitId, id],
  );
  if (!row) return undefined;
  const { area_kind, area_name, parent_kind, parent_name, hamlet_name, ...record } = row;
  return { ...record, ...areaNames({ area_kind, area_name, parent_kind, parent_name, hamlet_name }) };
}
