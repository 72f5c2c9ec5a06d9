import { Readable } from 'node:stream';
import { CSV_BEGINNING, csvLine } from '#values';
import { type NextPage, pagesOf } from './list-pages.js';

type Cells = readonly (string | number | null)[];

/**
 * A list as a CSV file, read page by page while the reader takes it, so that a long list neither waits in memory nor
 * holds a transaction open.
 */
export function csvFile<Row>(headings: Cells, nextPage: NextPage<Row>, cells: (row: Row) => Cells): Readable {
  return Readable.from(chunks(headings, nextPage, cells), { objectMode: false });
}

async function* chunks<Row>(headings: Cells, nextPage: NextPage<Row>, cells: (row: Row) => Cells): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_BEGINNING + csvLine(headings));
  for await (const rows of pagesOf(nextPage)) yield Buffer.from(rows.map((row) => csvLine(cells(row))).join(''));
}
