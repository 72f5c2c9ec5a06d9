import { describe, expect, it } from '@jest/globals';
import { dateFromSerial, isDateFormat, isoFromSerial } from './date-serial.js';

describe('serial numbers of spreadsheets', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_292, '2024-01-01'],
    [45_351.99, '2024-02-29'],
    [0, null],
    [-1, null],
    [109_573, null],
    [Number.NaN, null],
    [3_507_220_101_900_001, null],
  ])('%p is the day %p', (serial, date) => expect(dateFromSerial(serial)).toBe(date));

  it('count from 1 January 1904 in workbooks that say so', () => {
    expect(dateFromSerial(0, true)).toBe('1904-01-01');
    expect(dateFromSerial(24_107, true)).toBe('1970-01-01');
  });

  it('carry the time of day, rounded to the second', () => {
    expect(isoFromSerial(45_292.75)).toBe('2024-01-01T18:00:00');
    expect(isoFromSerial(45_292.999_999_999)).toBe('2024-01-02');
  });
});

describe('number formats', () => {
  it.each<[number, string | undefined, boolean]>([
    [14, undefined, true],
    [22, undefined, true],
    [0, undefined, false],
    [21, undefined, false],
    [49, undefined, false],
    [164, 'dd/mm/yyyy', true],
    [164, '[$-421]dd mmmm yyyy;@', true],
    [164, 'mmm-yy', true],
    [164, 'd"/"m"/"yyyy h:mm', true],
    [164, 'hh:mm:ss', false],
    [164, '[h]:mm', false],
    [164, '#,##0', false],
    [164, '"dd"0', false],
    [164, String.raw`0\d`, false],
    [164, '[Red]General', false],
  ])('format %p %p shows a day: %p', (id, code, shows) => expect(isDateFormat(id, code)).toBe(shows));
});
