import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Database, ObjectStore, StoredObject } from '#platform';
import { ErrorWorkbook } from '../error-workbook/error-workbook.js';
import type { HeadingRules } from '../headings/heading-rules.js';
import { TableReader } from '../headings/table-reader.js';
import { openSpreadsheet } from '../reading/spreadsheet.js';

interface IssueRow {
  readonly sheet_number: number;
  readonly row: number;
  readonly number: number;
  readonly severity: 'error' | 'warning';
  readonly field: string;
  readonly message: string;
  readonly advice: string;
}

/**
 * The workbook of the rows that need work, made by reading the list a second time beside its issues. Both come in the
 * order of the file, so neither is ever held in memory. While the list is being applied it rests: whoever waits for that must
 * not share the machine with this.
 * @returns null when no row has an issue
 */
export async function writeErrorWorkbook(
  { database, store, actor, runId, path, rules, fieldLabel, signal }:
  { database: Database; store: ObjectStore; actor: Actor; runId: string; path: string; rules: HeadingRules; fieldLabel: (field: string) => string; signal: AbortSignal },
): Promise<StoredObject | null> {
  const issues = new IssuesInOrder(database, actor, runId, signal);
  if (!(await issues.peek())) return null;
  const spreadsheet = await openSpreadsheet(path);
  const bytes = new PassThrough();
  const stored = store.put(bytes);
  try {
    const book = new ErrorWorkbook(bytes);
    for await (const { sheet, row, original, headings } of new TableReader(spreadsheet, rules).rows()) {
      const next = await issues.peek();
      if (!next) break;
      const sheetNumber = spreadsheet.sheets.indexOf(sheet);
      if (next.sheet_number !== sheetNumber || next.row !== row) continue;
      const ofRow = await issues.takeRow();
      await book.add(sheet.name, headings.written, row, original, ofRow.map(({ severity, field, message, advice }) => ({ severity, column: fieldLabel(field), message, advice })));
    }
    await book.finish();
    return await stored;
  } catch (error) {
    bytes.destroy(error as Error);
    await stored.catch(() => undefined);
    throw error;
  } finally {
    spreadsheet.close();
  }
}

const PAGE = 2_000;
const REST_MS = 500;

/** The issues of a run by sheet and row, fetched page by page. */
class IssuesInOrder {
  private page: IssueRow[] = [];
  private place = 0;
  private last: IssueRow | null = null;
  private ended = false;

  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
    private readonly runId: string,
    private readonly signal: AbortSignal,
  ) {}

  async peek(): Promise<IssueRow | null> {
    if (this.place >= this.page.length && !this.ended) await this.fetch();
    return this.page[this.place] ?? null;
  }

  async takeRow(): Promise<IssueRow[]> {
    const row: IssueRow[] = [];
    for (let next = await this.peek(); next && (row[0] === undefined || (next.sheet_number === row[0].sheet_number && next.row === row[0].row)); next = await this.peek()) {
      row.push(next);
      this.place++;
    }
    return row;
  }

  private async fetch(): Promise<void> {
    while (await this.applying()) await sleep(REST_MS, undefined, { signal: this.signal });
    this.page = await this.database.readVillage<IssueRow>(this.actor, {
      name: 'import-issues-in-order',
      text: `select sheet_number, row, number, severity, field, message, advice from import_issues
              where village_id = $1 and run_id = $2 and (sheet_number, row, number) > ($3::int, $4::int, $5::int) order by sheet_number, row, number limit ${PAGE}`,
      values: [this.actor.unitId, this.runId, this.last?.sheet_number ?? -1, this.last?.row ?? -1, this.last?.number ?? -1],
    });
    this.place = 0;
    this.last = this.page.at(-1) ?? this.last;
    this.ended = this.page.length < PAGE;
  }

  private async applying(): Promise<boolean> {
    const [run] = await this.database.readVillage<{ state: string }>(this.actor, { name: 'import-run-state', text: 'select state from import_runs where village_id = $1 and id = $2', values: [this.actor.unitId, this.runId] });
    return run?.state === 'applying';
  }
}
