import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, jobActor, ObjectStore } from '#platform';

const hour = 3_600_000;

/** Younger files may belong to a transaction that has not committed yet, or to an upload somebody still looks at. */
export const youngestOrphanHours = 48;

const batchSize = 1_000;

/**
 * Removes files that no row of any unit names: left behind when a process died between storing a file and
 * committing its row. Asks every unit, as `app.named_files` in the migration says, and removes nothing when
 * one of them cannot be asked. Meant for one night a week: it looks at every file.
 */
@Injectable()
export class SweepFiles {
  constructor(
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns how many files were looked at and how many removed */
  async run(hours = youngestOrphanHours): Promise<{ seen: number; removed: number }> {
    const limit = new Date(this.clock.now().getTime() - hours * hour);
    const units = await this.units();
    let seen = 0;
    let removed = 0;
    let batch: string[] = [];
    const finish = async (): Promise<void> => {
      for (const orphan of await this.orphansAmong(batch, units)) {
        await this.store.remove(orphan);
        removed += 1;
      }
      batch = [];
    };
    for await (const sha256 of this.store.putBefore(limit)) {
      seen += 1;
      if (batch.push(sha256) === batchSize) await finish();
    }
    if (batch.length > 0) await finish();
    return { seen, removed };
  }

  private async units(): Promise<number[]> {
    const rows = await this.database.readVillage<{ id: number }>(jobActor(0, 'sweep-files'), { name: 'all-units', text: 'select id from units order by id', values: [] });
    return rows.map((row) => row.id);
  }

  private async orphansAmong(candidates: string[], units: number[]): Promise<string[]> {
    const left = new Set(candidates);
    for (const unit of units) {
      if (left.size === 0) break;
      const rows = await this.database.readVillage<{ sha256: string }>(jobActor(unit, 'sweep-files'), { name: 'named-files', text: 'select distinct f as sha256 from app.named_files($1) f', values: [[...left]] });
      for (const row of rows) left.delete(row.sha256);
    }
    return [...left];
  }
}
