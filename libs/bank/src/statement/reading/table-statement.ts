import { type Cell, cellText, cleanText, openSpreadsheet, RowInCheck, type Spreadsheet, type TableLayout, TableReader, type TableRow } from '#imports';
import { DomainError } from '#platform';
import type { PlainDate } from '#values';
import { bookingDay } from './booking-day.js';
import { parseSen, senOfNumber, type WrittenAmount } from './parse-sen.js';
import { headingsFor, PLACE_OF, type StatementColumn } from './statement-columns.js';
import { STATEMENT_ISSUES, type StatementIssueCode } from './statement-issues.js';
import { type BankLine, emptyHead, isCorrection, type JudgedLine, LONGEST_MORE, LONGEST_REMARK, type StatementHead, type StatementReader } from './statement-reader.js';

const LONGEST_REFERENCE = 60;

interface RowContext {
  readonly dayOfSerial: (serial: number) => PlainDate | null;
}

type Row = RowInCheck<StatementColumn, StatementIssueCode, RowContext>;

/** A statement in CSV or XLSX, as banks let people download it. */
export class TableStatement implements StatementReader {
  readonly head: StatementHead = emptyHead();
  private readonly reader: TableReader;

  private constructor(private readonly spreadsheet: Spreadsheet, mapping: Readonly<Record<string, string>> | null) {
    this.reader = new TableReader(spreadsheet, headingsFor(mapping));
  }

  static async open(path: string, mapping: Readonly<Record<string, string>> | null): Promise<TableStatement> {
    return new TableStatement(await openSpreadsheet(path), mapping);
  }

  /** @throws DomainError 422 for a table without a column of amounts */
  async *rows(): AsyncGenerator<JudgedLine> {
    let first = true;
    let held: HeldLine | null = null;
    for await (const row of this.reader.rows()) {
      if (first) assertAmounts(row);
      first = false;
      const kind = this.kindOf(row);
      if (kind === 'more') {
        // Words below a line that is not right above them are the foot of a page.
        if (held?.judged.line && held.lastRow + 1 === row.row) held = continued(held, row);
        continue;
      }
      if (held) yield held.judged;
      held = kind === 'line' ? { judged: judgeRow(row), lastRow: row.row } : null;
    }
    if (held) yield held.judged;
  }

  layout(): TableLayout {
    return this.reader.layout();
  }

  expectedRows(): Promise<number | null> {
    return this.spreadsheet.expectedRows();
  }

  close(): void {
    this.spreadsheet.close();
  }

  /**
   * What a row is: a line; more words of the line above it (banks break a long remark); or what books nothing: opening and
   * closing balance, totals, a repeated heading, the foot of a page. A line taken for a foot would show: nothing adds up then.
   */
  private kindOf({ cells, original, sheet }: TableRow): 'line' | 'more' | 'foot' {
    const cell = (column: StatementColumn): Cell => cells[PLACE_OF[column]] ?? EMPTY;
    const text = (column: StatementColumn): string => cleanText(cellText(cell(column))) ?? '';
    const [dayText, remark] = [text('bookedOn'), text('remark')];
    const summary = SUMMARY.exec(`${dayText} ${remark}`.toLowerCase())?.[1];
    const moves = AMOUNTS.some((column) => (amountOf(cell(column))?.sen ?? 0n) !== 0n);
    if (summary && !moves) {
      // Below the table a balance stands beside its word, in whichever column that is.
      const balance = amountOf(cell('balance')) ?? (SUMMARY.test(dayText.toLowerCase()) ? original.map(amountOf).find((amount) => amount !== null) : null);
      if (/awal|opening|beginning/.test(summary) && balance) this.head.openingSen ??= balance.sen;
      if (/akhir|closing|ending/.test(summary) && balance) this.head.closingSen = balance.sen;
      return 'foot';
    }
    const amounts = AMOUNTS.some((column) => text(column) !== '');
    // A foot with totals has no day of its own.
    if (dayText === '') return summary !== undefined || remark === '' ? 'foot' : moves || amounts ? (moves ? 'line' : 'foot') : 'more';
    if (bookingDay(cell('bookedOn'), sheet.dayOfSerial) !== null) return remark === '' && !amounts ? 'foot' : 'line';
    const totals = parseSen(dayText) !== null && (remark === '' || parseSen(remark) !== null);
    return totals || (!moves && !/^\d{1,4}[-/.]/.test(dayText)) ? 'foot' : 'line';
  }
}

const SUMMARY = /\b(saldo awal|opening balance|saldo akhir|closing balance|total|jumlah mutasi|beginning balance|ending balance)\b/;
const AMOUNTS = ['debit', 'credit', 'amount'] as const;

/** A line that may go on in the next row. */
interface HeldLine {
  readonly judged: JudgedLine;
  readonly lastRow: number;
}

