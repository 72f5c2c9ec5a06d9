import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, jobActor, type JobVerb, newId } from '#platform';
import { matchLines } from '../matching/match-lines.job.js';

/** A deposit as the village's fact tells it. */
export interface ConfirmedDeposit {
  readonly deposit: string;
  readonly reference: string;
  /** Rupiah. */
  readonly amount: number;
  /** YYYY-MM-DD */
  readonly depositedOn: string;
}

/** A village has confirmed a deposit: from now on the regency's account should show it. The village is the fact's, never the payload's. */
@Injectable()
export class ExpectReceipt implements JobVerb<ConfirmedDeposit> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { deposit, reference, amount, depositedOn }: ConfirmedDeposit): Promise<void> {
    const office = jobActor(0, actor.requestId, actor.userId);
    await this.database.inVillage(office, async (tx) => {
      const id = newId();
      const added = await tx.one(
        `insert into expected_receipts (village_id, id, for_village_id, deposit_id, reference, amount, deposited_on, expected_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'open') on conflict (village_id, for_village_id, deposit_id) do nothing returning 1`,
        [office.unitId, id, actor.unitId, deposit, reference, amount, depositedOn, tx.now],
      );
      // Its line may stand on a statement that came before the village confirmed.
      if (added) tx.enqueue(matchLines, { statementId: null, expectedId: id });
    });
  }
}
