import type { TableLayout } from '#imports';
import type { PlainDate } from '#values';
import type { StatementIssue } from './statement-issues.js';

/** One booking as the bank wrote it. Amounts are hundredths of a rupiah, money in > 0. */
export interface BankLine {
  readonly bookedOn: PlainDate;
  readonly exactSen: bigint;
  readonly balanceSen: bigint | null;
  readonly reference: string | null;
  readonly remark: string;
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
