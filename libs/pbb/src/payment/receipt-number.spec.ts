import { expect, it } from '@jest/globals';
import { aroundReceiptNumber } from './receipt-number.js';

const parts = { book: '01', year: '2026' };

it.each([['{buku}-{nomor}/{tahun}', '01-', '/2026'], ['TTS {tahun}.{buku}.{nomor}', 'TTS 2026.01.', '']])('fills %s', (format, before, after) => expect(aroundReceiptNumber(format, parts)).toEqual({ before, after }));
it('needs the book and the number, which together are never given twice', () => {
  expect(() => aroundReceiptNumber('{nomor}/{tahun}', parts)).toThrow('{buku}');
  expect(() => aroundReceiptNumber('{buku}/{tahun}', parts)).toThrow('{nomor}');
  expect(() => aroundReceiptNumber('{buku}{nomor}{nomor}', parts)).toThrow('{nomor}');
});
