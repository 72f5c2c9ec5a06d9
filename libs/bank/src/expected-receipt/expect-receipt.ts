import { Inject, Injectable } from '@nestjs/common';
import { confirmedDeposit } from '#pbb';
import { type Actor, Database, jobActor, type JobVerb, newId } from '#platform';
import { matchLines } from '../matching/match-lines.job.js';

/**
 * A village has confirmed a deposit: from now on the regency's account should show it. What it is, is read in the village
 * the fact came from, so that no payload can announce money of another one or of none.
 */
@Injectable()
export class ExpectReceipt implements JobVerb<{ deposit: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { deposit }: { deposit: string }): Promise<void> {
    const confirmed = await this.database.inVillage(actor, (tx) => confirmedDeposit(tx, deposit));
    if (!confirmed) return;
    const office = jobActor(0, actor.requestId, actor.userId);
    await this.database.inVillage(office, async (tx) => {
      const id = newId();
      const added = await tx.one(
        `insert into expected_receipts (village_id, id, for_village_id, deposit_id, reference, amount, deposited_on, expected_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'open') on conflict (village_id, for_village_id, deposit_id) do nothing returning 1`,
        [office.unitId, id, actor.unitId, deposit, confirmed.reference, confirmed.amount, confirmed.depositedOn, tx.now],
      );
      // Its line may stand on a statement that came before the village confirmed.
      if (added) tx.enqueue(matchLines, { statementId: null, expectedId: id });
    });
  }
}
