import { cleanText, PLAIN_TEXT } from '#imports';
import { findUnprintable } from '#values';
import { fieldLabel, type ResidentColumn } from './resident-columns.js';
import type { RowInCheck } from './row-in-check.js';

/**
 * The words of a cell; a number as its digits. Null with a warning for a formula's error sign and for a certificate number
 * such as 12/5/2001, which the spreadsheet took for a date: nobody can tell what it was.
 */
export function readWords(row: RowInCheck, column: ResidentColumn): string | null {
  const cell = row.cell(column);
  switch (cell.kind) {
    case 'text':
      return cleanText(cell.value);
    case 'number':
      return String(cell.value);
    case 'date':
      return row.warn(column, 'TEXT_BECAME_DATE');
    case 'error':
      return row.warn(column, 'CELL_ERROR');
    default:
      return null;
  }
}

/** Text a letter may print: characters no document font has are left out, what is over `longest` is cut, both with a warning. */
export function readText(row: RowInCheck, column: ResidentColumn, longest: number): string | null {
  let text = readWords(row, column);
  if (text === null) return null;
  if (!PLAIN_TEXT.test(text) && findUnprintable(text)) {
    row.warn(column, 'TEXT_CHARACTER');
    text = cleanText([...text].filter((character) => findUnprintable(character) === null).join(''));
    if (text === null) return null;
  }
  if (text.length <= longest) return text;
  row.warn(column, 'TEXT_SHORTENED', `${fieldLabel(column)} lebih dari ${longest} huruf; sisanya dipotong.`);
  return text.slice(0, longest).trimEnd();
}

/** A document's number: half of it would be a wrong number, so another length than allowed drops it with a warning. */
export function readNumberText(row: RowInCheck, column: ResidentColumn, longest: number, shortest = 1): string | null {
  const text = readWords(row, column);
  if (text === null || text === '0') return null;
  if (text.length >= shortest && text.length <= longest) return text;
  const bounds = shortest > 1 ? `${shortest}–${longest}` : `paling banyak ${longest}`;
  return row.warn(column, 'TEXT_LENGTH', `${fieldLabel(column)} harus ${bounds} huruf; dikosongkan.`);
}

/** Digits with an optional `+`; separators dropped. */
export function readPhone(row: RowInCheck): string | null {
  const text = readWords(row, 'phone');
  if (text === null || text === '0') return null;
  const phone = text.replace(/[\s().-]/g, '');
  return /^\+?\d{5,15}$/.test(phone) ? phone : row.warn('phone', 'CONTACT_UNREADABLE', 'Nomor telepon tidak terbaca; dikosongkan.');
}

export function readEmail(row: RowInCheck): string | null {
  const text = readWords(row, 'email');
  if (text === null) return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 100 ? text.toLowerCase() : row.warn('email', 'CONTACT_UNREADABLE', 'Alamat email tidak terbaca; dikosongkan.');
}

/** Decimal degrees, with comma or point. 0 is where no Indonesian village lies: unknown. */
export function readCoordinate(row: RowInCheck, column: 'latitude' | 'longitude'): number | null {
  const text = readWords(row, column);
  if (text === null) return null;
  const degrees = /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (degrees === 0) return null;
  const bound = column === 'latitude' ? 90 : 180;
  return Math.abs(degrees) <= bound ? degrees : row.warn(column, 'COORDINATE_UNREADABLE', `${fieldLabel(column)} tidak terbaca; dikosongkan.`);
}
