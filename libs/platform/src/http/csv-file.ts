import { Readable } from 'node:stream';
import { CSV_BEGINNING, csvLine } from '#values';

type Cells = readonly (string | number | null)[];

/** Rows read at once for a file: a few hundred kilobytes, whatever the size of the list. */
export const CSV_PAGE = 1_000;

/**
 * A list as a CSV file, read page by page while the reader takes it, so that a long list neither waits in memory nor
 * holds a transaction open.
 * @param nextPage reads at most `CSV_PAGE` rows behind `last`; null asks for the first page
 */
export function csvFile<Row>(headings: Cells, nextPage: (last: Row | null) => Promise<readonly Row[]>, cells: (row: Row) => Cells): Readable {
  return Readable.from(chunks(headings, nextPage, cells), { objectMode: false });
}

async function* chunks<Row>(headings: Cells, nextPage: (last: Row | null) => Promise<readonly Row[]>, cells: (row: Row) => Cells): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_BEGINNING + csvLine(headings));
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await nextPage(last);
    if (rows.length > 0) yield Buffer.from(rows.map((row) => csvLine(cells(row))).join(''));
    last = rows.at(-1) ?? null;
    if (rows.length < CSV_PAGE) return;
  }
}
