import { type Cell, cellText, cleanText } from '#imports';
import { isPlainDate, parsePlainDate, type PlainDate } from '#values';

/** Months as English downloads shorten them, or write them out. */
const MONTHS: Readonly<Record<string, string>> = { jan: 'jan', feb: 'feb', mar: 'mar', apr: 'apr', may: 'mei', jun: 'jun', jul: 'jul', aug: 'agu', sep: 'sep', oct: 'okt', nov: 'nov', dec: 'des' };

/** 1 October 2026 in one number, as exports of core banking systems have it. */
const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/;

/**
 * The day a line was booked, as banks write it: `01/10/2026`, `01/10/26`, `2026-10-01`, `20261001`, `01-Okt-2026`, `1 Oct 26`,
 * with or without an hour behind it. Bookings are of this century, so two digits of a year leave no doubt.
 */
export function bookingDay(cell: Cell, dayOfSerial: (serial: number) => PlainDate | null): PlainDate | null {
  if (cell.kind === 'number') return dayOfSerial(cell.value) ?? compactDay(String(cell.value));
  const text = cell.kind === 'date' ? cell.value.slice(0, 10) : (cleanText(cellText(cell)) ?? '').replace(/[ T]\d{1,2}[:.]\d{2}.*$/, '');
  if (isPlainDate(text)) return text;
  const day = parsePlainDate(withWholeYear(withOurMonth(text)));
  return day.ok ? day.value : compactDay(text);
}

function compactDay(text: string): PlainDate | null {
  const day = text.replace(COMPACT, '$1-$2-$3');
  return isPlainDate(day) ? day : null;
}

function withOurMonth(text: string): string {
  return text.replace(/^(\d{1,2})[-/. ]*([A-Za-z]{3,9})\.?[-/. ]*(\d{2}|\d{4})$/, (_, day: string, month: string, year: string) => `${day}-${MONTHS[month.slice(0, 3).toLowerCase()] ?? month}-${year}`);
}

function withWholeYear(text: string): string {
  return text.replace(/^(\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ])(\d{2})$/, (_, before: string, year: string) => `${before}20${year}`);
}
