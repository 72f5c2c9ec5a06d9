import { saidMapping } from '#imports';
import { type FieldError, invalidFields } from '#platform';
import { isPlainDate, type PlainDate } from '#values';
import { ASSESSMENT_COLUMNS, type AssessmentColumn } from './rules/assessment-columns.js';

/** What the upload's form said, read; the village still as its code. */
export interface UploadOptions {
  readonly taxYear: number | null;
  readonly dueOn: PlainDate | null;
  readonly village: string | null;
  readonly mapping: Readonly<Record<string, string>> | null;
}

const REQUIRED: readonly AssessmentColumn[] = ['nop', 'payerName', 'amount'];

/** @throws DomainError 422 naming each field that cannot be read */
export function readOptions(fields: Readonly<Record<string, string>>): UploadOptions {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): null => {
    errors.push({ field, code: 'INVALID', message });
    return null;
  };
  const taxYear = !fields['taxYear'] ? null : /^(19|20|21)\d{2}$/.test(fields['taxYear']) ? Number(fields['taxYear']) : wrong('taxYear', 'Tulis tahun pajak empat angka, misalnya 2026.');
  const dueOn = !fields['dueOn'] ? null : isPlainDate(fields['dueOn']) ? fields['dueOn'] : wrong('dueOn', 'Tulis tanggal jatuh tempo.');
  const village = !fields['village'] ? null : /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(fields['village']) ? fields['village'] : wrong('village', 'Pilih desa atau kelurahan.');
  const mapping = fields['mapping'] ? readMapping(fields['mapping'], wrong) : null;
  if (errors.length > 0) throw invalidFields(errors);
  return { taxYear, dueOn, village, mapping };
}

/** A list without NOP, name and amount is none. */
function readMapping(text: string, wrong: (field: string, message: string) => null): Record<string, string> | null {
  const read = saidMapping(text, ASSESSMENT_COLUMNS, wrong);
  const missing = read && REQUIRED.find((field) => !read[field]);
  return missing ? wrong(`mapping.${missing}`, 'NOP, nama wajib pajak dan pajak terutang wajib dipetakan.') : read;
}
