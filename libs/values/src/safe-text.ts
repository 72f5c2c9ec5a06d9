/** Starts a spreadsheet may take for a formula; behind them a file can reach other files and addresses. */
const DANGEROUS = /^[=+\-@\t\r\n]/;

/**
 * Text that no spreadsheet runs: a leading apostrophe before `=`, `+`, `-`, `@`, a tab or a line break. Our own reader
 * drops that apostrophe again, so a corrected error workbook can be uploaded as it is.
 */
export function safeText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}
