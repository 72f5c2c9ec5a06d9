import { hash } from 'node:crypto';
import { RESIDENT_COLUMNS } from './resident-columns.js';
import type { ResidentField, ResidentRecord } from './resident-record.js';

/** Every field in a fixed order. */
export const RESIDENT_FIELDS: readonly ResidentField[] = [...RESIDENT_COLUMNS, 'maritalRecorded'];

/**
 * 128 bits of SHA-256 over the given fields, base64url: equal records have equal fingerprints. A record and a resident
 * already in the register are compared over the fields the list carries.
 */
export function recordFingerprint(record: ResidentRecord, fields: readonly ResidentField[] = RESIDENT_FIELDS): string {
  return hash('sha256', JSON.stringify(fields.map((field) => record[field])), 'base64url').slice(0, 22);
}

/** What stands for a person who has no NIK: name, birth date, birth place and sex (rules, Identity). */
export function personKey({ name, birthDate, birthPlace, sex }: Pick<ResidentRecord, 'name' | 'birthDate' | 'birthPlace' | 'sex'>): string {
  return `${name.toUpperCase()}|${birthDate}|${(birthPlace ?? '').toUpperCase()}|${sex}`;
}
