import { createHash } from 'node:crypto';
import { CopyText, type RowsForCopy } from '#imports';
import { referencesIn } from '#pbb';
import { newId, type Tx } from '#platform';
import { type BankLine, LONGEST_REMARK } from './reading/statement-reader.js';

const TARGET = 'bank_statement_rows (village_id, run_id, position, row, line_id, booked_on, exact_sen, balance_sen, reference, remark, identity, correction, deposit_references)';

/** Good rows of one statement on their way into the staging table; what a line is and which deposits it names is said here. */
export class StagedLines implements RowsForCopy {
  readonly target = TARGET;
  private readonly text = new CopyText();
  private readonly start: string;

  constructor(unitId: number, runId: string) {
    this.start = `${unitId}\t${runId}`;
  }

  add(position: number, row: number, line: BankLine): void {
    const { text } = this;
    text.raw(this.start);
    text.value(position);
    text.value(row);
    text.raw(newId());
    text.raw(line.bookedOn);
    text.raw(String(line.exactSen));
    text.value(line.balanceSen === null ? null : String(line.balanceSen));
    text.value(line.reference);
    text.value(`${line.remark} ${line.more}`.trim().slice(0, LONGEST_REMARK));
    text.raw(identityOf(line));
    text.value(line.correction);
    text.raw(`{${referencesIn(`${line.remark} ${line.more} ${line.reference ?? ''}`).join(',')}}`);
    text.endRow();
  }

  /** The rows added since the last time, as COPY reads them. */
  take(): Buffer {
    return this.text.take();
  }
}

/** The bank's reference, else the remark: remarks change between the day itself and the day after (rules, bank statements). */
export function identityOf({ reference, remark }: Pick<BankLine, 'reference' | 'remark'>): string {
  const text = reference === null ? `remark ${remark.toUpperCase().replace(/[^0-9A-Z]/g, '')}` : `reference ${reference}`;
  return createHash('md5').update(text).digest('hex');
}

/** The rows of a run leave the staging table. */
export async function clearStaged(tx: Tx, runId: string): Promise<void> {
  await tx.query('delete from bank_statement_rows where village_id = $1 and run_id = $2', [tx.actor.unitId, runId]);
}
