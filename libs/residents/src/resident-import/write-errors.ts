import { Inject, Injectable } from '@nestjs/common';
import { lockRun, writeErrorWorkbook } from '#imports';
import { type Actor, Database, type JobContext, type JobVerb, ObjectStore } from '#platform';
import { RESIDENT_IMPORT } from './resident-import.js';
import { fieldLabel, RESIDENT_HEADINGS } from './rules/resident-columns.js';
import type { ResidentField } from './rules/resident-record.js';

/** Makes the workbook of a checked list's rows that need work, once. */
@Injectable()
export class WriteResidentImportErrors implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const { file_sha256: sha256, errors_sha256: written } = await this.database.inVillage(actor, (tx) => lockRun(tx, RESIDENT_IMPORT, runId));
    if (written) return;
    const file = await this.store.withFile(sha256, (path) =>
      writeErrorWorkbook({ database: this.database, store: this.store, actor, runId, path, rules: RESIDENT_HEADINGS, fieldLabel: (field) => fieldLabel(field as ResidentField), signal }),
    );
    if (file) await this.database.inVillage(actor, (tx) => tx.query('update import_runs set errors_sha256 = $3 where village_id = $1 and id = $2', [actor.unitId, runId, file.sha256]));
  }
}
