import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, ageOn, compareDates, dateParts, daysBetween, daysInMonth, isPlainDate, lastDayOfMonth, makePlainDate, parsePlainDate, plainDate, weekdayOf } from './plain-date.js';

describe('reading dates, day first (domain §2.5; rules, Dates)', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-24 00:00:00', '2026-11-24'],
    ['2026-11-24T00:00:00.000', '2026-11-24'],
    ['2026/11/24', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['05/04/1990', '1990-04-05'],
    ['5-4-1990', '1990-04-05'],
    ['24 November 2026', '2026-11-24'],
    ['24 NOPEMBER 2026', '2026-11-24'],
    ['1 Pebruari 1960', '1960-02-01'],
    ['17 Agustus 1945', '1945-08-17'],
    ['17-Agu-1945', '1945-08-17'],
    ['2 Okt 1999', '1999-10-02'],
    ["'24-11-2026", '2026-11-24'],
    ['\u200b24-11-2026\u00a0', '2026-11-24'],
    ['29-02-2024', '2024-02-29'],
    ['29-02-2000', '2000-02-29'],
    ['01-07-1895', '1895-07-01'],
  ])('reads %p', (raw, date) => expect(parsePlainDate(raw)).toEqual({ ok: true, value: date }));

  it.each([
    ['', 'DATE_EMPTY'],
    [' - ', 'DATE_EMPTY'],
    ['00-00-0000', 'DATE_EMPTY'],
    ['0000-00-00', 'DATE_EMPTY'],
    ['00/00/0000', 'DATE_EMPTY'],
    ['0000-00-00 00:00:00', 'DATE_EMPTY'],
    ['24-11-87', 'DATE_TWO_DIGIT_YEAR'],
    ['24 November 87', 'DATE_TWO_DIGIT_YEAR'],
    ['30-02-2024', 'DATE_IMPOSSIBLE'],
    ['29-02-2023', 'DATE_IMPOSSIBLE'],
    ['29-02-1900', 'DATE_IMPOSSIBLE'],
    ['31-04-2024', 'DATE_IMPOSSIBLE'],
    ['11/24/2026', 'DATE_IMPOSSIBLE'],
    ['00-05-1990', 'DATE_IMPOSSIBLE'],
    ['01-01-0026', 'DATE_IMPOSSIBLE'],
    ['24 Wage 2026', 'DATE_UNREADABLE'],
    ['2026-11-24 08:30', 'DATE_UNREADABLE'],
    ['45985', 'DATE_UNREADABLE'],
    ['kemarin', 'DATE_UNREADABLE'],
  ])('refuses %p with %s', (raw, code) => expect(parsePlainDate(raw)).toMatchObject({ ok: false, code }));
});

describe('the calendar', () => {
  it.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('%i month %i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-11-24', 2, '2027-01-24'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-09-30', 24, '2026-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s plus %i months is %s', (date, months, result) => expect(addMonths(plainDate(date), months)).toBe(result));

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['1899-12-30', 45_985, '2025-11-24'],
    ['1969-12-31', 2, '1970-01-02'],
  ])('%s plus %i days is %s', (date, days, result) => {
    expect(addDays(plainDate(date), days)).toBe(result);
    expect(daysBetween(plainDate(date), plainDate(result))).toBe(days);
  });

  it('sorts, compares and takes dates apart', () => {
    const later = plainDate('2026-11-24');
    const earlier = plainDate('2026-09-30');
    expect([later, earlier].toSorted(compareDates)).toEqual([earlier, later]);
    expect(compareDates(later, later)).toBe(0);
    expect(dateParts(later)).toEqual({ year: 2026, month: 11, day: 24 });
    expect(lastDayOfMonth(plainDate('2024-02-03'))).toBe('2024-02-29');
  });

  it.each([
    ['2026-01-01', 4],
    ['1945-08-17', 5],
    ['1900-01-01', 1],
    ['2026-11-22', 7],
  ])('%s is ISO weekday %i', (date, weekday) => expect(weekdayOf(plainDate(date))).toBe(weekday));

  it('makes only days that exist', () => {
    expect(makePlainDate(2023, 2, 29)).toBeNull();
    expect(makePlainDate(2026.5, 1, 1)).toBeNull();
    expect(isPlainDate('2026-13-01')).toBe(false);
    expect(isPlainDate('2026-12-01')).toBe(true);
    expect(() => plainDate('1-1-2026')).toThrow('DATE_INVALID');
    expect(() => addDays(plainDate('2199-12-31'), 1)).toThrow('DATE_OUT_OF_RANGE');
  });
});

describe('age in completed years (domain §3.4; KTP-el duty at 17, UU 23/2006 Ps.63)', () => {
  it.each([
    ['2009-11-24', '2026-11-23', 16],
    ['2009-11-24', '2026-11-24', 17],
    ['2009-11-24', '2026-11-25', 17],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-25', '2026-11-24', -1],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['1905-12-31', '2026-12-30', 120],
  ])('born %s is on %s %i years old', (birth, on, age) => expect(ageOn(plainDate(birth), plainDate(on))).toBe(age));
});
