import { Inject, Injectable } from '@nestjs/common';
import { importNotReady, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { STATEMENT_IMPORT } from './statement-import.js';
import { clearStatement } from './statement.job.js';

/** Gives up a statement that was checked and not booked. */
@Injectable()
export class CancelStatement {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_STATE */
  async run(actor: Actor, runId: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, STATEMENT_IMPORT, runId);
      if (run.state === 'cancelled') return;
      if (run.state !== 'checked') throw importNotReady();
      await moveRun(tx, runId, 'cancelled');
      tx.enqueue(clearStatement, { runId });
    });
  }
}
