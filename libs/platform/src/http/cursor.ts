import { hash } from 'node:crypto';
import { isPlainDate } from '#values';
import { DomainError } from './domain-error.js';

const filterHash = (filter: object): string =>
  hash('sha256', JSON.stringify(Object.entries(filter).filter(([, v]) => v !== undefined).toSorted()), 'base64url').slice(0, 12);

/** An opaque keyset cursor: the sort position of the last row and a hash of the filter it belongs to. */
export function encodeCursor(filter: object, position: readonly string[]): string {
  return Buffer.from(JSON.stringify([filterHash(filter), ...position])).toString('base64url');
}

/** What a position is made of; anything else would reach the database as a value it cannot read. */
const readable = {
  text: (value: string) => !value.includes('\u0000'),
  integer: (value: string) => /^\d{1,9}$/.test(value),
  day: (value: string) => isPlainDate(value),
  uuid: (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  instant: (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/**
 * @param kinds of the values handed to `encodeCursor`, in order
 * @returns those values, or null without a cursor
 * @throws DomainError CURSOR_MISMATCH (422) when malformed or made for another filter
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly (keyof typeof readable)[], filter: object): string[] | null {
  if (!cursor) return null;
  try {
    const [made, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const fits = position.length === kinds.length && kinds.every((kind, at) => typeof position[at] === 'string' && readable[kind](position[at]));
    if (made === filterHash(filter) && fits) return position as string[];
  } catch {
    // falls through to the refusal: what was sent is not a cursor of ours
  }
  throw new DomainError('CURSOR_MISMATCH', 422, 'Penanda halaman tidak cocok dengan saringan. Muat ulang daftar dari awal.', [
    { field: 'after', code: 'CURSOR_MISMATCH', message: 'Mulai lagi dari halaman pertama.' },
  ]);
}

/** Cuts `limit + 1` rows into a page. `position` names the sort position of a row. */
export function page<Row, Item>(
  rows: Row[],
  limit: number,
  filter: object,
  position: (row: Row) => string[],
  item: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? encodeCursor(filter, position(last)) : null };
}
