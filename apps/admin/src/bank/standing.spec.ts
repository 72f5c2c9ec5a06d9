import { describe, expect, it } from '@jest/globals';
import type { Standing } from '../api/contract.js';
import { driftSum, oldestAge, suspenseSum } from './standing.js';

const ages = (...lines: [number, number][]): Standing['suspense'] => (['0-1', '2-7', '8-30', '31+'] as const).map((age, at) => ({ age, lines: lines[at]?.[0] ?? 0, amount: (lines[at]?.[0] ?? 0) * 1_000, linesOut: lines[at]?.[1] ?? 0, amountOut: (lines[at]?.[1] ?? 0) * 100 }));

describe('suspense', () => {
  it('adds up over its ages, money in and money out apart', () => expect(suspenseSum(ages([2, 0], [1, 3]))).toEqual({ lines: 6, linesIn: 3, amount: 3_000, linesOut: 3, amountOut: 300 }));
  it.each([[ages([2, 0]), '0-1'], [ages([2, 0], [0, 0], [0, 1]), '8-30'], [ages(), null]])('is as old as its oldest', (of, age) => expect(oldestAge(of)).toBe(age));
});

it('drift of opposite villages does not cancel out', () => expect(driftSum([{ difference: 5_000 }, { difference: -3_000 }] as Standing['drift'])).toBe(8_000));
