import type { Standing } from '../api/contract.js';

type Suspense = Standing['suspense'][number];

export const AGE_WORDS: Readonly<Record<Suspense['age'], string>> = { '0-1': '0–1 hari', '2-7': '2–7 hari', '8-30': '8–30 hari', '31+': 'lebih 30 hari' };

export interface SuspenseSum { readonly lines: number; readonly linesIn: number; readonly amount: number; readonly linesOut: number; readonly amountOut: number }

export function suspenseSum(ages: readonly Suspense[]): SuspenseSum {
  const of = (what: 'lines' | 'amount' | 'linesOut' | 'amountOut'): number => ages.reduce((sum, age) => sum + age[what], 0);
  const [linesIn, linesOut] = [of('lines'), of('linesOut')];
  return { lines: linesIn + linesOut, linesIn, amount: of('amount'), linesOut, amountOut: of('amountOut') };
}

/** The oldest age in which something waits; the API tells the youngest first. */
export const oldestAge = (ages: readonly Suspense[]): Suspense['age'] | null => ages.findLast(({ lines, linesOut }) => lines + linesOut > 0)?.age ?? null;

/** Both directions add up: two villages that differ the opposite way do not agree. */
export const driftSum = (drift: Standing['drift']): number => drift.reduce((sum, { difference }) => sum + Math.abs(difference), 0);
