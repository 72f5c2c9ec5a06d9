import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { appliedBefore, importBusy, importHasErrors, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, bodyHash, Database } from '#platform';
import { STATEMENT_IMPORT, STATEMENT_SUBJECT } from './statement-import.js';
import { writeStatement } from './statement.job.js';

/** Releases a checked statement: its lines are booked and matched. All of it or nothing; a statement with a wrong row is none. */
@Injectable()
export class ApplyStatement {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_HAS_ERRORS, IMPORT_STATE, IMPORT_BUSY, IDEMPOTENCY_KEY_REUSED */
  async run(actor: Actor, runId: string, key: string): Promise<void> {
    const hash = bodyHash({ runId });
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, STATEMENT_IMPORT, runId);
      if (run.state !== 'checked' && appliedBefore(run, key, hash)) return;
      if (run.state !== 'checked' || !run.counts) throw importNotReady();
      if (run.counts.rejected > 0) throw importHasErrors(run.counts.rejected);
      const taskId = tx.startTask(writeStatement, { runId }, { kind: 'bank-statement.apply', subjectType: STATEMENT_SUBJECT, subjectId: runId });
      await moveRun(tx, runId, 'applying', { task_id: taskId, application_key: key, application_hash: hash, rows_mode: 'all', applied_by: actor.userId, applied_by_name: actor.userName, failure_code: null, failure_message: null });
      audit(tx, { action: 'bank-statement.released', subjectType: STATEMENT_SUBJECT, subjectId: runId, detail: { total: run.counts.total, accepted: run.counts.accepted, fileSha256: run.file_sha256 } });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}
