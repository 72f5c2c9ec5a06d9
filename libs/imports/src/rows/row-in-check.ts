import { type Cell, EMPTY_CELL } from '../reading/cell.js';
import type { ImportIssue, IssueTable, Severity } from './issue-table.js';

/** Where the columns of a kind of list stand among the cells, and the words of its issues. */
export interface CheckedColumns<Field extends string, Code extends string> {
  readonly places: Readonly<Record<Field, number>>;
  readonly issues: IssueTable<Code>;
}

/** One row while its cells are read: hands out cells by column and gathers what is wrong. */
export class RowInCheck<Field extends string, Code extends string, Context> {
  readonly issues: ImportIssue<Field, Code>[] = [];
  /** Whether anything keeps the row out. */
  rejected = false;

  constructor(
    private readonly columns: CheckedColumns<Field, Code>,
    private readonly cells: readonly Cell[],
    readonly context: Context,
  ) {}

  cell(column: Field): Cell {
    return this.cells[this.columns.places[column]] ?? EMPTY_CELL;
  }

  reject(column: Field, code: Code, message?: string, advice?: string): null {
    return this.tell('error', column, code, message, advice);
  }

  warn(column: Field, code: Code, message?: string, advice?: string): null {
    return this.tell('warning', column, code, message, advice);
  }

  /** Answers null, the value of a field about which there is something to tell. */
  tell(severity: Severity, column: Field, code: Code, message?: string, advice?: string): null {
    const { kind, value } = this.cell(column);
    // One error says the cell holds a formula; what follows from not reading it would only confuse.
    if (kind === 'formula' && code !== 'FORMULA_CELL') return null;
    this.issues.push(this.columns.issues.issue(severity, column, code, value === null ? '' : String(value), message, advice));
    if (severity === 'error') this.rejected = true;
    return null;
  }
}
