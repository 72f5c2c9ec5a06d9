/** What a receipt's number is made of. */
export interface ReceiptNumberParts {
  readonly book: string;
  readonly number: number;
  readonly year: string;
}

/** Fills `{buku}-{nomor}/{tahun}`: `01-000123/2026`. @throws RangeError for a format without {buku} or {nomor}: two books would give one number */
export function formatReceiptNumber(format: string, { book, number, year }: ReceiptNumberParts): string {
  if (!format.includes('{nomor}') || !format.includes('{buku}')) throw new RangeError('a receipt number needs {buku} and {nomor}');
  return format.replaceAll('{buku}', book).replaceAll('{nomor}', String(number).padStart(6, '0')).replaceAll('{tahun}', year);
}
