import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, type JobVerb } from '#platform';
import { clearStaged } from './staged-lines.js';

/** Rows of a cancelled statement leave the staging table; only the worker's role can reach it. */
@Injectable()
export class ClearStatement implements JobVerb<{ runId: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { runId }: { runId: string }): Promise<void> {
    await this.database.inVillage(actor, (tx) => clearStaged(tx, runId));
  }
}