function continued({ judged }: HeldLine, { row, cells }: TableRow): HeldLine {
  const line = judged.line as BankLine;
  return { judged: { ...judged, line: withMore(line, cellText(cells[PLACE_OF.remark] ?? EMPTY), cellText(cells[PLACE_OF.remarkMore] ?? EMPTY)) }, lastRow: row };
}

/** A remark may call the booking a correction in its later words. */
function withMore(line: BankLine, ...words: readonly string[]): BankLine {
  const more = [line.more, ...words.map((word) => cleanText(word) ?? '')].filter((word) => word !== '').join(' ').slice(0, LONGEST_MORE);
  return { ...line, more, correction: line.correction || isCorrection(more) };
}

const EMPTY: Cell = { kind: 'empty', value: null };

function assertAmounts({ headings: { places } }: TableRow): void {
  const has = (column: StatementColumn): boolean => (places[PLACE_OF[column]] ?? -1) >= 0;
  if (has('amount') || (has('debit') && has('credit'))) return;
  throw new DomainError('FILE_NO_AMOUNT', 422, 'Kolom jumlah tidak ditemukan. Rekening koran harus punya kolom Debit dan Kredit, atau kolom Jumlah. Tetapkan lewat pemetaan kolom.');
}

function judgeRow({ sheet, row: number, cells }: TableRow): JudgedLine {
  const row: Row = new RowInCheck({ places: PLACE_OF, issues: STATEMENT_ISSUES }, cells, { dayOfSerial: sheet.dayOfSerial });
  for (const column of Object.keys(PLACE_OF) as StatementColumn[]) if (row.cell(column).kind === 'formula') row.reject(column, 'FORMULA_CELL');
  const bookedOn = readDay(row);
  const exactSen = readAmount(row);
  const balance = row.cell('balance');
  const balanceSen = balance.kind === 'empty' ? null : signed(amountOf(balance));
  if (balance.kind !== 'empty' && balanceSen === null) row.reject('balance', 'BALANCE_UNREADABLE');
  const written = cleanText(cellText(row.cell('remark'))) ?? '';
  const remark = written.slice(0, LONGEST_REMARK);
  const reference = cleanText(cellText(row.cell('reference')))?.slice(0, LONGEST_REFERENCE) ?? null;
  const line: BankLine | null = row.rejected || bookedOn === null || exactSen === null || exactSen === 0n ? null
    : withMore({ bookedOn, exactSen, balanceSen, reference, remark, more: written.slice(LONGEST_REMARK), correction: isCorrection(remark) }, cellText(row.cell('remarkMore')));
  return { row: number, sheet: sheet.name, line, issues: row.issues };
}

function readDay(row: Row): PlainDate | null {
  return bookingDay(row.cell('bookedOn'), row.context.dayOfSerial) ?? row.reject('bookedOn', 'DATE_UNREADABLE');
}

function readAmount(row: Row): bigint | null {
  const [debit, credit] = [side(row, 'debit'), side(row, 'credit')];
  if (row.rejected) return null;
  const [out, into] = [absolute(debit?.sen ?? 0n), absolute(credit?.sen ?? 0n)];
  if (out !== 0n && into !== 0n) return row.reject('credit', 'AMOUNT_BOTH');
  if (out !== 0n || into !== 0n) return into - out;
  const amount = side(row, 'amount');
  if (amount === null) {
    if (row.rejected) return null;
    if (debit === null && credit === null) return row.reject('amount', 'AMOUNT_EMPTY');
  }
  if (!amount || amount.sen === 0n) return row.warn('amount', 'AMOUNT_ZERO');
  return readSide(row, amount);
}

function readSide(row: Row, amount: WrittenAmount): bigint | null {
  const mark = (cleanText(cellText(row.cell('side'))) ?? '').toUpperCase();
  if (mark === '') return signed(amount);
  const size = absolute(amount.sen);
  if (/^(D|DB|DR|DEBIT|DEBET|KELUAR|-)$/.test(mark)) return -size;
  if (/^(K|C|CR|KR|KREDIT|CREDIT|MASUK|\+)$/.test(mark)) return size;
  return row.reject('side', 'SIDE_UNKNOWN');
}

/** Null for an empty cell, and for one that cannot be read, which is then rejected. */
function side(row: Row, column: 'debit' | 'credit' | 'amount'): WrittenAmount | null {
  const cell = row.cell(column);
  const text = cleanText(cellText(cell));
  if (text === null) return null;
  const amount = amountOf(cell);
  if (amount === null) row.reject(column, 'AMOUNT_UNREADABLE');
  return amount;
}

function amountOf(cell: Cell): WrittenAmount | null {
  if (cell.kind !== 'number') return parseSen(cellText(cell));
  const sen = senOfNumber(cell.value);
  return sen === null ? null : { sen: absolute(sen), side: sen < 0n ? 'out' : null };
}

const signed = (amount: WrittenAmount | null): bigint | null => amount && (amount.side === 'out' ? -amount.sen : amount.sen);
const absolute = (sen: bigint): bigint => (sen < 0n ? -sen : sen);
