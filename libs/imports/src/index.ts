export { type Cell, type CellKind, cellText, columnLetter, EMPTY_CELL } from './reading/cell.js';
export { type FileRefusal, FileRefused } from './reading/file-refused.js';
export type { SheetInfo, SourceRow } from './reading/source-row.js';
export { openSpreadsheet, type Spreadsheet } from './reading/spreadsheet.js';
export type { HeadingRules, KnownColumn, KnownLayout } from './headings/heading-rules.js';
export { type Headings } from './headings/match-headings.js';
export { type TableLayout, TableReader, type TableRow } from './headings/table-reader.js';
export { ERROR_COLUMNS, ErrorWorkbook, type RowIssue } from './error-workbook/error-workbook.js';
export { safeText } from './error-workbook/safe-text.js';
