import { describe, expect, it } from '@jest/globals';
import { formatLong, formatMonth, formatShort, formatTimeWib, formatWithDay, monthName, plainDateInJakarta, startOfDayInJakarta } from './date-format.js';
import { plainDate } from './plain-date.js';

describe('Indonesian dates (domain §9)', () => {
  it.each([
    ['2026-01-01', '1 Januari 2026', '01-01-2026', 'Kamis, 1 Januari 2026'],
    ['2026-11-24', '24 November 2026', '24-11-2026', 'Selasa, 24 November 2026'],
    ['2026-02-06', '6 Februari 2026', '06-02-2026', 'Jumat, 6 Februari 2026'],
    ['1945-08-17', '17 Agustus 1945', '17-08-1945', 'Jumat, 17 Agustus 1945'],
    ['2026-11-22', '22 November 2026', '22-11-2026', 'Minggu, 22 November 2026'],
  ])('%s', (iso, long, short, withDay) => {
    const date = plainDate(iso);
    expect([formatLong(date), formatShort(date), formatWithDay(date)]).toEqual([long, short, withDay]);
  });

  it('names the month of a report', () => expect(formatMonth(plainDate('2026-08-31'))).toBe('Agustus 2026'));
  it('knows twelve months', () => expect(() => monthName(13)).toThrow('MONTH_OUT_OF_RANGE'));
});

describe('business time is WIB (domain §9)', () => {
  it.each([
    ['2025-12-31T16:59:59.999Z', '2025-12-31', '23.59 WIB'],
    ['2025-12-31T17:00:00Z', '2026-01-01', '00.00 WIB'],
    ['2025-12-31T17:30:00Z', '2026-01-01', '00.30 WIB'],
    ['2026-11-24T01:30:00Z', '2026-11-24', '08.30 WIB'],
    ['2026-11-24T08:00:00Z', '2026-11-24', '15.00 WIB'],
  ])('%s is %s %s', (instant, date, time) => {
    expect(plainDateInJakarta(new Date(instant))).toBe(date);
    expect(formatTimeWib(new Date(instant))).toBe(time);
  });

  it('begins a day at 17:00 UTC of the day before', () => {
    expect(startOfDayInJakarta(plainDate('2026-01-01')).toISOString()).toBe('2025-12-31T17:00:00.000Z');
  });
});
