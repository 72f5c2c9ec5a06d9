import { describe, expect, it } from '@jest/globals';
import { capitalised } from './applicant.js';

describe('a place from the register', () => {
  it.each([
    ['JL MAWAR 3', 'Jl Mawar 3'],
    ['KOTA BATU', 'Kota Batu'],
    ['GANG III RT 05', 'Gang III RT 05'],
    ["DUSUN NGRANGKA'AN", "Dusun Ngrangka'an"],
    ['Perum Griya ABC', 'Perum Griya ABC'],
  ])('%s is written %s', (raw, written) => {
    expect(capitalised(raw)).toBe(written);
  });
});
