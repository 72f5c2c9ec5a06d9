import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, lastDayOfMonth, makePlainDate, plainDate, type PlainDate } from '#values';
import { endOfMonth, latePenalty, monthsLate } from './late-penalty.js';

const old = { monthlyRate: 2_000, mostMonths: 24 };
const present = { monthlyRate: 1_000, mostMonths: 24 };

describe('the penalty for paying late', () => {
  it.each([
    ['UU 12/1985: a day late is a month', 100_000n, '2020-08-31', '2020-09-01', old, 1, 2_000n],
    ['UU 12/1985: 40 days late are two months', 100_000n, '2020-08-31', '2020-10-10', old, 2, 4_000n],
    ['present law, capped at 24 months', 100_000n, '2024-09-30', '2027-01-15', present, 24, 24_000n],
    ['on the due date', 100_000n, '2024-09-30', '2024-09-30', present, 0, 0n],
    ['before it', 100_000n, '2024-09-30', '2024-03-01', present, 0, 0n],
    ['rounded once, half up', 13_650n, '2024-09-30', '2024-10-01', present, 1, 137n],
    ['not rounded month by month', 150n, '2024-09-30', '2024-12-31', present, 3, 5n],
    ['of nothing', 0n, '2024-09-30', '2026-09-30', present, 24, 0n],
    ['at the cap of the old law, 48 %', 100_000n, '2015-09-30', '2026-11-24', old, 24, 48_000n],
  ])('%s', (_case, principal, due, paid, rule, months, amount) => {
    expect(latePenalty(principal, plainDate(due), plainDate(paid), rule)).toEqual({ months, amount });
  });

  it.each([
    ['30 September is a last day: October ends on the 31st', '2024-09-30', '2024-10-31', 1],
    ['and November begins with its first', '2024-09-30', '2024-11-01', 2],
    ['15 August ends on the 15th', '2024-08-15', '2024-09-15', 1],
    ['and the 16th is the next month', '2024-08-15', '2024-09-16', 2],
    ['the 30th of a month of 31 days ends on 28 February', '2025-01-30', '2025-02-28', 1],
    ['1 March is the second', '2025-01-30', '2025-03-01', 2],
    ['30 March still is', '2025-01-30', '2025-03-30', 2],
    ['31 March is the third', '2025-01-30', '2025-03-31', 3],
    ['28 February of a common year is a last day', '2025-02-28', '2025-03-31', 1],
    ['28 February of a leap year is none', '2024-02-28', '2024-03-28', 1],
    ['so 29 March is the second month', '2024-02-28', '2024-03-29', 2],
    ['29 February is a last day', '2024-02-29', '2024-03-31', 1],
    ['a year after 29 February', '2024-02-29', '2025-02-28', 12],
    ['two years across a leap year', '2023-02-28', '2024-02-29', 12],
    ['over the turn of the year', '2024-12-31', '2025-01-01', 1],
  ])('%s', (_case, due, paid, months) => expect(monthsLate(plainDate(due), plainDate(paid))).toBe(months));
});

const day = fc.tuple(fc.integer({ min: 1994, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => makePlainDate(year, month, date)).filter((date): date is PlainDate => date !== null);
/** Half of the days are ends of months, where the mistakes are. */
const anyDay = fc.oneof(day, day.map(lastDayOfMonth), day.map(lastDayOfMonth).map((date) => addDays(date, -1)));

describe('months late, for any due date', () => {
  it('never fall when paying later, and grow by one month at most from day to day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -40, max: 1_200 }), (due, days) => {
      const [before, after] = [monthsLate(due, addDays(due, days)), monthsLate(due, addDays(due, days + 1))];
      return after === before || after === before + 1;
    }), { numRuns: 5_000 });
  });

  it('are the smallest k whose month has not ended before the payment', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 1_200 }), (due, days) => {
      const paid = addDays(due, days);
      let k = 0;
      while (endOfMonth(due, k) < paid) k += 1;
      return monthsLate(due, paid) === k;
    }), { numRuns: 3_000 });
  });

  it('are twelve at the end of a year and one on the day after the due date', () => {
    fc.assert(fc.property(anyDay, (due) => monthsLate(due, addDays(due, 1)) === 1 && monthsLate(due, endOfMonth(due, 12)) === 12 && monthsLate(due, addDays(endOfMonth(due, 12), 1)) === 13));
  });
});
