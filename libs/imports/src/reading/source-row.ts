import type { PlainDate } from '#values';
import type { Cell } from './cell.js';

export interface SheetInfo {
  readonly name: string;
  /** Hidden by its author: read like the others, but named so, since nobody sees it when opening the workbook. */
  readonly hidden: boolean;
  /** The day of a number in a column of dates: some workbooks count from 1904. Null for a number that is no day. */
  readonly dayOfSerial: (serial: number) => PlainDate | null;
}

/** One row that is not blank. Trailing empty cells are cut, those between are kept. */
export interface SourceRow {
  readonly sheet: SheetInfo;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}
