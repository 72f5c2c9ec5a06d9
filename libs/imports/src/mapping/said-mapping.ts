const LONGEST_HEADING = 200;

/**
 * A mapping as an upload's form says it: JSON of field → heading as written, without the fields left empty; a heading serves
 * one field. Which fields are needed is the list's own to say.
 * @param wrong notes a refusal @returns null for one that cannot be read
 */
export function saidMapping(text: string, columns: readonly string[], wrong: (field: string, message: string) => null): Record<string, string> | null {
  const said = jsonObject(text);
  if (!said) return wrong('mapping', 'Pemetaan kolom tidak terbaca.');
  const entries = Object.entries(said).filter(([, heading]) => heading !== '' && heading !== null);
  for (const [field, heading] of entries) {
    if (!columns.includes(field)) return wrong(`mapping.${field}`, 'Kolom ini tidak dikenal.');
    if (typeof heading !== 'string' || heading.length > LONGEST_HEADING) return wrong(`mapping.${field}`, 'Judul kolom tidak terbaca.');
  }
  const read = Object.fromEntries(entries) as Record<string, string>;
  return new Set(Object.values(read)).size < entries.length ? wrong('mapping', 'Satu judul kolom hanya untuk satu isian.') : read;
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
