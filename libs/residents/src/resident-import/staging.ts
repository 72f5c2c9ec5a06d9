import { CopyText, type RowsForCopy } from '#imports';
import { newId, type Tx } from '#platform';
import { areaKey } from '#villages';
import { sortName, tokensOf } from '../resident/name-tokens.js';
import { columnOf, ROW_FIELDS, type RowField } from '../resident/resident-fields.js';
import type { ResidentRecord } from './rules/resident-record.js';
import type { RowRef } from './rules/row-ref.js';

/** Fields of a resident's row that a list can tell. */
export const LISTED_FIELDS = ROW_FIELDS.filter((field): field is Exclude<RowField, 'residentStatus'> => field !== 'residentStatus');

const OWN_COLUMNS = ['village_id', 'run_id', 'sheet_number', 'row', 'outcome', 'resident_id', 'family_id', 'event_id', 'family_number', 'hamlet', 'rw', 'rt', 'area_key', 'sort_name', 'tokens'];
const TARGET = `resident_import_rows (${[...OWN_COLUMNS, ...LISTED_FIELDS.map(columnOf)].join(', ')})`;

/** Good rows of one run on their way into the staging table; every row gets its ids here, so that writing needs no volatile function. */
export class StagedRows implements RowsForCopy {
  readonly target = TARGET;
  private readonly families = new Map<string, string>();
  private readonly text = new CopyText();
  private readonly start: string;

  constructor(unitId: number, runId: string) {
    this.start = `${unitId}\t${runId}`;
  }

  add(at: RowRef, record: ResidentRecord): void {
    const { text } = this;
    const { name, familyNumber, hamlet, rw, rt } = record;
    text.raw(this.start);
    text.value(at.sheet);
    text.value(at.row);
    text.raw('new');
    text.raw(newId());
    text.raw(this.familyOf(record));
    text.raw(newId());
    text.value(familyNumber);
    text.value(hamlet);
    text.value(rw);
    text.value(rt);
    text.value(hamlet || rw || rt ? areaKey({ hamlet, rw, rt }) : null);
    text.value(sortName(name));
    text.value(arrayText(tokensOf(name)));
    for (const field of LISTED_FIELDS) text.value(record[field]);
    text.endRow();
  }

  /** The rows added since the last time, as COPY reads them; to be copied before the rows after the next ones are taken. */
  take(): Buffer {
    return this.text.take();
  }

  /** One id for all rows of a family number; a row without one is a family of its own. */
  private familyOf({ familyNumber }: ResidentRecord): string {
    if (familyNumber === null) return newId();
    const known = this.families.get(familyNumber);
    if (known) return known;
    const id = newId();
    // The map outlives the row: its key must not hold on to the text it was cut from.
    this.families.set(Buffer.from(familyNumber).toString(), id);
    return id;
  }
}

/** A run's rows, all or only some, leave the staging table. */
export async function clearStaging(tx: Tx, runId: string): Promise<void> {
  await tx.query('delete from resident_import_rows where village_id = $1 and run_id = $2', [tx.actor.unitId, runId]);
}

/** Tokens are letters and digits only, so they need no quotes. */
function arrayText(tokens: readonly string[]): string {
  return `{${tokens.join(',')}}`;
}
