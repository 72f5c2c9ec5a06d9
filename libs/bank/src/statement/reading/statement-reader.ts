import type { TableLayout } from '#imports';
import type { PlainDate } from '#values';
import type { StatementIssue } from './statement-issues.js';

export const LONGEST_REMARK = 500;

/** The references of a few hundred deposits that came as one batch. */
export const LONGEST_MORE = 20_000;

/** One booking as the bank wrote it. Amounts are hundredths of a rupiah, money in > 0. */
export interface BankLine {
  readonly bookedOn: PlainDate;
  readonly exactSen: bigint;
  readonly balanceSen: bigint | null;
  readonly reference: string | null;
  /** What the line itself says, and by what it is known again where the bank gives no reference; at most 500 characters. */
  readonly remark: string;
  /** Further words: of the rows below it, of a second column, of the parts of a batch, or beyond those 500. */
  readonly more: string;
  /** The bank itself calls it a reversal. */
  readonly correction: boolean;
}

export interface JudgedLine {
  /** As the file numbers it. */
  readonly row: number;
  readonly sheet: string;
  /** Null when an issue is an error, or there is nothing to book. */
  readonly line: BankLine | null;
  readonly issues: readonly StatementIssue[];
}

/** What a statement says of itself; null where the file leaves it out. */
export interface StatementHead {
  accountNumber: string | null;
  openingSen: bigint | null;
  closingSen: bigint | null;
  firstDay: PlainDate | null;
  lastDay: PlainDate | null;
}

/** A file of any of the formats, row by row; `head` and `layout` are complete once the rows were read to the end. */
export interface StatementReader {
  rows(): AsyncGenerator<JudgedLine>;
  readonly head: StatementHead;
  layout(): TableLayout;
  expectedRows(): Promise<number | null>;
  close(): void;
}

export const emptyHead = (): StatementHead => ({ accountNumber: null, openingSen: null, closingSen: null, firstDay: null, lastDay: null });

/** Words by which banks mark a booking that takes another back. */
export const isCorrection = (remark: string): boolean => /\b(?:koreksi|error\s*correction|reversal|reversed|rvsl|pembatalan|storno|ralat)\b/i.test(remark);
