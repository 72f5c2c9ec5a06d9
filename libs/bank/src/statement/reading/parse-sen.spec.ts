import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSen, senOfNumber } from './parse-sen.js';

describe('an amount of a bank statement', () => {
  it.each([
    ['1.250.000,00', 125_000_000n, null],
    ['1,250,000.00', 125_000_000n, null],
    ['Rp 250.000', 25_000_000n, null],
    ['IDR250000', 25_000_000n, null],
    ['250000.5', 25_000_050n, null],
    ['12,34', 1_234n, null],
    ['1.234', 123_400n, null],
    ['(250.000)', 25_000_000n, 'out'],
    ['-25.50', 2_550n, 'out'],
    ['250.000,00 DB', 25_000_000n, 'out'],
    ['250.000,00-', 25_000_000n, 'out'],
    ['250.000,00 CR', 25_000_000n, 'in'],
    ['250.000 K', 25_000_000n, 'in'],
    ['0', 0n, null],
    ['.00', 0n, null],
    [',50', 50n, null],
  ])('%s', (text, sen, side) => expect(parseSen(text)).toEqual({ sen, side }));

  it.each(['', '-', 'SALDO', '1.25.000', '12.345,678', '1,2,3', '250.0000', '99999999999999999999'])('%j is none', (text) => expect(parseSen(text)).toBeNull());

  it('is read back as it is written in both styles', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (sen) => {
      const [whole, cents] = [sen / 100n, String(sen % 100n).padStart(2, '0')];
      expect(parseSen(`${whole.toLocaleString('id-ID')},${cents}`)?.sen).toBe(sen);
      expect(parseSen(`${whole.toLocaleString('en-US')}.${cents}`)?.sen).toBe(sen);
    }));
  });

  it('of a cell that is a number is read to the hundredth and not guessed beyond', () => {
    expect(senOfNumber(1234.56)).toBe(123_456n);
    expect(senOfNumber(-0.1)).toBe(-10n);
    expect(senOfNumber(1.005)).toBeNull();
  });
});
