import { cleanText } from '#imports';
import type { Sex } from '#values';
import { findCode } from '../../code-table/code-table.js';
import { CODE_TABLES, type CodeTableName } from '../../code-table/code-tables.js';
import { findMaritalStatus, MARITAL_STATUS, type MaritalStatus } from '../../code-table/family-tables.js';
import { contraceptionFits } from '../../code-table/health-tables.js';
import { SEX } from '../../code-table/person-tables.js';
import { fieldLabel, type ResidentColumn } from './resident-columns.js';
import type { RowInCheck } from './row-in-check.js';

export type CodedColumn = CodeTableName & ResidentColumn;

/** A code that is a must: `null` and the row is out when it is empty or unknown. */
export function readRequiredCode(row: RowInCheck, column: CodedColumn): number | null {
  const raw = rawCode(row, column);
  if (raw === null) return row.reject(column, 'REQUIRED_EMPTY', `${fieldLabel(column)} wajib diisi.`);
  return findCode(CODE_TABLES[column], raw) ?? row.reject(column, 'CODE_UNKNOWN', unknownMessage(column), example(column));
}

/** A code that may be missing; an unknown one is dropped with a warning. */
export function readCode(row: RowInCheck, column: CodedColumn): number | null {
  const raw = rawCode(row, column);
  if (raw === null) return null;
  return findCode(CODE_TABLES[column], raw) ?? row.warn(column, 'CODE_UNKNOWN', `${unknownMessage(column)} Dikosongkan.`, example(column));
}

/** Like `readCode`, with a word of warning when it is empty: religion belongs to every register. */
export function readExpectedCode(row: RowInCheck, column: CodedColumn): number | null {
  return rawCode(row, column) === null ? row.warn(column, 'USUALLY_FILLED', `${fieldLabel(column)} kosong.`) : readCode(row, column);
}

/** A code with a meaning when it is missing: WNI, living. An unknown one falls back to it, and the warning says so. */
export function readCodeOr(row: RowInCheck, column: CodedColumn, otherwise: number): number {
  const raw = rawCode(row, column);
  if (raw === null) return otherwise;
  const code = findCode(CODE_TABLES[column], raw);
  if (code !== null) return code;
  const label = CODE_TABLES[column].byCode.get(otherwise)?.official ?? '';
  row.warn(column, 'CODE_UNKNOWN', `${unknownMessage(column)} Dicatat sebagai ${label}.`, example(column));
  return otherwise;
}

const UNKNOWN_MARITAL: MaritalStatus = { code: 0, recorded: null };

/**
 * Marital status and whether it is recorded: the family card's own words say so; without them a certificate does. No
 * certificate in the list proves nothing, so it stays unknown rather than "belum tercatat".
 */
export function readMaritalStatus(row: RowInCheck, certificates: { marriage: string | null; divorce: string | null }): { code: number | null; recorded: boolean | null } {
  const raw = rawCode(row, 'maritalStatus');
  if (raw === null) return { code: null, recorded: null };
  const { code, recorded } = findMaritalStatus(raw) ?? UNKNOWN_MARITAL;
  if (code === 0) return { code: row.warn('maritalStatus', 'CODE_UNKNOWN', `${unknownMessage('maritalStatus')} Dikosongkan.`, example('maritalStatus')), recorded: null };
  const certificate = code === MARITAL_STATUS.married ? certificates.marriage : code === MARITAL_STATUS.divorced ? certificates.divorce : null;
  return { code, recorded: recorded ?? (certificate === null ? null : true) };
}

/** Pregnancy is dropped for men, silently when it says no. */
export function readPregnancy(row: RowInCheck, sex: Sex | null): number | null {
  const code = readCode(row, 'pregnancy');
  if (sex !== SEX.male || code === null) return code;
  return code === 1 ? row.warn('pregnancy', 'CODE_NOT_FOR_SEX', 'Hamil tercatat pada laki-laki; dikosongkan.') : null;
}

export function readContraception(row: RowInCheck, sex: Sex | null): number | null {
  const code = readCode(row, 'contraception');
  if (code === null || sex === null || contraceptionFits(code, sex)) return code;
  return row.warn('contraception', 'CODE_NOT_FOR_SEX', 'Cara KB tidak sesuai jenis kelamin; dikosongkan.');
}

/** Number or words of the cell; null when it is empty, `-`, or an optional 0 as some exports write for "not filled in". */
function rawCode(row: RowInCheck, column: ResidentColumn): number | string | null {
  const cell = row.cell(column);
  switch (cell.kind) {
    case 'number':
      return cell.value === 0 ? null : cell.value;
    case 'text': {
      // O- and A- are blood types; cleaning must not take their sign for an empty cell, and does not.
      const text = cleanText(cell.value);
      return text === '0' ? null : text;
    }
    case 'date':
    case 'error':
      return cell.value;
    default:
      return null;
  }
}

function unknownMessage(column: ResidentColumn): string {
  return `Pilihan ${lowerWords(fieldLabel(column))} tidak dikenal.`;
}

/** `Tulis ISLAM atau angka 1.` */
function example(column: CodedColumn): string {
  const first = CODE_TABLES[column].rows[0];
  const last = CODE_TABLES[column].rows.at(-1);
  if (column === 'occupation' && last) return `Pakai ${last.code} untuk lainnya.`;
  return first ? `Tulis misalnya ${first.official} atau angka ${first.code}.` : '';
}

function lowerWords(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
