import { Inject, Injectable } from '@nestjs/common';
import { lockRun } from '#imports';
import { type Actor, Database, type JobContext, type JobVerb } from '#platform';
import { ASSESSMENT_IMPORT, optionsOf } from './assessment-import.js';
import { compareParts } from './compare-parts.js';

/** Looks at a checked list again, after prefixes were confirmed. */
@Injectable()
export class CompareAssessmentParts implements JobVerb<{ runId: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    const run = await this.database.inVillage(actor, (tx) => lockRun(tx, ASSESSMENT_IMPORT, runId));
    if (run.state !== 'checked' || !run.counts) return;
    const counts = await compareParts(this.database, actor, runId, optionsOf(run), context);
    const { total } = run.counts;
    await this.database.inVillage(actor, (tx) =>
      tx.query(`update import_runs set counts = $3 where village_id = $1 and id = $2 and state = 'checked'`, [
        actor.unitId, runId, JSON.stringify({ ...counts, total, rejected: total - counts.accepted - counts.unchanged - counts.changed }),
      ]));
  }
}
