import { describe, expect, it } from '@jest/globals';
import { plainDate } from '#values';
import { draftNumber, formatLetterNumber } from './number-format.js';

const parts = { classification: '400.12.2.1', number: 188, padding: 4, villageCode: '35.07.26.2003', typeCode: 'SKD', approvedOn: plainDate('2026-11-24') };

describe('the number of a letter', () => {
  it.each([
    ['{klasifikasi}/{nomor}/{kodeDesa}/{tahun}', '400.12.2.1/0188/35.07.26.2003/2026'],
    ['{jenis}/{nomor}/{kodeKecamatan}/{bulanRomawi}/{tahun}', 'SKD/0188/35.07.26/XI/2026'],
    ['{nomor}/{bulan}', '0188/11'],
  ])('follows the format %s', (format, expected) => {
    expect(formatLetterNumber(format, parts)).toBe(expected);
  });

  it('is never cut when it outgrows its padding', () => {
    expect(formatLetterNumber('{nomor}', { ...parts, number: 12345 })).toBe('12345');
  });

  it('refuses a format without a number or with an unknown name', () => {
    expect(() => formatLetterNumber('{tahun}', parts)).toThrow(RangeError);
    expect(() => formatLetterNumber('{nomor}/{desa}', parts)).toThrow('{desa}');
  });

  it('leaves its place open in a draft', () => {
    expect(draftNumber('{klasifikasi}/{nomor}/{kodeDesa}/{tahun}', parts)).toEqual({ before: '400.12.2.1/', after: '/35.07.26.2003/2026' });
  });
});
