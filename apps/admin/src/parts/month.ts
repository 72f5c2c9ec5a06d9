import { monthName } from '#values';

/** `Februari 2025`, `feb 2025`, `2-2025`, `2025-02` → `2025-02`; null when it cannot be read. */
export function readMonth(text: string): string | null {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{2})$/.exec(clean);
  const numeric = /^(\d{1,2})[-/. ](\d{4})$/.exec(clean);
  const worded = /^([A-Za-z]{3,9})\.? (\d{4})$/.exec(clean);
  const year = Number(iso?.[1] ?? numeric?.[2] ?? worded?.[2]);
  const month = worded ? monthNumber(worded[1] ?? '') : Number(iso?.[2] ?? numeric?.[1]);
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

function monthNumber(word: string): number {
  const start = word.toLowerCase().replace(/^peb/, 'feb').replace(/^nop/, 'nov').slice(0, 3);
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((month) => monthName(month).toLowerCase().startsWith(start)) ?? 0;
}
