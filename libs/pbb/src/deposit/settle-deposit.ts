import { Inject, Injectable } from '@nestjs/common';
import { account, postJournals } from '#ledger';
import { type Actor, Clock, Database, faultPoint, type JobVerb, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import { CLEARING, IN_TRANSIT } from '../accounts.js';
import { type DepositOfClaim, lockDeposits, moveBills } from './deposit-bills.js';

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
export class SettleDeposit implements JobVerb<{ claims: readonly ClaimedDeposits[] }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404 for a deposit the village has not; Error while one is still settled by an earlier claim whose undo is on its way: tried again */
  async run(actor: Actor, { claims }: { claims: readonly ClaimedDeposits[] }): Promise<void> {
    const early = await this.database.inVillage(actor, async (tx) => {
      const deposits = new Map((await lockDeposits(tx, claims)).map((deposit) => [deposit.id, deposit]));
      if (claims.some(({ depositIds }) => depositIds.some((id) => !deposits.has(id)))) throw notFound();
      const known = new Set((await tx.query<{ id: string }>('select claim_id as id from settlements where village_id = $1 and claim_id = any($2::uuid[])', [actor.unitId, claims.map(({ claimId }) => claimId)])).map(({ id }) => id));
      const open = claims.filter(({ claimId }) => !known.has(claimId));
      const ready = open.filter(({ depositIds }) => depositIds.every((id) => deposits.get(id)?.state === 'confirmed'));
      if (ready.length > 0) await this.settle(tx, ready, deposits);
      // The regency's office waits for it: both clearings are then equal.
      const told = [...ready, ...claims.filter(({ claimId }) => known.has(claimId))];
      if (told.length > 0) tx.fact('deposit.settled', { claims: told.map(({ claimId }) => claimId).join(',') });
      faultPoint('settle-deposit:before-commit');
      return open.length - ready.length;
    });
    if (early > 0) throw new Error(`${early} claims wait for the undo of an earlier one`);
  }

  private async settle(tx: Tx, claims: readonly ClaimedDeposits[], deposits: ReadonlyMap<string, DepositOfClaim>): Promise<void> {
    const [{ unitId }, today] = [tx.actor, this.clock.today()];
    const held = ({ depositIds }: ClaimedDeposits): DepositOfClaim[] => depositIds.flatMap((id) => deposits.get(id) ?? []);
    const journals = postJournals(tx, claims.map((claim) => ({
      key: `settlement:${claim.claimId}`, kind: 'settlement', day: today, subjectType: 'claim', subjectId: claim.claimId, action: 'deposit.settled', detail: { number: held(claim).map(({ reference }) => reference).join(' ') },
      transfers: held(claim).map(({ id, amount }) => ({ debit: account(CLEARING), credit: account(IN_TRANSIT), amount: BigInt(amount), itemId: id })),
    })));
    const ids = claims.flatMap(({ depositIds }) => depositIds);
    tx.write('insert into settlements (village_id, claim_id, journal_id, settled_at) select $1, s.*, $4 from unnest($2::uuid[], $3::uuid[]) as s', [unitId, claims.map(({ claimId }) => claimId), journals, tx.now]);
    tx.write(`update deposits set state = 'settled', settled_at = $3 where village_id = $1 and id = any($2::uuid[])`, [unitId, ids, tx.now]);
    tally(tx, await moveBills(tx, ids, { from: 'deposited', to: 'settled', day: today }));
  }
}
