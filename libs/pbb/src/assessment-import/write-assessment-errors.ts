import { Inject, Injectable } from '@nestjs/common';
import { lockRun, writeErrorWorkbook } from '#imports';
import { type Actor, Database, type JobContext, type JobVerb, ObjectStore } from '#platform';
import { ASSESSMENT_IMPORT, optionsOf } from './assessment-import.js';
import { columnLabel } from './rules/assessment-columns.js';
import { headingsFor } from './rules/mapped-headings.js';

/** Makes the workbook of a checked list's rows that need work, once. */
@Injectable()
export class WriteAssessmentErrors implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const run = await this.database.inVillage(actor, (tx) => lockRun(tx, ASSESSMENT_IMPORT, runId));
    if (run.errors_sha256) return;
    const rules = headingsFor(optionsOf(run).mapping);
    const file = await this.store.withFile(run.file_sha256, (path) => writeErrorWorkbook({ database: this.database, store: this.store, actor, runId, path, rules, fieldLabel: columnLabel, signal }));
    if (file) await this.database.inVillage(actor, (tx) => tx.query('update import_runs set errors_sha256 = $3 where village_id = $1 and id = $2', [actor.unitId, runId, file.sha256]));
  }
}
