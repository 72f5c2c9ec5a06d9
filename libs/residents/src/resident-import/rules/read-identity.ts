import { digitsFromNumericCell, type FamilyNumber, isTemporaryNik, type Nik, parseFamilyNumber, parseNik, type Refusal } from '#values';
import { type IssueCode, RESIDENT_ISSUES } from './import-issue.js';
import { fieldLabel, type ResidentColumn } from './resident-columns.js';
import type { RowInCheck } from './row-in-check.js';

/** How a spreadsheet writes a number that is too long for its column: `3,50722E+15`. */
const SCIENTIFIC = /^\s*'?\d(?:[.,]\d+)?E\+?\d{1,2}\s*$/i;
const DAMAGED: Refusal = { ok: false, code: 'NUMBER_CELL_DAMAGED', message: '' };

/** The NIK, or null when it is not issued yet (empty, `-`, 0), when it is unreadable, and then the row is out. */
export function readNik(row: RowInCheck): Nik | null {
  const digits = readDigits(row, 'nik');
  const nik = digits.ok ? parseNik(digits.value) : digits;
  if (nik.ok) return nik.value;
  if (nik.code === 'NIK_EMPTY') return row.warn('nik', 'NIK_TEMPORARY', 'NIK belum ada; dibuatkan NIK sementara.');
  return refuse(row, 'nik', nik);
}

/** The family number, or null when the row gets a temporary one of its own, or is out. */
export function readFamilyNumber(row: RowInCheck): FamilyNumber | null {
  const digits = readDigits(row, 'familyNumber');
  const number = digits.ok ? parseFamilyNumber(digits.value) : digits;
  if (number.ok) return number.value;
  if (number.code === 'FAMILY_NUMBER_EMPTY') {
    return row.warn('familyNumber', 'FAMILY_NUMBER_TEMPORARY', 'Nomor KK belum ada; orang ini dicatat dalam keluarga sementara sendiri.');
  }
  return refuse(row, 'familyNumber', number);
}

/** A parent's NIK: unreadable ones are dropped with a warning, for they identify nobody here. */
export function readParentNik(row: RowInCheck, column: 'fatherNik' | 'motherNik'): Nik | null {
  if (row.cell(column).kind === 'empty') return null;
  const digits = readDigits(row, column);
  const nik = digits.ok ? parseNik(digits.value) : digits;
  if (nik.ok) return nik.value;
  return nik.code === 'NIK_EMPTY' ? null : row.warn(column, 'PARENT_NIK_DROPPED', `${fieldLabel(column)} tidak terbaca; dikosongkan.`);
}

type Digits = { readonly ok: true; readonly value: string } | Refusal;

/** The text of the cell as the parsers take it. Numbers have often lost digits; what cannot be told is said or refused. */
function readDigits(row: RowInCheck, column: ResidentColumn): Digits {
  const cell = row.cell(column);
  if (cell.kind === 'text') return SCIENTIFIC.test(cell.value) ? DAMAGED : { ok: true, value: cell.value };
  if (cell.kind === 'date' || cell.kind === 'error') return DAMAGED;
  if (cell.kind !== 'number') return { ok: true, value: '' };
  const numeric = digitsFromNumericCell(cell.value);
  if (!numeric.ok) return numeric;
  if (numeric.doubtful) row.warn(column, 'NUMBER_CELL_DOUBTFUL', `${fieldLabel(column)} tersimpan sebagai angka dan berakhiran 0.`);
  // A temporary number starts with 0, which a number cannot keep.
  const padded = `0${numeric.digits}`;
  return { ok: true, value: isTemporaryNik(padded) ? padded : numeric.digits };
}

function refuse(row: RowInCheck, column: 'nik' | 'familyNumber', { code, message }: Refusal): null {
  const known: IssueCode = RESIDENT_ISSUES.knows(code) ? code : 'NUMBER_CELL_DAMAGED';
  if (known === 'NUMBER_CELL_DAMAGED') return row.reject(column, known, `${fieldLabel(column)} sudah rusak: tersimpan sebagai angka.`);
  const letterO = known.endsWith('NOT_DIGITS') && /o/i.test(String(row.cell(column).value));
  return row.reject(column, known, message, letterO ? 'Ganti huruf O dengan angka 0.' : undefined);
}
