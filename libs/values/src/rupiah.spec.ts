import { describe, expect, it } from '@jest/globals';
import { applyRate, formatRupiah, formatRupiahWithCents, formatThousands, parseRupiah, rupiah, rupiahToNumber } from './rupiah.js';

describe('writing rupiah (EYD; domain §9)', () => {
  it.each([
    [0n, 'Rp0'],
    [999n, 'Rp999'],
    [1_000n, 'Rp1.000'],
    [1_234_567n, 'Rp1.234.567'],
    [-2_500n, '-Rp2.500'],
    [111_506_763_667n, 'Rp111.506.763.667'],
  ])('writes %p as %s', (amount, text) => expect(formatRupiah(amount)).toBe(text));

  it('writes two decimals where a form shows them', () => expect(formatRupiahWithCents(1_234_567n)).toBe('Rp1.234.567,00'));
  it('groups plain counts, also negative ones', () => {
    expect(formatThousands(2_734_623)).toBe('2.734.623');
    expect(formatThousands(-500n)).toBe('-500');
    expect(formatThousands(-1_500)).toBe('-1.500');
  });
});

describe('reading rupiah (domain §9)', () => {
  it.each([
    ['1.234.567', 1_234_567n],
    ['Rp 1234567', 1_234_567n],
    ['Rp 12.500', 12_500n],
    ['Rp. 12.500', 12_500n],
    ['rp12.500', 12_500n],
    ['12500,00', 12_500n],
    ['Rp1.234.567,00', 1_234_567n],
    ['12.500,-', 12_500n],
    ['-Rp2.500', -2_500n],
    ['Rp-2.500', -2_500n],
    ['−2.500', -2_500n],
    [' Rp\u00a01.000 ', 1_000n],
    ['0', 0n],
    ['1.000.000.000.000.000', 1_000_000_000_000_000n],
  ])('reads %p', (raw, amount) => expect(parseRupiah(raw)).toEqual({ ok: true, value: amount }));

  it.each([
    ['', 'RUPIAH_EMPTY'],
    ['   ', 'RUPIAH_EMPTY'],
    ['12500,50', 'RUPIAH_FRACTION'],
    ['0,01', 'RUPIAH_FRACTION'],
    ['12.5', 'RUPIAH_NOT_A_NUMBER'],
    ['1.23.456', 'RUPIAH_NOT_A_NUMBER'],
    ['12,500.00', 'RUPIAH_NOT_A_NUMBER'],
    ['1234.567', 'RUPIAH_NOT_A_NUMBER'],
    ['--5', 'RUPIAH_NOT_A_NUMBER'],
    ['-Rp-5', 'RUPIAH_NOT_A_NUMBER'],
    ['1e6', 'RUPIAH_NOT_A_NUMBER'],
    ['Rp', 'RUPIAH_NOT_A_NUMBER'],
    ['lima ribu', 'RUPIAH_NOT_A_NUMBER'],
    ['1.000.000.000.000.001', 'RUPIAH_TOO_LARGE'],
  ])('refuses %p with %s', (raw, code) => expect(parseRupiah(raw)).toMatchObject({ ok: false, code }));

  it('reads back what it writes', () => {
    for (const amount of [0n, 7n, -7n, 1_000n, 987_654_321n]) {
      expect(parseRupiah(formatRupiah(amount))).toEqual({ ok: true, value: amount });
    }
  });
});

describe('rates in parts per 100.000, half up (domain §0 rule 7, §5.2, §5.3, §6)', () => {
  it.each([
    ['UU 28/2009 Ps.81: 411.500.000 at 0,2 %', 411_500_000n, 200, 823_000n],
    ['Malang first tier: 290.000.000 at 0,050 %', 290_000_000n, 50, 145_000n],
    ['Malang second tier: 290.000.001 at 0,069 %', 290_000_001n, 69, 200_100n],
    ['penalty of one month at 2 %', 100_000n, 2_000, 2_000n],
    ['24 months at 1 % on 100.000', 100_000n, 24_000, 24_000n],
    ['exactly half goes up', 50n, 1_000, 1n],
    ['just below half goes down', 49n, 1_000, 0n],
    ['a reversal mirrors its original', -50n, 1_000, -1n],
    ['zero stays zero', 0n, 69, 0n],
  ])('%s', (_, amount, parts, result) => expect(applyRate(amount, parts)).toBe(result));

  it('keeps amounts exact that a float would not', () => {
    expect(applyRate(999_999_999_999_999n, 100_000)).toBe(999_999_999_999_999n);
  });
  it('refuses a rate that is not whole parts', () => {
    expect(() => applyRate(1n, 0.5)).toThrow('RATE_NOT_WHOLE');
    expect(() => applyRate(1n, -1)).toThrow('RATE_NEGATIVE');
  });
});

describe('rupiah at the borders', () => {
  it('takes database text and whole numbers only', () => {
    expect(rupiah('-2500')).toBe(-2_500n);
    expect(rupiah(2_500)).toBe(2_500n);
    expect(() => rupiah(0.1)).toThrow('RUPIAH_NOT_WHOLE');
    expect(() => rupiah('1.000')).toThrow('RUPIAH_NOT_WHOLE');
  });
  it('gives a JSON number only while it is exact', () => {
    expect(rupiahToNumber(1_000_000_000_000_000n)).toBe(1e15);
    expect(() => rupiahToNumber(9_007_199_254_740_993n)).toThrow('RUPIAH_TOO_LARGE');
  });
});
