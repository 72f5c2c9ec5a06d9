import { Inject, Injectable } from '@nestjs/common';
import { DAYS_CHECKED_IS_KEPT, moveRun } from '#imports';
import { Clock, Database, jobActor } from '#platform';
import { ASSESSMENT_IMPORT } from './assessment-import.js';
import { endParts } from './write-assessment-import.js';

const day = 86_400_000;

/** Gives up lists that were checked and then forgotten; of one that was applied in part, the rest. Meant for every night. */
@Injectable()
export class ExpireAssessmentImports {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns how many were given up */
  run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - DAYS_CHECKED_IS_KEPT * day);
    return this.database.inVillage(jobActor(0, 'expire-imports'), async (tx) => {
      const runs = await tx.query<{ id: string; applied: boolean }>(
        `select id, exists (select from assessment_parts a where a.village_id = $1 and a.run_id = r.id and a.state = 'applied') as applied
           from import_runs r where village_id = $1 and kind = $2 and state = 'checked' and checked_at < $3 for update skip locked`,
        [0, ASSESSMENT_IMPORT, before],
      );
      for (const { id, applied } of runs) {
        await endParts(tx, id);
        await (applied ? moveRun(tx, id, 'applied', { applied_at: tx.now }) : moveRun(tx, id, 'cancelled'));
      }
      return runs.length;
    });
  }
}
