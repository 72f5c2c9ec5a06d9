import { RESIDENT_FIELDS } from './record-fingerprint.js';
import type { ResidentField, ResidentRecord } from './resident-record.js';

/** An import never changes these for somebody already registered: moving out, dying or joining another family is an event. */
export const NEVER_CHANGED: readonly ResidentField[] = ['basicStatus', 'familyNumber', 'familyPosition'];

export interface RecordDifference {
  /** Fields an update would change: what is registered, what the list says. */
  readonly changes: Partial<Record<ResidentField, readonly [registered: unknown, listed: unknown]>>;
  /** Fields that differ and stay as they are. */
  readonly kept: readonly ResidentField[];
}

/**
 * A row against the resident registered already. Only fields the list carries and fills are compared: an empty cell is
 * unknown and takes nothing away. Citizenship and status, which have a meaning when empty, count only when carried.
 */
export function compareRecords(registered: ResidentRecord, listed: ResidentRecord, carried: readonly ResidentField[]): RecordDifference {
  const changes: Partial<Record<ResidentField, readonly [unknown, unknown]>> = {};
  const kept: ResidentField[] = [];
  for (const field of RESIDENT_FIELDS) {
    const told = field === 'maritalRecorded' ? carried.includes('maritalStatus') : carried.includes(field);
    if (!told || listed[field] === null || listed[field] === registered[field]) continue;
    if (NEVER_CHANGED.includes(field)) kept.push(field);
    else changes[field] = [registered[field], listed[field]];
  }
  return { changes, kept };
}
