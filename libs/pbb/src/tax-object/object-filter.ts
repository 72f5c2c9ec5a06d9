import { type Conditions, invalidFields } from '#platform';

/** A NOP or its beginning, over objects `o`. @throws DomainError 422 */
export function filterNop(found: Conditions, nop: string): void {
  const digits = nop.replace(/[\s.-]/g, '');
  if (!/^\d{1,18}$/.test(digits)) throw invalidFields([{ field: 'nop', code: 'NOP_NOT_DIGITS', message: 'NOP hanya berisi angka.' }]);
  found.add('p', `o.nop >= ${found.value(digits)} and o.nop < ${found.value(`${digits}:`)}`);
}

/** Of a bill `b`: each typed word begins one of the name as printed, or of who manages it. */
export function payerWords(found: Conditions, search: string): string[] {
  return search.trim().toUpperCase().split(/\s+/).filter(Boolean).slice(0, 4).map((word) => `strpos(' ' || upper(b.payer_name || ' ' || coalesce(b.managed_by, '')), ' ' || ${found.value(word)}::text) > 0`);
}
