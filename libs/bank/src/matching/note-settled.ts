import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, jobActor, type JobVerb } from '#platform';

/** A village has posted its side of a claim: until then the claim is drift. */
@Injectable()
export class NoteSettled implements JobVerb<{ claim: string; deposit: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { claim, deposit }: { claim: string; deposit: string }): Promise<void> {
    await this.database.inVillage(jobActor(0, actor.requestId, actor.userId), (tx) =>
      // Only the village the fact came from speaks for its deposits.
      tx.query('update claim_deposits set settled_at = coalesce(settled_at, $5) where village_id = $1 and claim_id = $2 and deposit_id = $3 and for_village_id = $4', [0, claim, deposit, actor.unitId, tx.now]));
  }
}
