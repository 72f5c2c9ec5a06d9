import { Inject, Injectable } from '@nestjs/common';
import { DAYS_CHECKED_IS_KEPT, moveRun } from '#imports';
import { Clock, Database, jobActor } from '#platform';
import { addDays, startOfDayInJakarta } from '#values';
import { clearStaged } from './staged-lines.js';
import { STATEMENT_IMPORT } from './statement-import.js';

/** Gives up statements that were checked and then forgotten. Meant for every night. */
@Injectable()
export class ExpireStatements {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns how many were given up */
  run(): Promise<number> {
    const before = startOfDayInJakarta(addDays(this.clock.today(), -DAYS_CHECKED_IS_KEPT));
    return this.database.inVillage(jobActor(0, 'expire-imports'), async (tx) => {
      const runs = await tx.query<{ id: string }>(`select id from import_runs where village_id = $1 and kind = $2 and state = 'checked' and checked_at < $3 for update skip locked`, [0, STATEMENT_IMPORT, before]);
      for (const { id } of runs) {
        await clearStaged(tx, id);
        await moveRun(tx, id, 'cancelled');
      }
      return runs.length;
    });
  }
}
