import { describe, expect, it } from '@jest/globals';
import { readMoney, showMoney } from './money.js';

describe('an amount in a letter', () => {
  it.each([['', ''], ['Rp ', ''], [undefined, ''], ['1.500.000', 1_500_000], ['Rp 0', 0]])('typed as %j is %j', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it.each([['', ''], [null, ''], [undefined, ''], [0, '0'], ['1500000', '1.500.000']])('%j is shown as %j', (amount, text) => {
    expect(showMoney(amount)).toBe(text);
  });
});
