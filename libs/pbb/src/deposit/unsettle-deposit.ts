import { Inject, Injectable } from '@nestjs/common';
import { reverseJournal } from '#ledger';
import { type Actor, Clock, Database, faultPoint, type JobVerb, notFound } from '#platform';
import { tally } from '#tallies';
import { lockDeposits, moveBills } from './deposit-bills.js';
import type { ClaimedDeposits } from './settle-deposit.js';

/** The regency's office has undone a claim: its deposits wait for the bank's statement again. */
@Injectable()
export class UnsettleDeposit implements JobVerb<ClaimedDeposits> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, claim: ClaimedDeposits): Promise<void> {
    const { claimId, depositIds } = claim;
    await this.database.inVillage(actor, async (tx) => {
      if ((await lockDeposits(tx, [claim])).length !== depositIds.length) throw notFound();
      // Before it was settled there is nothing to take back, and the settlement that is still on its way finds this row.
      const settled = await tx.one<{ journal_id: string | null; was: Date | null }>(
        `with before as (select undone_at from settlements where village_id = $1 and claim_id = $2)
         insert into settlements as s (village_id, claim_id, undone_at) values ($1, $2, $3)
         on conflict (village_id, claim_id) do update set undone_at = coalesce(s.undone_at, excluded.undone_at)
         returning journal_id, (select undone_at from before) as was`,
        [actor.unitId, claimId, tx.now],
      );
      if (!settled?.journal_id || settled.was) return;
      const today = this.clock.today();
      await reverseJournal(tx, settled.journal_id, {
        key: `settlement-undone:${claimId}`, kind: 'settlement-undone', day: today, subjectType: 'claim', subjectId: claimId, action: 'deposit.unsettled', reason: 'Pencocokan dengan rekening koran dibatalkan.',
      });
      tx.write(`update deposits set state = 'confirmed', settled_at = null where village_id = $1 and id = any($2::uuid[])`, [actor.unitId, depositIds]);
      tally(tx, await moveBills(tx, depositIds, { from: 'settled', to: 'deposited', day: today }));
      faultPoint('unsettle-deposit:before-commit');
    });
  }
}
