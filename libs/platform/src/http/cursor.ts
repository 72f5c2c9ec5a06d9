import { createHash } from 'node:crypto';
import { DomainError } from './domain-error.js';

const filterHash = (filter: object): string =>
  createHash('sha256').update(JSON.stringify(Object.entries(filter).filter(([, v]) => v !== undefined).toSorted())).digest('base64url').slice(0, 12);

/** An opaque keyset cursor: the sort position of the last row and a hash of the filter it belongs to. */
export function encodeCursor(filter: object, position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify([filterHash(filter), ...position])).toString('base64url');
}

/**
 * @returns the position handed to `encodeCursor`, or null without a cursor.
 * @throws DomainError CURSOR_MISMATCH (422) when malformed or made for another filter.
 */
export function decodeCursor(cursor: string | undefined, filter: object): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const [hash, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, ...(string | number | null)[]];
    if (hash === filterHash(filter)) return position;
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
  position: (row: Row) => (string | number | null)[],
  item: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? encodeCursor(filter, position(last)) : null };
}
