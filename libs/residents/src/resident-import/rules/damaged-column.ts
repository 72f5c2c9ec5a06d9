import { importIssue } from './import-issue.js';
import type { RowIssue } from './check-across-rows.js';
import { unpackRow } from './row-ref.js';

/** Fewer numbers prove nothing: by chance one in ten ends in 0. */
const ENOUGH = 20;

/**
 * Watches for the mark of a spreadsheet that kept 15 digits: most of a column's 16-digit numbers end in 0. Then those that
 * do are out, whether they stand there as numbers or, saved as CSV since, as text.
 */
export class DamagedColumn {
  private count = 0;
  private readonly zeros: number[] = [];
  private zeroNumbers = 0;
  private last = '';

  constructor(
    private readonly field: 'nik' | 'familyNumber',
    private readonly code: 'NIK_COLUMN_DAMAGED' | 'FAMILY_NUMBER_COLUMN_DAMAGED',
  ) {}

  /** A number that the rows of a family share counts once. */
  add(packed: number, digits: string): void {
    const zero = digits.endsWith('0');
    if (zero) this.zeros.push(packed);
    if (this.last === digits) return;
    this.last = digits;
    this.count++;
    if (zero) this.zeroNumbers++;
  }

  verdict(): RowIssue[] {
    if (this.count < ENOUGH || this.zeroNumbers * 2 <= this.count) return [];
    const message = 'Sebagian besar nomor di kolom ini berakhiran 0: angka terakhirnya hilang di lembar kerja.';
    return this.zeros.map((packed) => ({ at: unpackRow(packed), issue: importIssue('error', this.field, this.code, '', message) }));
  }
}
