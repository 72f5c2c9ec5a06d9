import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { reportDays } from './report-days.js';

const today = plainDate('2026-11-24');

describe('the days of a report', () => {
  it.each([
    [{}, '2026-01-01', '2026-11-24', '2025-01-01', '2025-11-24'],
    [{ period: '2026-11' }, '2026-11-01', '2026-11-24', '2025-11-01', '2025-11-24'],
    [{ period: '2025' }, '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
    [{ on: '2024-02-29' }, '2024-01-01', '2024-02-29', '2023-01-01', '2023-02-28'],
    // A whole February is compared with a whole February.
    [{ period: '2025-02' }, '2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    [{ period: '2024-02' }, '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ])('of %j are %s to %s beside %s to %s', (asked, from, on, fromBefore, onBefore) => {
    expect(reportDays(today, asked)).toMatchObject({ from, on, fromBefore, onBefore });
  });

  it('refuses a day or a period that has not come, and a day no calendar has', () => {
    for (const asked of [{ on: '2026-11-25' }, { on: '2026-02-30' }, { period: '2026-12' }, { on: '2025-06-01', period: '2026' }]) expect(() => reportDays(today, asked)).toThrow('INVALID_INPUT');
  });
});
