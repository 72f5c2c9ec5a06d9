/** Digits of a receipt's number in its book. */
export const RECEIPT_DIGITS = 6;

/**
 * What stands around the number of a receipt: `01-` and `/2026` for `{buku}-{nomor}/{tahun}`. The number itself is known only when
 * the receipt is written.
 * @throws RangeError for a format without {buku} or {nomor}: two books would give one number
 */
export function aroundReceiptNumber(format: string, { book, year }: { readonly book: string; readonly year: string }): { before: string; after: string } {
  const halves = format.replaceAll('{buku}', book).replaceAll('{tahun}', year).split('{nomor}');
  if (halves.length !== 2 || !format.includes('{buku}')) throw new RangeError('a receipt number needs {buku} and {nomor}');
  return { before: halves[0] ?? '', after: halves[1] ?? '' };
}
