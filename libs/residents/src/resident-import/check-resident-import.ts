import { Inject, Injectable } from '@nestjs/common';
import {
  cellText, type FoundIssue, type ImportCounts, importWork, RowBatches, lockRun, moveRun, openSpreadsheet, type Spreadsheet, TableReader, type TableRow, planForManyRows,
} from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, ObjectStore, type Tx } from '#platform';
import { compareWithRegister, headedInRegister } from './compare-with-register.js';
import { CheckAcrossRows, type RowIssue } from './rules/check-across-rows.js';
import { checkRow } from './rules/check-row.js';
import { PLACE_OF, RESIDENT_HEADINGS } from './rules/resident-columns.js';
import type { ResidentField } from './rules/resident-record.js';
import { packRow } from './rules/row-ref.js';
import { clearStaging, StagedRows } from './staging.js';
import { RESIDENT_IMPORT } from './resident-import.js';
import { writeResidentImportErrors } from './write-errors.job.js';

/** Rows between two copies into the staging table: their text and issues are what the dry run holds in memory. */
const BATCH = 2_000;

/** The dry run of a list: every row judged, nothing of the register changed. One transaction; a crash leaves nothing of it. */
@Injectable()
export class CheckResidentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'cancelled', failed: 'failed', tidy: (tx) => clearStaging(tx, runId) }, async () => {
      const file = await this.database.inVillage(actor, (tx) => lockRun(tx, RESIDENT_IMPORT, runId));
      if (file.state === 'checking') await this.store.withFile(file.file_sha256, (path) => this.check(actor, runId, path, context));
    });
  }

  private async check(actor: Actor, runId: string, path: string, context: JobContext): Promise<void> {
    const startedAt = performance.now();
    const spreadsheet = await openSpreadsheet(path);
    try {
      await this.database.inVillage(actor, async (tx) => {
        if ((await lockRun(tx, RESIDENT_IMPORT, runId)).state !== 'checking') return;
        const { layout, counts } = await new DryRun(this.database, tx, runId, spreadsheet, context).run(this.clock);
        faultPoint('resident-import:checked');
        await moveRun(tx, runId, 'checked', { layout: JSON.stringify(layout), counts: JSON.stringify(counts), checking_ms: Math.round(performance.now() - startedAt), checked_at: tx.now });
        // The clerk reads the result while the workbook is written.
        tx.enqueue(writeResidentImportErrors, { runId });
      });
    } finally {
      spreadsheet.close();
    }
  }
}

class DryRun {
  private readonly across: CheckAcrossRows;
  private readonly staged: StagedRows;
  private readonly repeated = new Set<number>();
  /** Issues of rows that were read before they showed: their names are in the staging table by then. */
  private readonly late: RowIssue[] = [];
  private readonly batches: RowBatches;
  private total = 0;

  constructor(
    database: Database,
    private readonly tx: Tx,
    private readonly runId: string,
    private readonly spreadsheet: Spreadsheet,
    private readonly context: JobContext,
  ) {
    this.across = new CheckAcrossRows(spreadsheet.sheets.map((sheet) => sheet.name));
    this.staged = new StagedRows(tx.actor.unitId, runId);
    this.batches = new RowBatches(database, tx, runId, this.staged);
  }

  async run(clock: Clock): Promise<{ layout: ReturnType<TableReader['layout']>; counts: ImportCounts }> {
    const today = clock.today();
    const reader = new TableReader(this.spreadsheet, RESIDENT_HEADINGS);
    const expected = await this.spreadsheet.expectedRows();
    for await (const row of reader.rows()) {
      this.judge(row, today);
      if (this.total % BATCH !== 0) continue;
      this.context.signal.throwIfAborted();
      await this.batches.handOn();
      this.context.progress(this.total, expected === null ? null : Math.max(expected, this.total));
    }
    await this.batches.end();
    planForManyRows(this.tx);
    this.late.push(...this.across.finish());
    await this.rejectStaged();
    const layout = reader.layout();
    this.context.progress(this.total, this.total, 'Membandingkan dengan data desa');
    this.late.push(...(await compareWithRegister(this.tx, this.runId, layout.carried as ResidentField[])));
    await this.insertLate();
    return { layout, counts: await this.count() };
  }

