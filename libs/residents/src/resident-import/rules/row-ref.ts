/** A row of a file: the number of its sheet from 0 and its spreadsheet row. */
export interface RowRef {
  readonly sheet: number;
  readonly row: number;
}

/** More rows than a sheet can have. */
const ROWS_PER_SHEET = 2 ** 21;

/** Both in one number, so that the maps of a check hold numbers instead of objects. */
export function packRow({ sheet, row }: RowRef): number {
  return sheet * ROWS_PER_SHEET + row;
}

export function unpackRow(packed: number): RowRef {
  return { sheet: Math.floor(packed / ROWS_PER_SHEET), row: packed % ROWS_PER_SHEET };
}

/** `baris 12`, or `baris 12 lembar RW 2` when that is another sheet. */
export function rowWords(packed: number, from: RowRef, sheetNames: readonly string[]): string {
  const { sheet, row } = unpackRow(packed);
  return sheet === from.sheet ? `baris ${row}` : `baris ${row} lembar ${sheetNames[sheet] ?? sheet + 1}`;
}
