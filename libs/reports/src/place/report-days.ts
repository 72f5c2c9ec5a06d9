import { invalidFields } from '#platform';
import { addDays, addMonths, isPlainDate, lastDayOfMonth, plainDate, type PlainDate } from '#values';

/** Days counted in a report, both included, and the same days a year before. */
export interface ReportDays {
  readonly from: PlainDate;
  readonly on: PlainDate;
  readonly fromBefore: PlainDate;
  readonly onBefore: PlainDate;
  /** `2026` or `2026-11` */
  readonly period: string;
}

/** The same day last year; of 29 February the 28th. */
export const yearBefore = (day: PlainDate): PlainDate => addMonths(day, -12);

/**
 * From the first day of the period to `on`, or to its last day when that is earlier; without a period the year of `on`.
 * @throws DomainError INVALID_INPUT (on in the future or no day, period after it)
 */
export function reportDays(today: PlainDate, asked: { readonly on?: string | undefined; readonly period?: string | undefined }): ReportDays {
  const day = dayAsked(today, asked.on);
  const period = asked.period ?? day.slice(0, 4);
  const from = plainDate(period.length === 4 ? `${period}-01-01` : `${period}-01`);
  if (from > day) throw invalidFields([{ field: 'period', code: 'PERIOD_AHEAD', message: 'Masa ini belum mulai pada tanggal yang dipilih.' }]);
  const last = period.length === 4 ? plainDate(`${period}-12-31`) : lastDayOfMonth(from);
  const on = last < day ? last : day;
  return { from, on, fromBefore: yearBefore(from), onBefore: last < day ? addDays(yearBefore(addDays(last, 1)), -1) : yearBefore(on), period };
}

/** @throws DomainError INVALID_INPUT (no day, or one that has not come) */
export function dayAsked(today: PlainDate, on: string | undefined): PlainDate {
  if (on === undefined) return today;
  if (!isPlainDate(on)) throw invalidFields([{ field: 'on', code: 'DATE_INVALID', message: 'Tanggal ini tidak ada dalam kalender.' }]);
  if (on > today) throw invalidFields([{ field: 'on', code: 'DAY_AHEAD', message: 'Pilih hari ini atau hari yang sudah lewat.' }]);
  return on;
}