  private judge({ sheet, row, cells }: TableRow, today: ReturnType<Clock['today']>): void {
    this.total += 1;
    const at = { sheet: this.spreadsheet.sheets.indexOf(sheet), row };
    const checked = checkRow(cells, { today, dayOfSerial: sheet.dayOfSerial });
    const { outcome, issues } = this.across.add(at, checked);
    const nameCell = cells[PLACE_OF.name];
    const name = nameCell ? cellText(nameCell) : null;
    for (const issue of checked.issues) this.batches.issue(this.issueAt({ at, issue }, name));
    for (const found of issues) {
      if (found.at.row === at.row && found.at.sheet === at.sheet) this.batches.issue(this.issueAt(found, name));
      else this.late.push(found);
    }
    if (outcome === 'repeated') this.repeated.add(packRow(at));
    if (outcome === 'accepted' && checked.record) this.staged.add(at, checked.record);
  }

  /** Rows that looked good until a later one or the whole column spoke against them. */
  private async rejectStaged(): Promise<void> {
    const out = this.late.filter(({ issue }) => issue.severity === 'error').map(({ at }) => at);
    if (out.length === 0) return;
    await this.tx.query(
      `update resident_import_rows s set outcome = 'rejected' from unnest($3::int[], $4::int[]) as w (sheet_number, row)
        where s.village_id = $1 and s.run_id = $2 and s.sheet_number = w.sheet_number and s.row = w.row`,
      [this.tx.actor.unitId, this.runId, out.map((at) => at.sheet), out.map((at) => at.row)],
    );
    for (const at of out) this.repeated.delete(packRow(at));
  }

  private async insertLate(): Promise<void> {
    const headless = this.late.filter(({ issue }) => issue.code === 'FAMILY_WITHOUT_HEAD').map(({ at }) => at);
    const headed = headless.length > 0 ? await headedInRegister(this.tx, this.runId, headless) : new Set<string>();
    const out = new Set(this.late.filter(({ issue }) => issue.severity === 'error').map(({ at }) => packRow(at)));
    // Neither of a family whose head is registered already, nor on a row that is out itself.
    const late = this.late.filter(({ at, issue }) => issue.code !== 'FAMILY_WITHOUT_HEAD' || !(headed.has(`${at.sheet}:${at.row}`) || out.has(packRow(at))));
    for (let from = 0; from < late.length; from += BATCH) {
      const some = late.slice(from, from + BATCH);
      const names = await this.tx.query<{ name: string | null }>(
        `select s.name from unnest($3::int[], $4::int[]) with ordinality as w (sheet_number, row, place)
           left join resident_import_rows s on s.village_id = $1 and s.run_id = $2 and s.sheet_number = w.sheet_number and s.row = w.row order by w.place`,
        [this.tx.actor.unitId, this.runId, some.map(({ at }) => at.sheet), some.map(({ at }) => at.row)],
      );
      some.forEach((issue, place) => this.batches.issue(this.issueAt(issue, names[place]?.name ?? null)));
      await this.batches.end();
    }
  }

  private async count(): Promise<ImportCounts> {
    const outcomes = await this.tx.query<{ outcome: string; n: bigint }>('select outcome, count(*) as n from resident_import_rows where village_id = $1 and run_id = $2 group by 1', [this.tx.actor.unitId, this.runId]);
    const of = (outcome: string): number => Number(outcomes.find((row) => row.outcome === outcome)?.n ?? 0);
    const warned = await this.tx.one<{ n: bigint }>(
      `select count(*) as n from (select sheet_number, row from import_issues where village_id = $1 and run_id = $2 group by 1, 2 having bool_and(severity = 'warning')) w`,
      [this.tx.actor.unitId, this.runId],
    );
    const [accepted, unchanged, changed] = [of('new'), of('unchanged') + this.repeated.size, of('changed')];
    return { total: this.total, accepted, warned: Number(warned?.n ?? 0), rejected: this.total - accepted - unchanged - changed, unchanged, changed, families: this.across.familyCount };
  }

  private issueAt({ at, issue }: RowIssue, name: string | null): FoundIssue {
    return {
      sheetNumber: at.sheet, row: at.row, sheet: this.spreadsheet.sheets[at.sheet]?.name ?? '', severity: issue.severity, field: issue.field, code: issue.code,
      message: issue.message, advice: issue.advice, value: issue.value, name: name?.slice(0, 100) ?? null,
    };
  }
}
