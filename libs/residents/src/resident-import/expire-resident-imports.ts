import { Inject, Injectable } from '@nestjs/common';
import { DAYS_CHECKED_IS_KEPT, moveRun } from '#imports';
import { Clock, Database, jobActor } from '#platform';
import { RESIDENT_IMPORT } from './resident-import.js';
import { clearStaging } from './staging.js';

const day = 86_400_000;

/** Gives up lists that were checked and then forgotten. Meant for every night. */
@Injectable()
export class ExpireResidentImports {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns how many were given up */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - DAYS_CHECKED_IS_KEPT * day);
    const units = await this.database.readVillage<{ id: number }>(jobActor(0, 'expire-imports'), { name: 'all-units', text: 'select id from units order by id', values: [] });
    let expired = 0;
    for (const { id } of units) {
      expired += await this.database.inVillage(jobActor(id, 'expire-imports'), async (tx) => {
        const runs = await tx.query<{ id: string }>(`select id from import_runs where village_id = $1 and kind = $2 and state = 'checked' and checked_at < $3 for update skip locked`, [id, RESIDENT_IMPORT, before]);
        for (const run of runs) {
          await moveRun(tx, run.id, 'cancelled');
          await clearStaging(tx, run.id);
        }
        return runs.length;
      });
    }
    return expired;
  }
}
