import { isPlainDate, parsePlainDate, type Parsed, type PlainDate } from '#values';
import { RESIDENT_ISSUES } from './import-issue.js';
import { fieldLabel, type ResidentColumn } from './resident-columns.js';
import type { RowInCheck } from './row-in-check.js';

/** A serial written as text, as CSV exports do: 10,000 is a day of 1927, 99,999 one of 2173. */
const SERIAL_TEXT = /^\d{5}$/;

/** The birth date; the row is out without one. */
export function readBirthDate(row: RowInCheck): PlainDate | null {
  const date = parseCell(row, 'birthDate');
  if (date.ok) return date.value <= row.context.today ? date.value : row.reject('birthDate', 'BIRTH_DATE_FUTURE');
  if (date.code === 'DATE_EMPTY') return row.reject('birthDate', 'REQUIRED_EMPTY', 'Tanggal lahir wajib diisi.', 'Isi dengan pola 17-08-1970.');
  return row.reject('birthDate', RESIDENT_ISSUES.knows(date.code) ? date.code : 'DATE_UNREADABLE', date.message);
}

/** A date the row can do without: unreadable ones are dropped with a warning. `past`: it cannot lie ahead. */
export function readDate(row: RowInCheck, column: ResidentColumn, { past }: { past: boolean }): PlainDate | null {
  if (row.cell(column).kind === 'empty') return null;
  const date = parseCell(row, column);
  if (!date.ok) {
    if (date.code === 'DATE_EMPTY') return null;
    return row.warn(column, RESIDENT_ISSUES.knows(date.code) ? date.code : 'DATE_UNREADABLE', `${fieldLabel(column)} dikosongkan: ${lowerFirst(date.message)}`);
  }
  if (past && date.value > row.context.today) return row.warn(column, 'DATE_FUTURE', `${fieldLabel(column)} dikosongkan: tanggalnya di masa depan.`);
  return date.value;
}

const EMPTY: Parsed<PlainDate> = { ok: false, code: 'DATE_EMPTY', message: '' };
const UNREADABLE: Parsed<PlainDate> = { ok: false, code: 'DATE_UNREADABLE', message: 'Tanggal tidak terbaca.' };
const YEAR_ONLY: Parsed<PlainDate> = { ok: false, code: 'DATE_YEAR_ONLY', message: 'Tanggal hanya berisi tahun.' };

function parseCell(row: RowInCheck, column: ResidentColumn): Parsed<PlainDate> {
  const cell = row.cell(column);
  switch (cell.kind) {
    case 'empty':
      return EMPTY;
    case 'date': {
      const day = cell.value.slice(0, 10);
      return isPlainDate(day) ? { ok: true, value: day } : UNREADABLE;
    }
    case 'number':
      return parseSerial(row, cell.value);
    case 'text': {
      if (isPlainDate(cell.value)) return { ok: true, value: cell.value };
      const text = cell.value.trim();
      return SERIAL_TEXT.test(text) || /^(?:0|\d{4})$/.test(text) ? parseSerial(row, Number(text)) : parsePlainDate(cell.value);
    }
    default:
      return UNREADABLE;
  }
}

/** 1970 in a column of dates is a year somebody typed, not 22 May 1905. */
function parseSerial(row: RowInCheck, serial: number): Parsed<PlainDate> {
  if (serial === 0) return EMPTY;
  if (serial >= 1800 && serial <= 2199 && Number.isInteger(serial)) return YEAR_ONLY;
  const day = row.context.dayOfSerial(serial);
  return day === null ? UNREADABLE : { ok: true, value: day };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
