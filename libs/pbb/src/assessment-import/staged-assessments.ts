import { CopyText, type RowsForCopy } from '#imports';
import { newId, type Tx } from '#platform';
import { nopPrefix } from '#values';
import type { Assessment } from './rules/check-assessment.js';

const COLUMNS = [
  'village_id', 'run_id', 'sheet_number', 'row', 'outcome', 'prefix', 'nop', 'tax_year', 'object_id', 'bill_id', 'amount', 'tax_book', 'due_on', 'paid', 'payer_name', 'payer_address', 'managed_by',
  'address', 'place', 'rt', 'rw', 'land_area', 'building_area', 'land_class', 'building_class',
];
const TARGET = `assessment_rows (${COLUMNS.join(', ')})`;

/** Good rows of one run on their way into the staging table; ids are made here, so that writing needs no volatile function. */
export class StagedAssessments implements RowsForCopy {
  readonly target = TARGET;
  private readonly text = new CopyText();
  private readonly start: string;

  constructor(unitId: number, runId: string) {
    this.start = `${unitId}\t${runId}`;
  }

  add(at: { sheet: number; row: number }, record: Assessment): void {
    const { text } = this;
    text.raw(this.start);
    text.value(at.sheet);
    text.value(at.row);
    text.raw('new');
    text.raw(nopPrefix(record.nop));
    text.raw(record.nop);
    text.value(record.taxYear);
    text.raw(newId());
    text.raw(newId());
    text.raw(String(record.amount));
    text.value(record.taxBook);
    text.raw(record.dueOn);
    text.value(record.paid);
    for (const field of ['payerName', 'payerAddress', 'managedBy', 'address', 'place', 'rt', 'rw', 'landArea', 'buildingArea', 'landClass', 'buildingClass'] as const) text.value(record[field]);
    text.endRow();
  }

  /** The rows added since the last time, as COPY reads them; to be copied before the rows after the next ones are taken. */
  take(): Buffer {
    return this.text.take();
  }
}

/** The rows of a run leave the staging table. */
export async function clearStaged(tx: Tx, runId: string): Promise<void> {
  await tx.query('delete from assessment_rows where village_id = $1 and run_id = $2', [tx.actor.unitId, runId]);
}
