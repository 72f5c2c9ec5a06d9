import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { depositReference, MOST_DEPOSITS, referencesIn } from './deposit-reference.js';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const deposit = fc.tuple(fc.integer({ min: 1, max: 1023 }), fc.integer({ min: 1, max: MOST_DEPOSITS - 1 }));

describe('the reference of a deposit', () => {
  it('is short, and is read out of whatever stands around it', () => {
    const reference = depositReference(10, 15);
    expect(reference).toMatch(/^PB0A0000F.$/);
    expect(referencesIn(`SETORAN PBB ${reference} DESA PUJON`)).toEqual([reference]);
    expect(referencesIn(`trf/${reference.toLowerCase()}/001`)).toEqual([reference]);
    expect(referencesIn(`${reference.slice(0, 4)} ${reference.slice(4, 7)}-${reference.slice(7)}`)).toEqual([reference]);
  });

  it('names the village and the number', () => {
    fc.assert(fc.property(deposit, deposit, (a, b) => (a[0] === b[0] && a[1] === b[1]) === (depositReference(...a) === depositReference(...b))));
    fc.assert(fc.property(deposit, (one) => referencesIn(depositReference(...one)).length === 1));
  });

  it('is none with one digit mistyped', () => {
    fc.assert(fc.property(deposit, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 31 }), (one, place, shift) => {
      const reference = depositReference(...one);
      const wrong = DIGITS[(DIGITS.indexOf(reference[place] ?? '') + shift) % 32] ?? '';
      return referencesIn(reference.slice(0, place) + wrong + reference.slice(place + 1)).length === 0;
    }), { numRuns: 2_000 });
  });

  it('is not found inside a longer word, and not where there is none', () => {
    const reference = depositReference(10, 15);
    expect(referencesIn(`X${reference}`)).toEqual([]);
    expect(referencesIn(`${reference}1`)).toEqual([]);
    expect(referencesIn('SETORAN PBB DESA')).toEqual([]);
  });

  it('refuses what its digits do not hold', () => {
    expect(() => depositReference(1024, 1)).toThrow('REFERENCE_TOO_LARGE');
    expect(() => depositReference(1, MOST_DEPOSITS)).toThrow('REFERENCE_TOO_LARGE');
  });
});
