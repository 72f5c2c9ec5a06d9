import { type Cell, RowInCheck as CheckedRow } from '#imports';
import type { PlainDate } from '#values';
import { type IssueCode, RESIDENT_ISSUES } from './import-issue.js';
import { PLACE_OF, type ResidentColumn } from './resident-columns.js';

/** What a row is checked against. */
export interface RowContext {
  /** Today in WIB. */
  readonly today: PlainDate;
  /** The day a number means in a column of dates; null when it means none. */
  readonly dayOfSerial: (serial: number) => PlainDate | null;
}

const COLUMNS = { places: PLACE_OF, issues: RESIDENT_ISSUES };

export class RowInCheck extends CheckedRow<ResidentColumn, IssueCode, RowContext> {
  constructor(cells: readonly Cell[], context: RowContext) {
    super(COLUMNS, cells, context);
  }
}
