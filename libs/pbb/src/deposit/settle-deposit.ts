import { Inject, Injectable } from '@nestjs/common';
import { account, postJournal } from '#ledger';
import { type Actor, Clock, Database, faultPoint, type JobVerb, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import { CLEARING, IN_TRANSIT } from '../accounts.js';
import { lockDeposits, moveBills } from './deposit-bills.js';

/** A claim of the regency's office, and the village's deposits it holds. */
export interface ClaimedDeposits {
  readonly claimId: string;
  readonly depositIds: readonly string[];
}

/**
 * The bank's own statement shows the deposits: what was in transit is the regency's, and the bills are paid for good. Posted
 * once for each claim, whatever the queue does; an undo that came first leaves nothing to settle.
 */
@Injectable()
export class SettleDeposit implements JobVerb<ClaimedDeposits> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404 for a deposit the village has not; Error while a deposit is still settled by an earlier claim whose undo is on its way: tried again */
  async run(actor: Actor, { claimId, depositIds }: ClaimedDeposits): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const deposits = await lockDeposits(tx, claimId, depositIds);
      const known = await tx.one('select 1 from settlements where village_id = $1 and claim_id = $2', [actor.unitId, claimId]);
      if (known) return;
      if (deposits.length !== depositIds.length) throw notFound();
      const early = deposits.find(({ state }) => state !== 'confirmed');
      if (early) throw new Error(`a deposit cannot be settled while it is ${early.state}`);
      const today = this.clock.today();
      const journalId = postJournal(tx, {
        key: `settlement:${claimId}`, kind: 'settlement', day: today, subjectType: 'claim', subjectId: claimId, action: 'deposit.settled',
        detail: { deposits: deposits.map(({ reference }) => reference) },
        transfers: deposits.map(({ id, amount }) => ({ debit: account(CLEARING), credit: account(IN_TRANSIT), amount: BigInt(amount), itemId: id })),
      });
      tx.write('insert into settlements (village_id, claim_id, journal_id, settled_at) values ($1, $2, $3, $4)', [actor.unitId, claimId, journalId, tx.now]);
      tx.write(`update deposits set state = 'settled', settled_at = $3 where village_id = $1 and id = any($2::uuid[])`, [actor.unitId, depositIds, tx.now]);
      tally(tx, await moveBills(tx, depositIds, { from: 'deposited', to: 'settled', day: today }));
      tell(tx, claimId, depositIds);
      faultPoint('settle-deposit:before-commit');
    });
  }
}

/** The regency's office waits for it: both clearings are then equal. */
function tell(tx: Tx, claimId: string, depositIds: readonly string[]): void {
  for (const deposit of depositIds) tx.fact('deposit.settled', { claim: claimId, deposit });
}
