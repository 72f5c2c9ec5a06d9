import type { Cell } from '#imports';
import type { FieldError } from '#platform';
import type { PlainDate } from '#values';
import { checkRow } from '../resident-import/rules/check-row.js';
import { RESIDENT_COLUMNS, type ResidentColumn } from '../resident-import/rules/resident-columns.js';
import type { ResidentRecord } from '../resident-import/rules/resident-record.js';
import { ROW_FIELDS, type RowField } from '../resident/resident-fields.js';

/**
 * What a correction may put right. Dying, moving and joining another family are events of their own; the position in
 * the same family is a matter of record, and how a family without a head gets one.
 */
const NOT_CORRECTED: readonly RowField[] = ['basicStatus', 'residentStatus'];

export const CORRECTABLE: readonly RowField[] = ROW_FIELDS.filter((field) => !NOT_CORRECTED.includes(field));

type Changes = Readonly<Record<string, unknown>>;
type Value = string | number | boolean | null;

/** The record as it should be, in the fields named; or what is wrong with them. */
export type Corrected = { readonly ok: true; readonly after: Partial<Record<RowField, Value>> } | { readonly ok: false; readonly errors: FieldError[] };

const EMPTY: Cell = { kind: 'empty', value: null };

/**
 * Judges changes by the very rules of an import: the person is laid out as a row with the changes in it. What an
 * import would drop or cut with a warning is an error here, because somebody just typed it; doubts (a birth date that
 * differs from the NIK) pass.
 */
export function checkCorrection(before: ResidentRecord, changes: Changes, today: PlainDate): Corrected {
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(changes)) {
    if (!(CORRECTABLE as readonly string[]).includes(field)) errors.push(wrong(field, 'UNKNOWN_FIELD', 'Isian ini tidak diubah lewat pembetulan.'));
    else if (!isValue(value, field)) errors.push(wrong(field, 'VALUE_UNREADABLE', 'Isian tidak terbaca.'));
  }
  if (errors.length > 0) return { ok: false, errors };

  const { record, issues } = checkRow(RESIDENT_COLUMNS.map((column) => cellOf(column, before, changes)), { today, dayOfSerial: () => null });
  for (const { field, severity, code, message, value } of issues) {
    const lost = code === 'TEXT_SHORTENED' || code === 'TEXT_CHARACTER' || (value !== '' && record !== null && record[field] === null);
    if (field in changes && (severity === 'error' || lost || code === 'NIK_TEMPORARY')) errors.push(wrong(field, code, code === 'NIK_TEMPORARY' ? 'NIK tidak dapat dikosongkan.' : refusal(message)));
  }
  // Old records may break today's rules elsewhere; that must not keep anybody from putting right the rest.
  const old = issues.filter(({ severity, field }) => severity === 'error' && !(field in changes));
  if (errors.length === 0 && record === null && old.length > 0) errors.push(...old.map(({ field, code, message }) => wrong(field, code, message)));
  if (errors.length > 0 || record === null) return { ok: false, errors };
  return { ok: true, after: afterwards(record, changes) };
}

function afterwards(record: ResidentRecord, changes: Changes): Partial<Record<RowField, Value>> {
  const after: Partial<Record<RowField, Value>> = {};
  for (const field of CORRECTABLE) {
    if (field in changes && field !== 'maritalRecorded') after[field] = record[field as keyof ResidentRecord] as Value;
  }
  // Whether a marriage is on record is told outright, or by the new status and its certificate.
  if ('maritalRecorded' in changes) after.maritalRecorded = changes['maritalRecorded'] as boolean | null;
  else if ('maritalStatus' in changes || 'marriageCertificate' in changes || 'divorceCertificate' in changes) after.maritalRecorded = record.maritalRecorded;
  return after;
}

function cellOf(column: ResidentColumn, before: ResidentRecord, changes: Changes): Cell {
  // The hamlet stays out of the address rule, which would take one out of an address written by hand.
  if (column === 'hamlet') return { kind: 'text', value: 'X' };
  const value = column in changes ? changes[column] : before[column];
  if (value === null || value === undefined || value === '') return EMPTY;
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value: String(value) };
}

function isValue(value: unknown, field: string): boolean {
  if (field === 'maritalRecorded') return value === null || typeof value === 'boolean';
  return value === null || typeof value === 'number' || (typeof value === 'string' && value.length <= 1000);
}

/** An import empties what it does not know and says so; here nothing is emptied. */
const refusal = (message: string): string => message.replace(/ Dikosongkan\.$/, '');

const wrong = (field: string, code: string, message: string): FieldError => ({ field: `changes.${field}`, code, message });
