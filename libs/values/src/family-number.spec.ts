import { describe, expect, it } from '@jest/globals';
import { familyNumberWarnings, type FamilyNumber, isTemporaryFamilyNumber, makeTemporaryFamilyNumber, maskFamilyNumber, parseFamilyNumber } from './family-number.js';

describe('reading a family number (domain §2.2; rules, NIK and KK)', () => {
  it.each([
    ['3507220101200001', '3507220101200001'],
    ['3507.2201.0120.0001', '3507220101200001'],
    ["'3507220101200001\u200b", '3507220101200001'],
    ['3507229999990001', '3507229999990001'],
    ['0350722200300007', '0350722200300007'],
  ])('accepts %p', (raw, number) => expect(parseFamilyNumber(raw)).toEqual({ ok: true, value: number }));

  it.each([
    ['', 'FAMILY_NUMBER_EMPTY'],
    ['0', 'FAMILY_NUMBER_EMPTY'],
    ['-', 'FAMILY_NUMBER_EMPTY'],
    ['350722010120001', 'FAMILY_NUMBER_LENGTH'],
    ['0000000000000000', 'FAMILY_NUMBER_ALL_ZERO'],
    ['3507220101200000', 'FAMILY_NUMBER_SERIAL'],
    ['KK3507220101200001', 'FAMILY_NUMBER_NOT_DIGITS'],
  ])('refuses %p with %s', (raw, code) => expect(parseFamilyNumber(raw)).toMatchObject({ ok: false, code }));

  it.each([
    ['3507220101200001', []],
    ['3507222902240001', []],
    ['3507222902230001', ['FAMILY_NUMBER_DATE_IMPOSSIBLE']],
    ['3507224101200001', ['FAMILY_NUMBER_DATE_IMPOSSIBLE']],
    ['9907220113200001', ['FAMILY_NUMBER_PROVINCE_UNKNOWN', 'FAMILY_NUMBER_DATE_IMPOSSIBLE']],
    ['0350722200300007', []],
  ])('%s warns of %j', (number, codes) => {
    expect(familyNumberWarnings(number as FamilyNumber).map(({ code }) => code)).toEqual(codes);
  });

  it('makes, recognises and masks temporary numbers like those of persons', () => {
    const number = makeTemporaryFamilyNumber('35.07.22.2003', 12);
    expect(number).toBe('0350722200300012');
    expect(isTemporaryFamilyNumber(number)).toBe(true);
    expect(maskFamilyNumber('3507220101200001')).toBe('350722******0001');
    expect(maskFamilyNumber('3507220101200001', 'public')).toBe('************0001');
  });
});
