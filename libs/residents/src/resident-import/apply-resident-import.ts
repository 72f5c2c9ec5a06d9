import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { appliedBefore, importBusy, importHasErrors, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, bodyHash, Database } from '#platform';
import type { ApplicationDto } from './resident-import.dto.js';
import { RESIDENT_IMPORT, RESIDENT_IMPORT_SUBJECT } from './resident-import.js';
import { writeResidentImport } from './resident-import.job.js';

/** Decides what of a checked list goes in and has it written. */
@Injectable()
export class ApplyResidentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_HAS_ERRORS, IMPORT_STATE, IMPORT_BUSY, IDEMPOTENCY_KEY_REUSED */
  async run(actor: Actor, runId: string, key: string, choice: ApplicationDto): Promise<void> {
    const hash = bodyHash({ runId, rows: choice.rows, existing: choice.existing });
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, RESIDENT_IMPORT, runId);
      // A write that was cancelled leaves the list checked: then the same request asks for it anew.
      if (run.state !== 'checked' && appliedBefore(run, key, hash)) return;
      if (run.state !== 'checked' || !run.counts) throw importNotReady();
      if (choice.rows === 'all' && run.counts.rejected > 0) throw importHasErrors(run.counts.rejected);
      const taskId = tx.startTask(writeResidentImport, { runId }, { kind: 'resident-import.apply', subjectType: RESIDENT_IMPORT_SUBJECT, subjectId: runId });
      await moveRun(tx, runId, 'applying', {
        task_id: taskId, application_key: key, application_hash: hash, rows_mode: choice.rows, existing_mode: choice.existing, applied_by: actor.userId, applied_by_name: actor.userName,
        failure_code: null, failure_message: null,
      });
      audit(tx, { action: 'resident-import.released', subjectType: 'resident-import', subjectId: runId, detail: { ...run.counts, rows: choice.rows, existing: choice.existing, fileSha256: run.file_sha256 } });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}
