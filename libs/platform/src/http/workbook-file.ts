import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { type PlainDate, safeText } from '#values';
import { type NextPage, pagesOf } from './list-pages.js';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the cells below a heading hold. Long numbers (NOP, NIK) are text: a spreadsheet keeps 15 digits. */
export interface WorkbookColumn {
  readonly heading: string;
  readonly holds: 'text' | 'number' | 'rupiah' | 'percent' | 'day';
  readonly width: number;
}

export type WorkbookCell = string | number | null;

const FORMATS: Record<WorkbookColumn['holds'], string> = { text: '@', number: '0', rupiah: '#,##0', percent: '0.0', day: 'dd-mm-yyyy' };

/**
 * A list as a workbook of one sheet, read page by page and no faster than it is taken: neither the list nor the file ever
 * waits in memory. Text is safe to open, amounts can be added up, days (`YYYY-MM-DD`) can be sorted.
 */
export function workbookFile<Row>(sheetName: string, columns: readonly WorkbookColumn[], nextPage: NextPage<Row>, cells: (row: Row) => readonly WorkbookCell[]): Readable {
  const file = new PassThrough();
  // Whoever reads the file hears of a page that could not be read; nobody else waits for the writing.
  write(file, sheetName, columns, nextPage, cells).catch((error: unknown) => file.destroy(error as Error));
  return file;
}

async function write<Row>(file: PassThrough, sheetName: string, columns: readonly WorkbookColumn[], nextPage: NextPage<Row>, cells: (row: Row) => readonly WorkbookCell[]): Promise<void> {
  // Only who writes a workbook pays for its library.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useSharedStrings: false, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ holds, width }) => ({ width, style: { numFmt: FORMATS[holds] } }));
  const top = sheet.addRow(columns.map(({ heading }) => heading));
  top.font = { bold: true };
  top.commit();
  for await (const rows of pagesOf(nextPage)) {
    for (const row of rows) sheet.addRow(cells(row).map((value, place) => cellOf(value, columns[place]?.holds))).commit();
    await taken(file);
    if (file.destroyed) return;
  }
  await workbook.commit();
}

function cellOf(value: WorkbookCell, holds: WorkbookColumn['holds'] | undefined): string | number | Date | null {
  if (value === null || typeof value === 'number') return value;
  return holds === 'day' ? new Date(`${value as PlainDate}T00:00:00Z`) : safeText(value);
}

/** The writer compresses between turns of the event loop; a slow reader is waited for, one who went away is not. */
async function taken(file: PassThrough): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (!file.writableNeedDrain || file.destroyed) return;
  const gone = new AbortController();
  await Promise.race([once(file, 'drain', { signal: gone.signal }), once(file, 'close', { signal: gone.signal })]).finally(() => gone.abort());
}
