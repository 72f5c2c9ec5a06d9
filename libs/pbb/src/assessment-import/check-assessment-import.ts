import { Inject, Injectable } from '@nestjs/common';
import { cellText, importWork, lockRun, moveRun, openSpreadsheet, planForManyRows, RowBatches, type Spreadsheet, TableReader, type TableRow } from '#imports';
import { type Actor, Database, faultPoint, type JobContext, type JobVerb, ObjectStore, type Tx } from '#platform';
import { type AssessmentOptions, ASSESSMENT_IMPORT, optionsOf } from './assessment-import.js';
import { compareParts } from './compare-parts.js';
import { rejectForeign, rejectRepeated } from './reject-rows.js';
import { headingsFor } from './rules/mapped-headings.js';
import { PLACE_OF } from './rules/assessment-columns.js';
import { checkAssessment, isNoBill } from './rules/check-assessment.js';
import { clearStaged, StagedAssessments } from './staged-assessments.js';
import { writeAssessmentErrors } from './assessment-import.job.js';

/** Rows between two copies into the staging table: their text and issues are all the dry run holds in memory. */
const BATCH = 5_000;

/**
 * The dry run of a tax list: every row judged, then held against each village's bills. Staged rows become visible before
 * the villages are looked at, each in a transaction of its own; a crash leaves rows that the next try takes away first.
 */
@Injectable()
export class CheckAssessmentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'cancelled', failed: 'failed', tidy: (tx) => clearStaged(tx, runId) }, async () => {
      const run = await this.database.inVillage(actor, (tx) => lockRun(tx, ASSESSMENT_IMPORT, runId));
      if (run.state === 'checking') await this.store.withFile(run.file_sha256, (path) => this.check(actor, runId, path, optionsOf(run), context));
    });
  }

  private async check(actor: Actor, runId: string, path: string, options: AssessmentOptions, context: JobContext): Promise<void> {
    const startedAt = performance.now();
    const spreadsheet = await openSpreadsheet(path);
    try {
      const { layout, total } = await this.database.inVillage(actor, (tx) => new Reading(this.database, tx, runId, spreadsheet, options, context).run());
      faultPoint('assessment-import:staged');
      const counts = await compareParts(this.database, actor, runId, options, context);
      await this.database.inVillage(actor, async (tx) => {
        if ((await lockRun(tx, ASSESSMENT_IMPORT, runId)).state !== 'checking') return;
        await moveRun(tx, runId, 'checked', {
          layout: JSON.stringify(layout), counts: JSON.stringify({ ...counts, total, rejected: total - counts.accepted - counts.unchanged - counts.changed }),
          checking_ms: Math.round(performance.now() - startedAt), checked_at: tx.now,
        });
        tx.enqueue(writeAssessmentErrors, { runId });
      });
    } finally {
      spreadsheet.close();
    }
  }
}

class Reading {
  private readonly staged: StagedAssessments;
  private readonly batches: RowBatches;
  private total = 0;

  constructor(
    database: Database,
    private readonly tx: Tx,
    private readonly runId: string,
    private readonly spreadsheet: Spreadsheet,
    private readonly options: AssessmentOptions,
    private readonly context: JobContext,
  ) {
    this.staged = new StagedAssessments(tx.actor.unitId, runId);
    this.batches = new RowBatches(database, tx, runId, this.staged);
  }

  async run(): Promise<{ layout: ReturnType<TableReader['layout']>; total: number }> {
    const { tx, runId } = this;
    await clearStaged(tx, runId);
    await tx.query('delete from import_issues where village_id = $1 and run_id = $2', [tx.actor.unitId, runId]);
    const reader = new TableReader(this.spreadsheet, headingsFor(this.options.mapping));
    const expected = await this.spreadsheet.expectedRows();
    for await (const row of reader.rows()) {
      if (isNoBill(row.cells)) continue;
      this.judge(row);
      if (this.total % BATCH !== 0) continue;
      this.context.signal.throwIfAborted();
      await this.batches.handOn();
      this.context.progress(this.total, expected === null ? null : Math.max(expected, this.total));
    }
    await this.batches.end();
    planForManyRows(tx);
    this.context.progress(this.total, this.total, 'Mencari NOP ganda');
    const sheets = this.spreadsheet.sheets.map(({ name }) => name);
    await rejectRepeated(tx, runId, sheets);
    if (this.options.unitId !== null) await rejectForeign(tx, runId, sheets, this.options.unitId);
    return { layout: reader.layout(), total: this.total };
  }

  private judge({ sheet, row, cells }: TableRow): void {
    this.total += 1;
    const at = { sheet: this.spreadsheet.sheets.indexOf(sheet), row };
    const { taxYear, dueOn } = this.options;
    const { record, issues } = checkAssessment(cells, { taxYear, dueOn, dayOfSerial: sheet.dayOfSerial });
    const nameCell = cells[PLACE_OF.payerName];
    const name = nameCell ? cellText(nameCell).slice(0, 100) : null;
    for (const issue of issues) this.batches.issue({ ...issue, sheetNumber: at.sheet, row, sheet: sheet.name, name });
    if (record) this.staged.add(at, record);
  }
}
