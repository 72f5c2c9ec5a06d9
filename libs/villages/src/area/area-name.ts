import type { FieldChecks } from '../text/field-checks.js';

export type AreaKind = 'hamlet' | 'rw' | 'rt';

const LONGEST_HAMLET = 50;

/** Hamlets in capitals without `DUSUN` before them; RW and RT three digits, `3` = `003`. As the import writes them, so that the two meet. */
export function readAreaName(checks: FieldChecks, kind: AreaKind, raw: string): string {
  if (kind === 'hamlet') {
    const name = checks.line('name', raw.toUpperCase().replaceAll('_', ' ').trim().replace(/^(?:DUSUN|DSN)\b[\s.:_-]*/, ''), LONGEST_HAMLET, 'Nama wajib diisi.');
    if (name !== '' && !/[\p{L}\d]/u.test(name)) checks.refuse('name', 'AREA_NAME', 'Tulis nama wilayah.');
    return name;
  }
  const digits = /^(?:R[TW])?[\s.:]*0*(\d{1,3})$/i.exec(raw.trim())?.[1];
  if (digits === undefined || digits === '0') checks.refuse('name', 'AREA_NUMBER', 'Tulis nomor 1 sampai 999.');
  return (digits ?? '').padStart(3, '0');
}
