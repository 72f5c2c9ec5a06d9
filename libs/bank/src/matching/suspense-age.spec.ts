import { describe, expect, it } from '@jest/globals';
import { addDays, plainDate } from '#values';
import { bookedWithin, SUSPENSE_AGES } from './suspense-age.js';

describe('how long a line has waited', () => {
  it('is one age for every day of booking, a day in the future among the youngest', () => {
    const today = plainDate('2026-11-27');
    const agesOf = (days: number) => SUSPENSE_AGES.filter((age) => {
      const [{ from, to }, day] = [bookedWithin(age, today), addDays(today, -days)];
      return (from === null || day >= from) && (to === null || day <= to);
    });
    expect([-1, 0, 1, 2, 7, 8, 30, 31, 400].map(agesOf)).toEqual([['0-1'], ['0-1'], ['0-1'], ['2-7'], ['2-7'], ['8-30'], ['8-30'], ['31+'], ['31+']]);
  });
});
