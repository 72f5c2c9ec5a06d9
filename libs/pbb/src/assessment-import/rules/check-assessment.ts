import { type Cell, cellText, cleanText, RowInCheck } from '#imports';
import { findUnprintable, isPlainDate, type Nop, nopWarnings, parseNop, parsePlainDate, parseRupiah, type PlainDate, type Rupiah } from '#values';
import { taxBook } from '../../bill/tax-book.js';
import { ASSESSMENT_COLUMNS, type AssessmentColumn, columnLabel, PLACE_OF } from './assessment-columns.js';
import { ASSESSMENT_ISSUES, type AssessmentIssue, type AssessmentIssueCode } from './assessment-issues.js';

/** One bill as a list tells it. */
export interface Assessment {
  readonly nop: Nop;
  readonly taxYear: number;
  readonly amount: Rupiah;
  readonly taxBook: number;
  readonly dueOn: PlainDate;
  readonly paid: boolean;
  readonly payerName: string;
  readonly payerAddress: string | null;
  readonly managedBy: string | null;
  readonly address: string | null;
  readonly place: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  /** m² */
  readonly landArea: number | null;
  readonly buildingArea: number | null;
  readonly landClass: string | null;
  readonly buildingClass: string | null;
}

export interface AssessmentContext {
  /** For rows of a layout without these columns; chosen at the upload. */
  readonly taxYear: number | null;
  readonly dueOn: PlainDate | null;
  /** The day a number means in a column of dates; null when it means none. */
  readonly dayOfSerial: (serial: number) => PlainDate | null;
}

export interface CheckedAssessment {
  /** Null when an issue is an error. */
  readonly record: Assessment | null;
  readonly issues: readonly AssessmentIssue[];
}

type Row = RowInCheck<AssessmentColumn, AssessmentIssueCode, AssessmentContext>;

const COLUMNS = { places: PLACE_OF, issues: ASSESSMENT_ISSUES };
const LONGEST = { name: 100, address: 200, word: 60, class: 10 } as const;
const FIRST_TAX_YEAR = 1985;
const LAST_TAX_YEAR = 2199;

/**
 * Lines of a printed list that are no bill: page and running totals, repeated headings, the line with the signature. They
 * have no NOP; where one stands something else in its place, its first words tell.
 */
export function isNoBill(cells: readonly Cell[]): boolean {
  const nop = cells[PLACE_OF.nop];
  const name = cells[PLACE_OF.payerName];
  if (cells.every(({ kind }) => kind === 'empty')) return true;
  const words = [nop, name].map((cell) => (cell ? cellText(cell).trim() : ''));
  if (words[0] === '' && /^(jumlah|total|sub ?total|grand total|halaman)\b/i.test(words[1] ?? '')) return true;
  if (/^(jumlah|total|sub ?total|grand total|halaman|nop$|no_sppt$)/i.test(words[0] ?? '')) return true;
  // A total stands in the column of amounts alone.
  return words[0] === '' && words[1] === '' && cells.filter(({ kind }) => kind !== 'empty').every((cell) => /^[\d.,\sRp-]*$/i.test(cellText(cell)));
}

/** One row of a tax list, judged by itself; `cells` in the order of `ASSESSMENT_COLUMNS`. Every column is read, so that all mistakes are seen at once. */
export function checkAssessment(cells: readonly Cell[], context: AssessmentContext): CheckedAssessment {
  const row: Row = new RowInCheck(COLUMNS, cells, context);
  refuseFormulas(row, cells);
  const [nop, payerName, taxYear] = [readNop(row), readText(row, 'payerName', LONGEST.name), readTaxYear(row)];
  if (payerName === null) row.reject('payerName', 'NAME_EMPTY');
  const [amount, dueOn, paid] = [readAmount(row), readDueOn(row, taxYear), readPaid(row)];
  const record = {
    nop, taxYear, amount, taxBook: amount === null ? 0 : taxBook(amount), dueOn, paid, payerName,
    payerAddress: readText(row, 'payerAddress', LONGEST.address),
    managedBy: readText(row, 'managedBy', LONGEST.name),
    address: readText(row, 'address', LONGEST.address),
    place: readText(row, 'place', LONGEST.word),
    rt: readNeighbourhood(row, 'rt'),
    rw: readNeighbourhood(row, 'rw'),
    landArea: readArea(row, 'landArea'),
    buildingArea: readArea(row, 'buildingArea'),
    landClass: readText(row, 'landClass', LONGEST.class),
    buildingClass: readText(row, 'buildingClass', LONGEST.class),
  };
  return { record: !row.rejected && isComplete(record) ? record : null, issues: row.issues };
}

function isComplete(record: { [Field in keyof Assessment]: Assessment[Field] | null }): record is Assessment {
  return record.nop !== null && record.amount !== null && record.taxYear !== null && record.dueOn !== null && record.payerName !== null;
}

function refuseFormulas(row: Row, cells: readonly Cell[]): void {
  const columns = ASSESSMENT_COLUMNS.filter((_, place) => cells[place]?.kind === 'formula');
  if (columns[0]) row.reject(columns[0], 'FORMULA_CELL', `Sel berisi rumus: ${columns.map(columnLabel).join(', ')}.`);
}

/** Eighteen digits are more than a spreadsheet's number keeps: whatever it shows is another object. */
function readNop(row: Row): Nop | null {
  const cell = row.cell('nop');
  if (cell.kind === 'number' || cell.kind === 'date') return row.reject('nop', 'NOP_DAMAGED');
  const nop = parseNop(cellText(cell));
  if (!nop.ok) return row.reject('nop', ASSESSMENT_ISSUES.knows(nop.code) ? nop.code : 'NOP_LENGTH', nop.message);
  for (const { code, message } of nopWarnings(nop.value)) if (ASSESSMENT_ISSUES.knows(code)) row.warn('nop', code, message);
  return nop.value;
}

