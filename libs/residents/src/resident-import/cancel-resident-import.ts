import { Inject, Injectable } from '@nestjs/common';
import { importNotReady, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { RESIDENT_IMPORT } from './resident-import.js';
import { clearResidentImport } from './resident-import.job.js';

/** Gives up a list that was checked and not applied. Work that runs is cancelled through its task. */
@Injectable()
export class CancelResidentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_STATE */
  async run(actor: Actor, runId: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, RESIDENT_IMPORT, runId);
      if (run.state === 'cancelled') return;
      if (run.state !== 'checked') throw importNotReady();
      await moveRun(tx, runId, 'cancelled');
      tx.enqueue(clearResidentImport, { runId });
    });
  }
}
