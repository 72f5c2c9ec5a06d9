import { describe, expect, it } from '@jest/globals';
import type { Bill } from '../api/contract.js';
import { byObject, skippedYears, sumOf, tickedBills } from './basket.js';

const bill = (id: string, objectId: string, taxYear: number, owed = 10_000, penalty: number | null = 0): Bill => ({
  id, objectId, nop: objectId, taxYear, cycle: 1, amount: owed, book: 1, dueOn: `${taxYear}-09-30`, payerName: 'SULASTRI', managedBy: null, address: null, areaPath: null, status: 'unpaid', owed, penalty: penalty === null ? null : { months: 1, amount: penalty },
});
const a24 = bill('a24', 'a', 2024, 10_000, 500);
const a25 = bill('a25', 'a', 2025);
const a26 = bill('a26', 'a', 2026);
const b26 = bill('b26', 'b', 2026, 7_000, 70);

describe('what is paid now', () => {
  it('is every unpaid year of the chosen objects, oldest first, without those taken off', () => {
    const objects = byObject([a26, a24, b26, a25]);
    expect(objects.map(({ objectId }) => objectId)).toEqual(['a', 'b']);
    expect(tickedBills(objects, new Set()).map(({ id }) => id)).toEqual(['a24', 'a25', 'a26', 'b26']);
    expect(tickedBills(objects, new Set(['a26'])).map(({ id }) => id)).toEqual(['a24', 'a25', 'b26']);
  });

  it('warns of an older year left out, never of a newer one', () => {
    expect(skippedYears([a24, a25, a26], new Set(['a24']))).toEqual([2024]);
    expect(skippedYears([a24, a25, a26], new Set(['a26']))).toEqual([]);
    expect(skippedYears([a24, a25, a26], new Set(['a24', 'a25', 'a26']))).toEqual([]);
  });

  it('keeps principal and penalty apart, and says when a penalty is not known', () => {
    expect(sumOf([a24, b26])).toEqual({ principal: 17_000, penalty: 570, total: 17_570, ruleMissing: false });
    expect(sumOf([bill('c', 'c', 2026, 5_000, null)])).toEqual({ principal: 5_000, penalty: 0, total: 5_000, ruleMissing: true });
  });
});
