import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { importBusy, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { ASSESSMENT_IMPORT, ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';
import { takeBackAssessmentImport } from './assessment-import.job.js';

/** Has an applied list taken back, village by village; where a bill was paid since, the village keeps it. */
@Injectable()
export class ReverseAssessmentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_STATE, IMPORT_BUSY */
  async run(actor: Actor, runId: string, reason: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, ASSESSMENT_IMPORT, runId);
      if (run.state === 'reversing' || run.state === 'reversed') return;
      if (run.state !== 'applied') throw importNotReady();
      const taskId = tx.startTask(takeBackAssessmentImport, { runId }, { kind: 'assessment-import.reverse', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId });
      audit(tx, { action: 'assessment-import.recalled', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId, reason, detail: { fileSha256: run.file_sha256 } });
      await moveRun(tx, runId, 'reversing', { task_id: taskId, reversed_by: actor.userId, reversed_by_name: actor.userName, reversal_reason: reason, failure_code: null, failure_message: null });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}
