import { describe, expect, it } from '@jest/globals';
import { readHeads } from './audit-heads.js';

const head = 'a1'.repeat(32);

describe('the heads noted on an earlier day', () => {
  it('are read as they were printed', () => {
    expect(readHeads(`0 12 ${head}\n35 7 ${head}\n`)).toEqual([{ unit: 0, position: 12, head }, { unit: 35, position: 7, head }]);
  });

  it.each(['', '\n', `0 12 ${head.slice(1)}`, 'unit 0: intact, 3 sealed', `0 12 ${head}\nx`])('are refused when they prove nothing: %j', (text) => {
    expect(() => readHeads(text)).toThrow();
  });
});
