import { describe, expect, it } from '@jest/globals';
import { romanMonth } from './roman-month.js';
import { terbilang, terbilangRupiah } from './terbilang.js';

describe('terbilang (EYD; domain §9)', () => {
  it.each([
    [0n, 'nol'],
    [1n, 'satu'],
    [10n, 'sepuluh'],
    [11n, 'sebelas'],
    [12n, 'dua belas'],
    [19n, 'sembilan belas'],
    [20n, 'dua puluh'],
    [21n, 'dua puluh satu'],
    [100n, 'seratus'],
    [101n, 'seratus satu'],
    [111n, 'seratus sebelas'],
    [999n, 'sembilan ratus sembilan puluh sembilan'],
    [1_000n, 'seribu'],
    [1_001n, 'seribu satu'],
    [1_100n, 'seribu seratus'],
    [2_000n, 'dua ribu'],
    [11_000n, 'sebelas ribu'],
    [21_000n, 'dua puluh satu ribu'],
    [100_000n, 'seratus ribu'],
    [101_000n, 'seratus satu ribu'],
    [1_000_000n, 'satu juta'],
    [1_001_000n, 'satu juta seribu'],
    [1_000_001n, 'satu juta satu'],
    [1_000_000_000n, 'satu miliar'],
    [1_001_001_001n, 'satu miliar satu juta seribu satu'],
    [1_000_000_000_000n, 'satu triliun'],
    [111_506_763_667n, 'seratus sebelas miliar lima ratus enam juta tujuh ratus enam puluh tiga ribu enam ratus enam puluh tujuh'],
    [999_000_000_000_000n, 'sembilan ratus sembilan puluh sembilan triliun'],
    [1_000_000_000_000_000n, 'satu kuadriliun'],
  ])('%p', (value, words) => expect(terbilang(value)).toBe(words));

  it('adds the currency', () => expect(terbilangRupiah(823_000n)).toBe('delapan ratus dua puluh tiga ribu rupiah'));
  it('takes whole numbers too', () => expect(terbilang(14)).toBe('empat belas'));
  it('refuses what it cannot say', () => {
    expect(() => terbilang(-1n)).toThrow('TERBILANG_OUT_OF_RANGE');
    expect(() => terbilang(1_000_000_000_000_001n)).toThrow('TERBILANG_OUT_OF_RANGE');
    expect(() => terbilang(1.5)).toThrow('TERBILANG_NOT_WHOLE');
  });
  it('never leaves a double space up to a million', () => {
    for (let value = 0; value <= 1_000_000; value += 997) expect(terbilang(value)).toMatch(/^[a-z]+(?: [a-z]+)*$/);
  });
});

describe('Roman months (domain §4.1)', () => {
  it('writes all twelve', () => {
    expect(Array.from({ length: 12 }, (_, index) => romanMonth(index + 1)).join(' ')).toBe('I II III IV V VI VII VIII IX X XI XII');
  });
  it('knows no thirteenth', () => expect(() => romanMonth(13)).toThrow('MONTH_OUT_OF_RANGE'));
});
