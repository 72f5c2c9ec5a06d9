import type { Cell } from '#imports';
import type { PlainDate } from '#values';
import { type ImportIssue, importIssue, type IssueCode, type Severity } from './import-issue.js';
import { PLACE_OF, type ResidentColumn } from './resident-columns.js';

/** What a row is checked against. */
export interface RowContext {
  /** Today in WIB. */
  readonly today: PlainDate;
  /** The day a number means in a column of dates; null when it means none. */
  readonly dayOfSerial: (serial: number) => PlainDate | null;
}

const EMPTY: Cell = { kind: 'empty', value: null };

/** One row while its cells are read: hands out cells by column and gathers what is wrong. */
export class RowInCheck {
  readonly issues: ImportIssue[] = [];
  /** Whether anything keeps the row out. */
  rejected = false;

  constructor(
    private readonly cells: readonly Cell[],
    readonly context: RowContext,
  ) {}

  cell(column: ResidentColumn): Cell {
    return this.cells[PLACE_OF[column]] ?? EMPTY;
  }

  reject(column: ResidentColumn, code: IssueCode, message?: string, advice?: string): null {
    return this.tell('error', column, code, message, advice);
  }

  warn(column: ResidentColumn, code: IssueCode, message?: string, advice?: string): null {
    return this.tell('warning', column, code, message, advice);
  }

  /** Answers null, the value of a field about which there is something to tell. */
  tell(severity: Severity, column: ResidentColumn, code: IssueCode, message?: string, advice?: string): null {
    const { kind, value } = this.cell(column);
    // One error says the cell holds a formula; what follows from not reading it would only confuse.
    if (kind === 'formula' && code !== 'FORMULA_CELL') return null;
    this.issues.push(importIssue(severity, column, code, value === null ? '' : String(value), message, advice));
    if (severity === 'error') this.rejected = true;
    return null;
  }
}
