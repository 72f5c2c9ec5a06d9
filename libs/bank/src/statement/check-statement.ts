import { Inject, Injectable } from '@nestjs/common';
import { importWork, lockRun, moveRun, planForManyRows, RowBatches, storable } from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, ObjectStore, type Tx } from '#platform';
import { CamtStatement, isXml } from './reading/camt-statement.js';
import type { JudgedLine, StatementReader } from './reading/statement-reader.js';
import { TableStatement } from './reading/table-statement.js';
import { clearStaged, StagedLines } from './staged-lines.js';
import { optionsOf, STATEMENT_IMPORT, type StatementOptions } from './statement-import.js';
import { weighStatement } from './weigh-statement.js';

/** Rows between two copies into the staging table. */
const BATCH = 5_000;

/** The dry run of a statement: every row judged, then the whole weighed: its balances, and whether it joins what is known. */
@Injectable()
export class CheckStatement implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'cancelled', failed: 'failed', tidy: (tx) => clearStaged(tx, runId) }, async () => {
      const run = await this.database.inVillage(actor, (tx) => lockRun(tx, STATEMENT_IMPORT, runId));
      if (run.state === 'checking') await this.store.withFile(run.file_sha256, (path) => this.check(actor, runId, path, optionsOf(run), context));
    });
  }

  private async check(actor: Actor, runId: string, path: string, options: StatementOptions, context: JobContext): Promise<void> {
    const startedAt = performance.now();
    const reader: StatementReader = (await isXml(path)) ? new CamtStatement(path) : await TableStatement.open(path, options.mapping);
    try {
      await this.database.inVillage(actor, async (tx) => {
        const rows = await new Reading(this.database, tx, runId, reader, context).run();
        faultPoint('bank-statement:staged');
        planForManyRows(tx);
        const { counts, found } = await weighStatement(tx, { runId, options, head: reader.head, ...rows, today: this.clock.today() });
        if ((await lockRun(tx, STATEMENT_IMPORT, runId)).state !== 'checking') return;
        if (found) tx.write('update import_runs set options = options || $3 where village_id = $1 and id = $2', [actor.unitId, runId, JSON.stringify({ found })]);
        await moveRun(tx, runId, 'checked', {
          layout: JSON.stringify(reader.layout()), counts: JSON.stringify(counts), checking_ms: Math.round(performance.now() - startedAt), checked_at: tx.now,
        });
      });
    } finally {
      reader.close();
    }
  }
}

class Reading {
  private readonly staged: StagedLines;
  private readonly batches: RowBatches;
  private read = 0;
  private lines = 0;
  private rejected = 0;
  private skipped = 0;

  constructor(
    database: Database,
    private readonly tx: Tx,
    private readonly runId: string,
    private readonly reader: StatementReader,
    private readonly context: JobContext,
  ) {
    this.staged = new StagedLines(tx.actor.unitId, runId);
    this.batches = new RowBatches(database, tx, runId, this.staged);
  }

  /** @returns lines that can be booked, rows that cannot be read, and rows that book nothing, of which is told */
  async run(): Promise<{ lines: number; rejected: number; skipped: number }> {
    const { tx, runId } = this;
    await clearStaged(tx, runId);
    await tx.query('delete from import_issues where village_id = $1 and run_id = $2', [tx.actor.unitId, runId]);
    const expected = await this.reader.expectedRows();
    for await (const judged of this.reader.rows()) {
      this.take(judged);
      if (this.read % BATCH !== 0) continue;
      this.context.signal.throwIfAborted();
      await this.batches.handOn();
      this.context.progress(this.read, expected === null ? null : Math.max(expected, this.read));
    }
    await this.batches.end();
    this.context.progress(this.read, this.read, 'Menimbang saldo');
    return { lines: this.lines, rejected: this.rejected, skipped: this.skipped };
  }

  private take({ row, sheet, line, issues }: JudgedLine): void {
    this.read += 1;
    for (const issue of issues) this.batches.issue({ ...issue, sheetNumber: 0, row, sheet, name: null });
    if (issues.some(({ severity }) => severity === 'error')) this.rejected += 1;
    else if (issues.length > 0) this.skipped += 1;
    if (!line) return;
    this.lines += 1;
    this.staged.add(this.lines, row, { ...line, remark: storable(line.remark), more: storable(line.more), reference: line.reference && storable(line.reference) });
  }
}
