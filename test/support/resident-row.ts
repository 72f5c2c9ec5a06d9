import type { Cell } from '#imports';
import { plainDate, type PlainDate } from '#values';
import { type CheckedRow, checkRow } from '../../libs/residents/src/resident-import/rules/check-row.js';
import { PLACE_OF, RESIDENT_COLUMNS, type ResidentColumn } from '../../libs/residents/src/resident-import/rules/resident-columns.js';
import type { ResidentRecord } from '../../libs/residents/src/resident-import/rules/resident-record.js';

/** A cell as a test writes it: text, a number, or any other kind in full. */
export type Raw = string | number | Cell;
export type Row = Partial<Record<ResidentColumn, Raw>>;

export const dateCell = (value: string): Cell => ({ kind: 'date', value });
export const formulaCell = (value: string | number | null): Cell => ({ kind: 'formula', value });

/** A row about which there is nothing to tell. */
export const GOOD: Row = {
  name: 'SITI AMINAH', nik: '3507264203870001', familyNumber: '3507260101150001', sex: '2', familyPosition: '3', birthDate: '02-03-1987', birthPlace: 'MALANG', religion: '1',
};

const serials: Record<number, string> = { 31_838: '1987-03-02' };
const context = { today: plainDate('2026-11-24'), dayOfSerial: (serial: number) => (serials[serial] ?? null) as PlainDate | null };

/** The good row with changes, checked on 24 November 2026. */
export function check(changes: Row = {}): CheckedRow {
  const row = { ...GOOD, ...changes };
  const cells = RESIDENT_COLUMNS.map(() => toCell(undefined));
  for (const column of RESIDENT_COLUMNS) cells[PLACE_OF[column]] = toCell(row[column]);
  return checkRow(cells, context);
}

/** `error nik NIK_LENGTH`, one for each issue. */
export const told = ({ issues }: CheckedRow): string[] => issues.map(({ severity, field, code }) => `${severity} ${field} ${code}`);
export const recordOf = (changes: Row): ResidentRecord | null => check(changes).record;

function toCell(raw: Raw | undefined): Cell {
  if (raw === undefined || raw === '') return { kind: 'empty', value: null };
  if (typeof raw === 'string') return { kind: 'text', value: raw };
  return typeof raw === 'number' ? { kind: 'number', value: raw } : raw;
}
