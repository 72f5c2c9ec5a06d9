import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { importBusy, importInUse, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { RESIDENT_IMPORT, RESIDENT_IMPORT_SUBJECT } from './resident-import.js';
import { takeBackResidentImport } from './resident-import.job.js';
import { usedElsewhere } from './resident-use.js';

/** Has an applied list taken back as a whole, unless one of its people has been used since. */
@Injectable()
export class ReverseResidentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_IN_USE naming the person, IMPORT_STATE, IMPORT_BUSY */
  async run(actor: Actor, runId: string, reason: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, RESIDENT_IMPORT, runId);
      if (run.state === 'reversing' || run.state === 'reversed') return;
      if (run.state !== 'applied') throw importNotReady();
      const used = await usedElsewhere(tx, runId);
      if (used) throw importInUse(used);
      const taskId = tx.startTask(takeBackResidentImport, { runId }, { kind: 'resident-import.reverse', subjectType: RESIDENT_IMPORT_SUBJECT, subjectId: runId });
      audit(tx, { action: 'resident-import.recalled', subjectType: 'resident-import', subjectId: runId, reason, detail: { fileSha256: run.file_sha256 } });
      await moveRun(tx, runId, 'reversing', { task_id: taskId, reversed_by: actor.userId, reversed_by_name: actor.userName, reversal_reason: reason, failure_code: null, failure_message: null });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}
