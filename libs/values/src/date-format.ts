import { dateParts, plainDate, weekdayOf, type PlainDate } from './plain-date.js';

/** Official month names; Agustus, Februari and November are the spellings that go wrong (domain §9). */
const MONTH_NAMES = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

/** From Monday (ISO weekday 1). Jumat is written without an apostrophe. */
const DAY_NAMES = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** `Januari` for 1 … `Desember` for 12. @throws RangeError outside 1…12. */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError('MONTH_OUT_OF_RANGE');
  return name;
}

/** `Senin` … `Minggu`. */
export function dayName(date: PlainDate): string {
  return DAY_NAMES[weekdayOf(date) - 1] as string;
}

/** `1 Januari 2026`, no leading zero: letters and screens. */
export function formatLong(date: PlainDate): string {
  const { year, month, day } = dateParts(date);
  return `${day} ${monthName(month)} ${year}`;
}

/** `01-01-2026`: tables and forms. */
export function formatShort(date: PlainDate): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** `Kamis, 1 Januari 2026`. */
export function formatWithDay(date: PlainDate): string {
  return `${dayName(date)}, ${formatLong(date)}`;
}

/** `Januari 2026`: the heading of a monthly report. */
export function formatMonth(date: PlainDate): string {
  return `${monthName(dateParts(date).month)} ${date.slice(0, 4)}`;
}

/** WIB is UTC+7 without daylight saving, so arithmetic needs no time-zone database, also in old browsers. */
const WIB_OFFSET_MS = 7 * 3_600_000;

/**
 * The business date of an instant: due dates, the daily close, the month close, age and the numbering year
 * all turn at midnight WIB. 31 December 2025 17:30 UTC is 1 January 2026.
 */
export function plainDateInJakarta(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 10));
}

/** `15:00`: the minute of an instant in WIB. */
export function minuteInJakarta(instant: Date): string {
  return new Date(instant.getTime() + WIB_OFFSET_MS).toISOString().slice(11, 16);
}

/** `15.00 WIB`, with a dot, as letters write it. */
export function formatTimeWib(instant: Date): string {
  return `${minuteInJakarta(instant).replace(':', '.')} WIB`;
}

/** The instant at which a day begins in WIB: bounds of a query over instants. */
export function startOfDayInJakarta(date: PlainDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - WIB_OFFSET_MS);
}
