import { describe, expect, it } from '@jest/globals';
import { formatNop, maskNop, type Nop, nopPrefix, nopWarnings, parseNop } from './nop.js';

const NOP = '350713000501200450' as Nop;

describe('NOP (PER-12/PJ/2010, SISMIOP; domain §5.6)', () => {
  it.each(['350713000501200450', '35.07.130.005.012-0045.0', '35 07 130 005 012 0045 0', "'35.07.130.005.012.0045.0\u200b"])('reads %p', (raw) => {
    expect(parseNop(raw)).toEqual({ ok: true, value: NOP });
  });
  it.each([
    ['', 'NOP_EMPTY'],
    ['35071300050120045', 'NOP_LENGTH'],
    ['3507130005012004500', 'NOP_LENGTH'],
    ['35.07.130.005.012-0045.A', 'NOP_NOT_DIGITS'],
    ['3.50713E+17', 'NOP_NOT_DIGITS'],
    ['000000000000000000', 'NOP_ALL_ZERO'],
  ])('refuses %p with %s', (raw, code) => expect(parseNop(raw)).toMatchObject({ ok: false, code }));

  it('is shown with separators, and masked by block and sequence', () => {
    expect(formatNop(NOP)).toBe('35.07.130.005.012-0045.0');
    expect(maskNop(NOP)).toBe('35.07.130.005.***-****.0');
    expect(nopPrefix(NOP)).toBe('3507130005');
  });

  it('warns of a last digit other than 0, 7, 8 and 9 (SE-25/PJ.6/2006; rules, PBB)', () => {
    const warned = Array.from({ length: 10 }, (_, digit) => nopWarnings(`35071300050120045${digit}` as Nop).length);
    expect(warned).toEqual([0, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
  });
});
