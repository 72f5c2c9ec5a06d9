import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, jobActor, type JobVerb } from '#platform';

/** A village has posted its side of some claims: until then they are drift. */
@Injectable()
export class NoteSettled implements JobVerb<{ claims: readonly string[] }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { claims }: { claims: readonly string[] }): Promise<void> {
    await this.database.inVillage(jobActor(0, actor.requestId, actor.userId), (tx) =>
      // Only the village the fact came from speaks for its deposits.
      tx.query('update claim_deposits set settled_at = $4 where village_id = $1 and claim_id = any($2::uuid[]) and for_village_id = $3 and settled_at is null', [0, claims, actor.unitId, tx.now]));
  }
}
