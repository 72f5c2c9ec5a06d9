import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { importBusy, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { assertRecallable } from './assert-recallable.js';
import { STATEMENT_IMPORT, STATEMENT_SUBJECT } from './statement-import.js';
import { takeBackStatement } from './statement.job.js';

/** Has a booked statement taken back, while none of its lines is claimed and nothing came after it. */
@Injectable()
export class ReverseStatement {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 STATEMENT_IN_USE, STATEMENT_NOT_LAST, IMPORT_STATE, IMPORT_BUSY */
  async run(actor: Actor, runId: string, reason: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, STATEMENT_IMPORT, runId);
      if (run.state === 'reversing' || run.state === 'reversed') return;
      if (run.state !== 'applied') throw importNotReady();
      await assertRecallable(tx, runId);
      const taskId = tx.startTask(takeBackStatement, { runId }, { kind: 'bank-statement.reverse', subjectType: STATEMENT_SUBJECT, subjectId: runId });
      audit(tx, { action: 'bank-statement.recalled', subjectType: STATEMENT_SUBJECT, subjectId: runId, reason, detail: { fileSha256: run.file_sha256 } });
      await moveRun(tx, runId, 'reversing', { task_id: taskId, reversed_by: actor.userId, reversed_by_name: actor.userName, reversal_reason: reason, failure_code: null, failure_message: null });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}
