import type { Branded } from './brand.js';
import { type Parsed, parsed, refused } from './parsed.js';

/** A calendar day `YYYY-MM-DD` without time or zone. Strings of this shape sort and compare as days. */
export type PlainDate = Branded<'PlainDate'>;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Outside these years a date in a file is damage (a lost digit, an Excel epoch), not a birth or an event. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

/** Days in month 1…12 of a Gregorian year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day, or null when the calendar has no such day (30 February) or the year is outside 1800–2199. */
export function makePlainDate(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger) || year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as PlainDate;
}

/**
 * A day from text that is already ISO: literals and database columns.
 * @throws RangeError for anything else.
 */
export function plainDate(iso: string): PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const date = match && makePlainDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) throw new RangeError('DATE_INVALID');
  return date;
}

export function isPlainDate(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && makePlainDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

export function dateParts(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Negative, zero or positive, for `sort`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : Number(a > b);
}

/** The same day `months` later (earlier when negative), or the last day of that month when it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return inRange(makePlainDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth))));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toEpochDay(b) - toEpochDay(a);
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  const { year, month } = dateParts(date);
  return inRange(makePlainDate(year, month, daysInMonth(year, month)));
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Completed years of age on a day; negative before birth. Someone born on 29 February completes a year on
 * 1 March of a year without that day.
 */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

const OLD_MONTH_SPELLINGS: Record<string, number> = { pebruari: 2, nopember: 11, agt: 8, agus: 8, ags: 8, nop: 11, peb: 2, mrt: 3 };
const MONTHS = ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember'];

/**
 * Reads ISO `2026-11-24` (a midnight `00:00:00` behind it is ignored) and the Indonesian orders, day first:
 * `24-11-2026`, `24/11/2026`, `24.11.2026`, `24 November 2026`.
 * Refused: `DATE_EMPTY` (empty, `-`, `00-00-0000`: callers treat it as unknown), `DATE_TWO_DIGIT_YEAR`
 * (the century would be a guess), `DATE_IMPOSSIBLE` (30 February, year outside 1800–2199), `DATE_UNREADABLE`.
 */
export function parsePlainDate(raw: string): Parsed<PlainDate> {
  const text = raw.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').replace(/^[\s']+|\s+$/g, '').replace(/[ T]00:00(?::00(?:\.0+)?)?$/, '');
  if (text === '' || text === '-' || /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}$/.test(text)) return refused('DATE_EMPTY', 'Tanggal belum diisi.');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2}|\d{4})$/.exec(text);
  const worded = numeric ? null : /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{2}|\d{4})$/.exec(text);
  const match = numeric ?? worded;
  const month = numeric ? Number(numeric[2]) : monthFromName(worded?.[2] ?? '');
  if (match === null || month === null) return refused('DATE_UNREADABLE', 'Tanggal tidak terbaca. Tulis hari-bulan-tahun, misalnya 24-11-2026.');
  if (match[3]?.length === 2) return refused('DATE_TWO_DIGIT_YEAR', 'Tahun harus empat angka, misalnya 1987.');
  return checked(Number(match[3]), month, Number(match[1]));
}

function checked(year: number, month: number, day: number): Parsed<PlainDate> {
  const date = makePlainDate(year, month, day);
  return date ? parsed(date) : refused('DATE_IMPOSSIBLE', 'Tanggal ini tidak ada dalam kalender.');
}

/** Full names, the usual three letters, and the spellings of older documents (Pebruari, Nopember). */
function monthFromName(name: string): number | null {
  const lower = name.toLowerCase();
  const old = OLD_MONTH_SPELLINGS[lower];
  if (old !== undefined) return old;
  const index = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  return index < 0 ? null : index + 1;
}

const DAY_IN_MS = 86_400_000;

function toEpochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_IN_MS;
}

function fromEpochDay(day: number): PlainDate {
  const at = new Date(day * DAY_IN_MS);
  return inRange(makePlainDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()));
}

function inRange(date: PlainDate | null): PlainDate {
  if (date === null) throw new RangeError('DATE_OUT_OF_RANGE');
  return date;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
