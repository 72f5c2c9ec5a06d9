import { fieldLabel } from './resident-columns.js';
import { readText, readWords } from './read-text.js';
import type { RowInCheck } from './row-in-check.js';

const LONGEST_HAMLET = 50;
const LONGEST_ADDRESS = 200;
/** `DUSUN KRAJAN`, `DSN. KRAJAN`; also inside an address, as the civil registry writes it: `JL MAWAR 3 DSN KRAJAN`. */
const HAMLET_PREFIX = /^(?:DUSUN|DSN)\b[\s.:_-]*/;
const HAMLET_IN_ADDRESS = /^(.*?)[\s,;]*\b(?:DUSUN|DSN)\b[\s.:]*([^,;]*?)(?:[\s,;]+R[TW]\b.*)?$/i;

/** Digits padded to three; none for empty, `-`, 0 and 000. `RT 3` and `003` are one; anything else is dropped with a warning. */
export function readAreaNumber(row: RowInCheck, column: 'rw' | 'rt'): string | null {
  const words = readWords(row, column);
  if (words === null) return null;
  const digits = /^(?:R[TW])?[\s.:]*0*(\d{0,3})$/i.exec(words)?.[1];
  if (digits === undefined) return row.warn(column, 'AREA_UNREADABLE', `${fieldLabel(column)} tidak terbaca; dikosongkan.`);
  return digits === '' ? null : digits.padStart(3, '0');
}

export interface Place {
  readonly address: string | null;
  readonly hamlet: string | null;
}

/** Address and hamlet. Where the list has no hamlet, the address is searched for one, which is then taken out of it. */
export function readPlace(row: RowInCheck): Place {
  const address = readText(row, 'address', LONGEST_ADDRESS);
  const hamlet = cleanHamlet(readText(row, 'hamlet', LONGEST_HAMLET));
  if (hamlet !== null || address === null) return { address, hamlet };
  const match = HAMLET_IN_ADDRESS.exec(address);
  const found = cleanHamlet(match?.[2]?.slice(0, LONGEST_HAMLET) ?? null);
  return found === null ? { address, hamlet: null } : { address: match?.[1]?.trim() || null, hamlet: found };
}

/** Upper case, `_` as space, the prefix gone; null when nothing is left. */
export function cleanHamlet(text: string | null): string | null {
  if (text === null) return null;
  const name = text.toUpperCase().replaceAll('_', ' ').replace(HAMLET_PREFIX, '').replace(/ {2,}/g, ' ').trim();
  return name === '' || name === '-' || name === '0' ? null : name;
}
