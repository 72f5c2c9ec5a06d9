import { expect, it } from '@jest/globals';
import { formatReceiptNumber } from './receipt-number.js';

const parts = { book: '01', number: 123, year: '2026' };

it.each([['{buku}-{nomor}/{tahun}', '01-000123/2026'], ['TTS {tahun}.{buku}.{nomor}', 'TTS 2026.01.000123']])('fills %s', (format, text) => expect(formatReceiptNumber(format, parts)).toBe(text));
it('needs the book and the number, which together are never given twice', () => {
  expect(() => formatReceiptNumber('{nomor}/{tahun}', parts)).toThrow('{buku}');
  expect(() => formatReceiptNumber('{buku}/{tahun}', parts)).toThrow('{nomor}');
});
