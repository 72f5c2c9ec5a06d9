import { safeText } from './safe-text.js';

/** Excel in Indonesia separates by semicolons (the comma is its decimal sign) and reads UTF-8 only behind this mark. */
export const CSV_BEGINNING = '\uFEFF';

/**
 * One line of a CSV file, ending included. What a spreadsheet would run is made harmless (`safeText`): names and
 * notes come from outside.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = safeText(value);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
