import { v7 as uuidv7 } from 'uuid';
import { sortName, tokensOf } from '../../libs/residents/src/resident/name-tokens.js';
import { asOwner } from './database.js';

export interface BuiltResident {
  readonly id: string;
  readonly familyId: string;
  readonly familyNumber: string;
  readonly nik: string;
  readonly name: string;
}

export interface ResidentParts {
  readonly name: string;
  readonly nik: string;
  readonly sex: 1 | 2;
  readonly birthDate: string;
  /** 1 = head */
  readonly familyPosition: number;
  /** 1 = living here */
  readonly basicStatus: number;
  /** A family built before; a new one when left out. */
  readonly family: Pick<BuiltResident, 'familyId' | 'familyNumber'>;
  readonly familyNumber: string;
  readonly areaId: string | null;
}

let serial = 0;

/** A person in the register with family, search words and opening event, made as the owner; whatever is not said is plausible. */
export async function buildResident(unitId: number, parts: Partial<ResidentParts> = {}): Promise<BuiltResident> {
  serial += 1;
  const { name = 'Siti Aminah', sex = 2, birthDate = '1988-01-21', familyPosition = 1, basicStatus = 1, areaId = null } = parts;
  const familyId = parts.family?.familyId ?? uuidv7();
  const familyNumber = parts.family?.familyNumber ?? parts.familyNumber ?? `35079901012${String(10_000 + serial)}`;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const nik = parts.nik ?? `350799${String(Number(day) + (sex === 2 ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
  const id = uuidv7();
  const now = new Date();
  if (!parts.family) await asOwner('insert into families (village_id, id, number, address, area_id, created_at) values ($1, $2, $3, $4, $5, $6)', [unitId, familyId, familyNumber, 'JL MAWAR 3', areaId, now]);
  await asOwner(
    `insert into residents (village_id, id, family_id, area_id, birth_date, sex, basic_status, family_position, nik, name, sort_name, birth_place, address, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'MALANG', 'JL MAWAR 3', $12, $12)`,
    [unitId, id, familyId, areaId, birthDate, sex, basicStatus, familyPosition, nik, name, sortName(name), now],
  );
  await asOwner('insert into resident_tokens (village_id, token, resident_id) select $1, unnest($2::text[]), $3', [unitId, tokensOf(name), id]);
  await asOwner(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by_name, recorded_at) values ($1, $2, 'opening', $3, '2026-01-01', 'Operator Uji', $4)`,
    [unitId, uuidv7(), id, now],
  );
  return { id, familyId, familyNumber, nik, name };
}

/** A hamlet with one RW and one RT. */
export async function buildArea(unitId: number, hamlet: string): Promise<{ hamletId: string; rwId: string; rtId: string }> {
  const [hamletId, rwId, rtId] = [uuidv7(), uuidv7(), uuidv7()];
  await asOwner(
    `insert into areas (village_id, id, kind, name, parent_id) values ($1, $2, 'hamlet', $5, null), ($1, $3, 'rw', '001', $2), ($1, $4, 'rt', '002', $3)`,
    [unitId, hamletId, rwId, rtId, hamlet],
  );
  return { hamletId, rwId, rtId };
}
