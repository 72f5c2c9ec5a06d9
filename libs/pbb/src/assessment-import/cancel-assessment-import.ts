import { Inject, Injectable } from '@nestjs/common';
import { importNotReady, lockRun, moveRun } from '#imports';
import { type Actor, Database } from '#platform';
import { clearAssessmentImport } from './assessment-import.job.js';
import { ASSESSMENT_IMPORT } from './assessment-import.js';

/** Gives up a list that was checked and of which nothing was applied. Work that runs is cancelled through its task. */
@Injectable()
export class CancelAssessmentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_STATE */
  async run(actor: Actor, runId: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, ASSESSMENT_IMPORT, runId);
      if (run.state === 'cancelled') return;
      const applied = await tx.one(`select 1 from assessment_parts where village_id = $1 and run_id = $2 and state = 'applied' limit 1`, [actor.unitId, runId]);
      if (run.state !== 'checked' || applied) throw importNotReady();
      await moveRun(tx, runId, 'cancelled');
      tx.enqueue(clearAssessmentImport, { runId });
    });
  }
}
