import type { Cell } from './cell.js';

export interface SheetInfo {
  readonly name: string;
  /** Hidden by its author: read like the others, but named so, since nobody sees it when opening the workbook. */
  readonly hidden: boolean;
  /** Serial numbers of this workbook count from 1904. */
  readonly from1904: boolean;
}

/** One row that is not blank. Trailing empty cells are cut, those between are kept. */
export interface SourceRow {
  readonly sheet: SheetInfo;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}
