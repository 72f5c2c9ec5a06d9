import { invalidFields, type FieldError } from '#platform';
import { parseRupiah, isPlainDate } from '#values';
import { parseTyped } from './typed-text.js';
import type { LetterField, LetterType } from '../letter-type/letter-type.js';

/** A dependant as the letter prints it. */
export interface DependantInput {
  /** Who it is in the register, when the row was taken from there. */
  readonly residentId?: string;
  readonly nik: string;
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly birth: string;
  readonly relation: string;
}

export type LetterData = Record<string, string | DependantInput[]>;

/** A dependant as it may be sent: written out, or only named; then the register says the rest. */
export type DependantRow = DependantInput | { readonly residentId: string };

/** A checked form whose named dependants are still to be looked up. */
export type FormData = Record<string, string | DependantRow[]>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const mostDependants = 20;

/**
 * Checks a form against the fields of its letter type: unknown fields refused, texts trimmed and
 * printable, every wrong field named.
 * @throws DomainError INVALID_INPUT (422) with `data.<field>` paths
 */
export function checkLetterData(type: LetterType, input: Record<string, unknown>): FormData {
  const errors: FieldError[] = [];
  const data: FormData = {};
  const known = new Map(type.fields.map((field) => [field.name, field]));
  for (const name of Object.keys(input)) {
    if (!known.has(name)) errors.push({ field: `data.${name}`, code: 'UNKNOWN_FIELD', message: 'Isian ini tidak ada pada jenis surat tersebut.' });
  }
  for (const field of type.fields) {
    const value = field.type === 'dependants' ? dependantsOf(field, input[field.name], errors) : textOf(field, input[field.name], errors);
    if (value !== null) data[field.name] = value;
  }
  if (errors.length > 0) throw invalidFields(errors);
  return data;
}

function textOf(field: LetterField, raw: unknown, errors: FieldError[]): string | null {
  const refuse = (code: string, message: string): null => {
    errors.push({ field: `data.${field.name}`, code, message });
    return null;
  };
  if (raw === undefined || raw === null || raw === '') return field.required ? refuse('REQUIRED', `${field.label} wajib diisi.`) : null;
  if (typeof raw !== 'string') return refuse('NOT_TEXT', `${field.label} harus berupa teks.`);
  const printable = parseTyped(raw);
  if (!printable.ok) return refuse(printable.code, printable.message);
  const text = printable.value.trim();
  if (text === '') return field.required ? refuse('REQUIRED', `${field.label} wajib diisi.`) : null;
  if (text.length > (field.max ?? 200)) return refuse('TOO_LONG', `${field.label} paling panjang ${field.max ?? 200} huruf; ini ${text.length}.`);
  if (field.type === 'money') {
    const amount = parseRupiah(text);
    return amount.ok ? amount.value.toString() : refuse(amount.code, amount.message);
  }
  if (field.type === 'number' && !/^\d{1,9}$/.test(text)) return refuse('NOT_A_NUMBER', `${field.label} harus berupa angka.`);
  if (field.type === 'date' && !isPlainDate(text)) return refuse('NOT_A_DATE', `${field.label} harus berupa tanggal yang ada di kalender.`);
  if (field.type === 'year-month' && !isPlainDate(`${text}-01`)) return refuse('NOT_A_MONTH', `${field.label} harus berupa bulan dan tahun.`);
  if (field.type === 'select' && !field.options?.some((option) => option.value === text)) return refuse('NOT_AN_OPTION', `Pilih salah satu isian ${field.label}.`);
  return text;
}

function dependantsOf(field: LetterField, raw: unknown, errors: FieldError[]): DependantRow[] | null {
  if (raw === undefined || raw === null) return null;
  const path = `data.${field.name}`;
  if (!Array.isArray(raw) || raw.length > mostDependants) {
    errors.push({ field: path, code: 'NOT_A_LIST', message: `${field.label} berupa daftar, paling banyak ${mostDependants} orang.` });
    return null;
  }
  const rows: DependantRow[] = [];
  raw.forEach((item: unknown, index) => {
    const row = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    const residentId = row['residentId'];
    if (residentId !== undefined) {
      if (typeof residentId === 'string' && uuid.test(residentId)) rows.push({ residentId });
      else errors.push({ field: `${path}.${index}.residentId`, code: 'NOT_AN_ID', message: 'Penduduk tidak dikenal.' });
      return;
    }
    const read = (name: string, label: string): string => textOf({ name: `${field.name}.${index}.${name}`, label, type: 'text', required: true, max: 100 }, row[name], errors) ?? '';
    const sex = row['sex'] === 'L' || row['sex'] === 'P' ? row['sex'] : null;
    if (!sex) errors.push({ field: `${path}.${index}.sex`, code: 'NOT_AN_OPTION', message: 'Pilih L atau P.' });
    rows.push({ nik: read('nik', 'NIK'), name: read('name', 'Nama'), sex: sex ?? 'L', birth: read('birth', 'Tempat, tanggal lahir'), relation: read('relation', 'Hubungan keluarga') });
  });
  return rows.length > 0 ? rows : null;
}