/** What must be paid: the change, when there is one, else the tax as listed (rules, PBB). */
function readAmount(row: Row): Rupiah | null {
  const listed = readRupiah(row, 'amount');
  const changed = readRupiah(row, 'changedAmount');
  if (changed === 0n && listed !== 0n) row.warn('changedAmount', 'CHANGE_ZERO');
  const amount = changed === null || changed === 0n ? listed : changed;
  if (amount === null && row.cell('amount').kind === 'empty') row.reject('amount', 'AMOUNT_EMPTY');
  if (amount === 0n) row.warn('amount', 'AMOUNT_ZERO');
  return amount;
}

function readRupiah(row: Row, column: 'amount' | 'changedAmount'): Rupiah | null {
  const cell = row.cell(column);
  if (cell.kind === 'empty' || (cell.kind === 'text' && cleanText(cell.value) === null)) return null;
  if (cell.kind === 'number') {
    if (!Number.isSafeInteger(cell.value)) return row.reject(column, 'AMOUNT_UNREADABLE');
    return cell.value < 0 ? row.reject(column, 'AMOUNT_NEGATIVE') : BigInt(cell.value);
  }
  const amount = cell.kind === 'text' ? parseRupiah(cell.value) : null;
  if (!amount?.ok) return row.reject(column, 'AMOUNT_UNREADABLE', amount?.message);
  return amount.value < 0n ? row.reject(column, 'AMOUNT_NEGATIVE') : amount.value;
}

function readTaxYear(row: Row): number | null {
  const cell = row.cell('taxYear');
  const text = cell.kind === 'date' ? '' : (cleanText(cellText(cell)) ?? '');
  if (text === '' && cell.kind !== 'date') return row.context.taxYear ?? row.reject('taxYear', 'YEAR_MISSING');
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_TAX_YEAR && year <= LAST_TAX_YEAR ? year : row.reject('taxYear', 'YEAR_UNREADABLE');
}

function readDueOn(row: Row, taxYear: number | null): PlainDate | null {
  const cell = row.cell('dueOn');
  const text = cell.kind === 'text' ? cleanText(cell.value) : cellText(cell);
  if (text === null || text === '') return row.context.dueOn ?? row.reject('dueOn', 'DUE_MISSING');
  const day = cell.kind === 'number' ? row.context.dayOfSerial(cell.value) : cell.kind === 'date' ? dayOf(cell.value.slice(0, 10)) : dayOf(text);
  if (day === null) return row.reject('dueOn', 'DUE_UNREADABLE');
  const years = Number(day.slice(0, 4)) - (taxYear ?? 0);
  if (taxYear !== null && (years < 0 || years > 1)) row.warn('dueOn', 'DUE_OUTSIDE');
  return day;
}

function dayOf(text: string): PlainDate | null {
  if (isPlainDate(text)) return text;
  const day = parsePlainDate(text);
  return day.ok ? day.value : null;
}

/** Paid by its own column, or because the list gives the day of the payment. */
function readPaid(row: Row): boolean {
  const cell = row.cell('paid');
  const word = (cleanText(cellText(cell)) ?? '').toLowerCase();
  if (['lunas', 'sudah', 'sudah lunas', 'sudah bayar', '2'].includes(word)) return true;
  if (!['', 'belum', 'belum lunas', 'belum bayar', 'terhutang', 'terutang', '1', '0'].includes(word)) row.reject('paid', 'PAID_UNREADABLE');
  else if (word !== '') return false;
  return cleanText(cellText(row.cell('paidOn'))) !== null;
}

function readText(row: Row, column: AssessmentColumn, longest: number): string | null {
  const cell = row.cell(column);
  if (cell.kind === 'error') return row.warn(column, 'CELL_ERROR');
  let text = cleanText(cellText(cell));
  if (text === null) return null;
  if (findUnprintable(text)) {
    row.warn(column, 'TEXT_CHARACTER');
    text = cleanText([...text].filter((character) => findUnprintable(character) === null).join(''));
  }
  if (text === null || text.length <= longest) return text;
  row.warn(column, 'TEXT_SHORTENED', `${columnLabel(column)} lebih dari ${longest} huruf; sisanya dipotong.`);
  return text.slice(0, longest).trimEnd();
}

/** Square metres; a list's fraction of one is of no interest to a bill. */
function readArea(row: Row, column: 'landArea' | 'buildingArea'): number | null {
  const cell = row.cell(column);
  const text = cleanText(cellText(cell));
  if (text === null) return null;
  const area = cell.kind === 'number' ? cell.value : /^\d{1,3}(\.\d{3})*(,\d+)?$|^\d+(,\d+)?$/.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : Number.NaN;
  return area >= 0 && area < 1e9 ? Math.round(area) : row.warn(column, 'AREA_UNREADABLE', `${columnLabel(column)} tidak terbaca; dikosongkan.`);
}

/** `3`, `RT 03` and `003` are RT 003; 0 is none. */
function readNeighbourhood(row: Row, column: 'rt' | 'rw'): string | null {
  const text = cleanText(cellText(row.cell(column)));
  const digits = text === null ? null : /^(?:rt|rw)?[.\s]*(\d{1,3})$/i.exec(text)?.[1];
  if (digits === null || (digits !== undefined && Number(digits) === 0)) return null;
  return digits?.padStart(3, '0') ?? row.warn(column, 'RT_UNREADABLE', `${columnLabel(column)} tidak terbaca; dikosongkan.`);
}
