import { describe, expect, it } from '@jest/globals';
import { bodyHash } from './body-hash.js';

const same = (a: unknown, b: unknown): boolean => bodyHash(a).equals(bodyHash(b));

describe('the hash of a body', () => {
  it('is the same however the keys are ordered or an absent one is written', () => {
    expect(same({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 })).toBe(true);
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [[], {}],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});
