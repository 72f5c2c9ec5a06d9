import { createHash } from 'node:crypto';

/** SHA-256 of a JSON value with its keys in order: equal for the same body however it was written. */
export function bodyHash(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(sorted(value))).digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}
