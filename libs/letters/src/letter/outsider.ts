import { type FieldError, invalidFields } from '#platform';
import { isPlainDate, parseName, parseNik, type PlainDate } from '#values';
import { parseTyped } from './typed-text.js';

/** A person who is not in the register, copied from the identity card into this letter only. */
export interface Outsider {
  readonly name: string;
  readonly nik: string;
  readonly birthPlace: string;
  readonly birthDate: PlainDate;
  readonly sex: 'L' | 'P';
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  readonly citizenship: string;
  readonly address: string;
}

/** As sent, shapes checked by the DTO. */
export type OutsiderInput = Readonly<Record<keyof Outsider, string>>;

const texts = { birthPlace: 60, religion: 40, maritalStatus: 40, occupation: 80, citizenship: 40, address: 200 } as const;

/** @throws DomainError INVALID_INPUT naming every wrong field as `outsider.<field>` */
export function checkOutsider(input: OutsiderInput, today: PlainDate): Outsider {
  const errors: FieldError[] = [];
  const refuse = (field: string, code: string, message: string): string => {
    errors.push({ field: `outsider.${field}`, code, message });
    return '';
  };
  const text = (field: keyof typeof texts): string => {
    const read = parseTyped(input[field]);
    if (!read.ok) return refuse(field, read.code, read.message);
    if (read.value === '') return refuse(field, 'REQUIRED', 'Wajib diisi.');
    return read.value.length > texts[field] ? refuse(field, 'TOO_LONG', `Paling banyak ${texts[field]} huruf.`) : read.value;
  };
  const typedName = parseTyped(input.name);
  const name = typedName.ok ? parseName(input.name) : typedName;
  if (!name.ok) refuse('name', name.code, name.message);
  const nik = parseNik(input.nik);
  if (!nik.ok) refuse('nik', nik.code, nik.message);
  const birthDate = input.birthDate;
  if (!isPlainDate(birthDate)) refuse('birthDate', 'DATE_IMPOSSIBLE', 'Tanggal ini tidak ada dalam kalender.');
  else if (birthDate > today) refuse('birthDate', 'DATE_IN_FUTURE', 'Tanggal lahir tidak boleh sesudah hari ini.');
  const outsider = {
    name: name.ok ? name.value : '', nik: nik.ok ? nik.value : '', birthDate: birthDate as PlainDate, sex: input.sex === 'L' ? 'L' as const : 'P' as const,
    birthPlace: text('birthPlace'), religion: text('religion'), maritalStatus: text('maritalStatus'), occupation: text('occupation'), citizenship: text('citizenship'), address: text('address'),
  };
  if (errors.length > 0) throw invalidFields(errors);
  return outsider;
}
