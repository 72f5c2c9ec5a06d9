import { describe, expect, it } from '@jest/globals';
import { cashAge } from './age.js';

const now = new Date('2026-11-27T03:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

describe('the age of cash', () => {
  it('is told in the unit one acts on', () => {
    expect(cashAge(ago(35), now).words).toBe('35 menit');
    expect(cashAge(ago(4 * 24 * 60), now).words).toBe('4 hari');
  });

  it('is marked from the very hour on: a day, a week', () => {
    expect([24 * 60 - 1, 24 * 60, 7 * 24 * 60 - 1, 7 * 24 * 60].map((minutes) => cashAge(ago(minutes), now).tone)).toEqual(['none', 'wait', 'wait', 'bad']);
  });
});
