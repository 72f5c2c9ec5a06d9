import { once } from 'node:events';
import type { Writable } from 'node:stream';
import exceljs from 'exceljs';
import { safeText } from '#values';
import { type Cell, cellText } from '../reading/cell.js';

export interface RowIssue {
  readonly severity: 'error' | 'warning';
  /** Heading of the column as the clerk knows it. */
  readonly column: string;
  readonly message: string;
  readonly advice: string;
}

/** Columns added behind the original ones; an upload of the corrected workbook leaves them aside. */
export const ERROR_COLUMNS = ['Baris', 'Tingkat', 'Kolom', 'Masalah', 'Saran'] as const;

const SEVERITY = { error: 'Salah', warning: 'Perlu dicek' } as const;
const PAUSE_EVERY = 500;
const LONGEST_SHEET_NAME = 31;
/** Format "Text": in a General cell a spreadsheet turns a corrected NIK into a number and keeps 15 of its 16 digits. */
const AS_TEXT = '@';

/**
 * Writes a workbook of the rows that need work: the original columns, formatted as text, then row number, severity, columns, problems and
 * advice; several problems of a row stand under each other in one row, so that the corrected workbook can be uploaded. Rows are
 * written out as they come; memory does not grow with their number.
 */
export class ErrorWorkbook {
  private readonly workbook: exceljs.stream.xlsx.WorkbookWriter;
  private sheet: exceljs.Worksheet | null = null;
  private sheetName: string | null = null;
  private readonly names = new Set<string>();
  private width = 0;
  private written = 0;

  constructor(private readonly target: Writable) {
    this.workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: target, useSharedStrings: false, useStyles: true });
  }

  /** Rows of one sheet must follow each other. `headings` as written in that sheet. */
  async add(sheetName: string, headings: readonly string[], row: number, cells: readonly Cell[], issues: readonly RowIssue[]): Promise<void> {
    if (this.sheet === null || this.sheetName !== sheetName) this.startSheet(sheetName, headings);
    const values = Array.from({ length: this.width }, (_, column) => originalValue(cells[column]));
    const severity = issues.some((issue) => issue.severity === 'error') ? 'error' : 'warning';
    const lines = (pick: (issue: RowIssue) => string) => safeText([...new Set(issues.map(pick))].filter(Boolean).join('\n'));
    values.push(row, SEVERITY[severity], lines(({ column }) => column), lines(({ message }) => message), lines(({ advice }) => advice));
    this.sheet?.addRow(values).commit();
    this.written++;
    if (this.written % PAUSE_EVERY === 0) await this.breathe();
  }

  /** Ends the workbook and the stream it was written to; without rows it says so in one line. */
  async finish(): Promise<void> {
    if (this.sheet === null) this.workbook.addWorksheet('Data').addRow(['Tidak ada baris yang bermasalah.']).commit();
    await this.workbook.commit();
  }

  private startSheet(name: string, headings: readonly string[]): void {
    this.sheet?.commit();
    this.width = headings.length;
    this.sheetName = name;
    this.sheet = this.workbook.addWorksheet(this.freeName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
    this.sheet.columns = [...headings.map(() => ({ width: 16, style: { numFmt: AS_TEXT } })), { width: 8 }, { width: 12 }, { width: 22 }, { width: 60 }, { width: 60 }];
    const top = this.sheet.addRow([...headings.map((heading) => safeText(heading)), ...ERROR_COLUMNS]);
    top.font = { bold: true };
    top.commit();
  }

  /** Sheet names are unique, at most 31 characters, without `* ? : \ / [ ]`. */
  private freeName(name: string): string {
    const base = name.replace(/[*?:\\/[\]']/g, ' ').slice(0, LONGEST_SHEET_NAME - 4).trim() || 'Data';
    let free = base;
    for (let number = 2; this.names.has(free.toLowerCase()); number++) free = `${base} ${number}`;
    this.names.add(free.toLowerCase());
    return free;
  }

  /** The writer compresses between turns of the event loop, and a slow reader must be waited for. */
  private async breathe(): Promise<void> {
    if (this.target.writableNeedDrain) await once(this.target, 'drain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Numbers stay numbers; a formula is shown as its last result, never as a formula. */
function originalValue(cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell.value === null) return null;
  if (typeof cell.value === 'number') return Number.isFinite(cell.value) ? cell.value : String(cell.value);
  return safeText(cellText(cell));
}
