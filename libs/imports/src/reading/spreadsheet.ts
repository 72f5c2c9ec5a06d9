import { countLines, statedRows } from './expected-rows.js';
import { readCsvRows } from './csv-rows.js';
import { dateFromSerial } from './date-serial.js';
import { FileRefused } from './file-refused.js';
import { SharedStrings } from './shared-strings.js';
import { sniffFile } from './sniff-file.js';
import type { SheetInfo, SourceRow } from './source-row.js';
import { readWorkbookParts } from './workbook-parts.js';
import { readSheetRows } from './workbook-rows.js';
import { ZipArchive } from './zip-archive.js';

/** A file opened for reading: its sheets are known, its rows are read on demand and may be read again. */
export interface Spreadsheet {
  readonly kind: 'workbook' | 'csv';
  readonly sheets: readonly SheetInfo[];
  /** All rows of all sheets, in order. Leaving the loop early releases what it held. */
  rows(): AsyncGenerator<SourceRow>;
  /** About how many rows there are, for showing progress; null when the file does not say. */
  expectedRows(): Promise<number | null>;
  close(): void;
}

/** The one sheet of a CSV, in words a clerk understands. */
const CSV_SHEET: SheetInfo = { name: 'CSV', hidden: false, dayOfSerial: (serial) => dateFromSerial(serial) };

/**
 * Opens an `.xlsx`/`.xlsm` workbook or a CSV (UTF-8, UTF-16, windows-1252; comma, semicolon, tab or bar) by its content.
 * @throws FileRefused when it is neither, damaged, locked or a zip bomb.
 */
export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  const kind = await sniffFile(path);
  if (kind.kind === 'csv') {
    return { kind: 'csv', sheets: [CSV_SHEET], rows: () => readCsvRows(path, kind, CSV_SHEET), expectedRows: () => countLines(path), close: () => undefined };
  }
  const archive = await ZipArchive.open(path);
  try {
    const { sheets, sharedStrings, dateStyles, from1904 } = await readWorkbookParts(archive);
    if (sheets.length === 0) throw new FileRefused('FILE_EMPTY');
    let strings: Promise<SharedStrings> | null = null;
    return {
      kind: 'workbook',
      sheets: sheets.map(({ info }) => info),
      async *rows() {
        strings ??= SharedStrings.read(archive, sharedStrings);
        for (const sheet of sheets) yield* readSheetRows(archive, { ...sheet, strings: await strings, dateStyles, from1904 });
      },
      expectedRows: () => statedRows(archive, sheets.map(({ part }) => part)),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}
