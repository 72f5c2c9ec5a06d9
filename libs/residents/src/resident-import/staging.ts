import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Database, newId, type Tx } from '#platform';
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
export class StagedRows {
  private readonly families = new Map<string, string>();
  private lines: string[] = [];

  constructor(
    private readonly unitId: number,
    private readonly runId: string,
  ) {}

  add(at: RowRef, record: ResidentRecord): void {
    const { hamlet, rw, rt } = record;
    const area = hamlet || rw || rt ? areaKey({ hamlet, rw, rt }) : null;
    let line = `${this.unitId}\t${this.runId}\t${at.sheet}\t${at.row}\tnew\t${newId()}\t${this.familyOf(record)}\t${newId()}`;
    for (const value of [record.familyNumber, hamlet, rw, rt, area, sortName(record.name), arrayText(tokensOf(record.name))]) line += `\t${copyText(value)}`;
    for (const field of LISTED_FIELDS) line += `\t${copyText(record[field])}`;
    this.lines.push(`${line}\n`);
  }

  /** The rows added since the last time, as COPY reads them. */
  take(): string {
    const text = this.lines.join('');
    this.lines = [];
    return text;
  }

  async copy(database: Database, tx: Tx, rows: string): Promise<void> {
    if (rows !== '') await pipeline(Readable.from([rows]), await database.copyInto(tx, TARGET));
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

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
function copyText(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  const text = String(value);
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string) : text;
}

/** Tokens are letters and digits only, so they need no quotes. */
function arrayText(tokens: readonly string[]): string {
  return `{${tokens.join(',')}}`;
}
