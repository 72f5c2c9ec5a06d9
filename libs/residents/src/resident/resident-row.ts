import { ageOn, maskNik, type PlainDate } from '#values';
import { type AreaColumns, areaNames } from '../area-path.js';
import { displayLabel } from '../code-table/code-table.js';
import { familyPositionTable } from '../code-table/family-tables.js';
import { STATUS_CODES, type StatusWord } from './resident-filter.js';
import type { FamilyMemberDto, ResidentRowDto } from './resident.dto.js';

const STATUS_BY_CODE = new Map<number, StatusWord>(Object.entries(STATUS_CODES).map(([word, code]) => [code, word as StatusWord]));

/** Columns of a row in a list, of `residents r`. */
export const ROW_COLUMNS = 'r.id, r.name, r.nik, r.temporary_nik, r.sex, r.birth_date, r.family_id, r.family_position, r.basic_status, r.area_id';

export interface PersonColumns {
  id: string;
  name: string;
  nik: string;
  temporary_nik: boolean;
  sex: number;
  birth_date: PlainDate;
  family_id: string;
  family_position: number;
  basic_status: number;
}

export type ResidentColumns = PersonColumns & AreaColumns;

export function residentRow(row: ResidentColumns, today: PlainDate): ResidentRowDto {
  const { hamlet, rw, rt } = areaNames(row);
  return {
    id: row.id,
    name: row.name,
    nikMasked: maskNik(row.nik),
    temporaryNik: row.temporary_nik,
    sex: row.sex === 1 ? 'L' : 'P',
    birthDate: row.birth_date,
    age: ageOn(row.birth_date, today),
    hamlet,
    rw,
    rt,
    familyId: row.family_id,
    familyPosition: displayLabel(familyPositionTable, row.family_position) ?? '',
    status: statusWord(row.basic_status),
  };
}

export function familyMember(row: PersonColumns, today: PlainDate): FamilyMemberDto {
  return {
    id: row.id,
    name: row.name,
    familyPosition: displayLabel(familyPositionTable, row.family_position) ?? '',
    age: ageOn(row.birth_date, today),
    sex: row.sex === 1 ? 'L' : 'P',
    status: statusWord(row.basic_status),
    temporaryNik: row.temporary_nik,
  };
}

export const statusWord = (code: number): StatusWord => STATUS_BY_CODE.get(code) ?? 'invalid';
