/** Excel in Indonesia separates by semicolons (the comma is its decimal sign) and reads UTF-8 only behind this mark. */
export const CSV_BEGINNING = '\uFEFF';

/**
 * One line of a CSV file, ending included. What a spreadsheet would run as a formula (`= + - @`, a tab, a carriage
 * return) is put behind an apostrophe: names and notes come from outside.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
