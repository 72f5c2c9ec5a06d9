import { createReadStream } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Cell, EMPTY_CELL, LONGEST_CELL, MOST_COLUMNS } from './cell.js';
import { FileRefused } from './file-refused.js';
import type { FileKind } from './sniff-file.js';
import type { SheetInfo, SourceRow } from './source-row.js';
import type { TextEncoding } from './text-encoding.js';

/** A record beyond this many bytes is a quote that was never closed: it would swallow the file up to its end. */
const LONGEST_RECORD = 1_000_000;

/** Of a line: as many as there may be columns, and one quoted cell full of them. */
const MOST_SEPARATORS = MOST_COLUMNS + LONGEST_CELL;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The rows of a CSV, one at a time, blank ones left out. Row numbers are those a spreadsheet shows: a line break inside
 * quotes starts no row, a blank line is one.
 * @throws FileRefused `FILE_CELL_TOO_LONG`, `FILE_QUOTE_OPEN`
 */
export async function* readCsvRows(path: string, kind: Extract<FileKind, { kind: 'csv' }>, sheet: SheetInfo): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter: kind.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
    from_line: kind.declared ? 2 : 1,
    max_record_size: LONGEST_RECORD,
  });
  const source = createReadStream(path, { highWaterMark: 1 << 17 });
  const narrow = narrowLines(kind.delimiter);
  // The callback form: the parser is read below, and what fails on the way reaches the loop through it.
  if (kind.encoding === 'utf-8') pipeline(source, narrow, parser, () => undefined);
  else pipeline(source, decoder(kind.encoding), narrow, parser, () => undefined);
  let row = 0;
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      row++;
      const cells = toCells(values, row);
      if (cells.length > 0) yield { sheet, row, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? explain(error, row + 1) : error;
  } finally {
    source.destroy();
  }
}

function toCells(values: readonly string[], row: number): Cell[] {
  const cells: Cell[] = [];
  let filled = 0;
  const width = Math.min(values.length, MOST_COLUMNS);
  for (let index = 0; index < width; index++) {
    const value = values[index] ?? '';
    if (value === '') cells.push(EMPTY_CELL);
    else {
      if (value.length > LONGEST_CELL) throw new FileRefused('FILE_CELL_TOO_LONG', `Lihat baris ${row}.`);
      cells.push({ kind: 'text', value });
      filled = index + 1;
    }
  }
  cells.length = filled;
  return cells;
}

/** Refuses a line of endless delimiters, of which the parser would make millions of cells at one go. */
function narrowLines(delimiter: string): Transform {
  const separator = delimiter.charCodeAt(0);
  let separators = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      for (const byte of chunk) {
        if (byte === LINE_FEED || byte === CARRIAGE_RETURN) separators = 0;
        else if (byte === separator && ++separators > MOST_SEPARATORS) return done(new FileRefused('FILE_DAMAGED', 'Ada baris dengan kolom yang terlalu banyak.'));
      }
      done(null, chunk);
    },
  });
}

function decoder(encoding: TextEncoding): Transform {
  const decode = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decode.decode(chunk, { stream: true })),
    flush: (done) => done(null, decode.decode()),
  });
}

function explain(error: CsvError, row: number): FileRefused {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') return new FileRefused('FILE_QUOTE_OPEN', `Lihat baris ${row} dan sesudahnya.`);
  return new FileRefused('FILE_DAMAGED', `Lihat baris ${row}.`);
}
