import { describe, expect, it } from '@jest/globals';
import { isPlainDate } from '#values';
import { nationalHolidays } from './national-holidays.js';

describe('national holidays', () => {
  it('of 2026 are the 17 holidays and 8 days of leave of the joint decree, each day once', () => {
    const days = nationalHolidays(2026);
    expect(days.filter(({ name }) => name.startsWith('Cuti bersama'))).toHaveLength(8);
    expect(days).toHaveLength(25);
    expect(new Set(days.map(({ day }) => day)).size).toBe(25);
    expect(days.every(({ day }) => isPlainDate(day))).toBe(true);
  });

  it('of a year without a decree are the fixed ones', () => {
    expect(nationalHolidays(2031).map(({ day }) => day)).toEqual(['2031-01-01', '2031-05-01', '2031-06-01', '2031-08-17', '2031-12-25']);
  });
});
