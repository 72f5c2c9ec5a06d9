import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { reverseJournal } from '#ledger';
import { type Actor, Clock, Database, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { claimedTallies, suspenseOf } from '../bank.tallies.js';
import { lineNotClaimed } from '../bank.errors.js';
import { holdMatching } from './hold-matching.js';
import { passOnClaims } from './pass-on-claims.job.js';

/** Takes a decision back, with the reason: its lines are suspense again, its deposits wait, the villages take their posting back. */
@Injectable()
export class UndoClaim {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @param lineId of the claim @throws DomainError 404; 409 LINE_NOT_CLAIMED */
  async run(actor: Actor, lineId: string, reason: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      holdMatching(tx);
      const line = await tx.one<{ claim_id: string | null }>(
        `select (select claim_id from claim_lines c where c.village_id = $1 and c.line_id = l.id and c.living) as claim_id from statement_lines l where village_id = $1 and id = $2 and state <> 'withdrawn'`,
        [actor.unitId, lineId],
      );
      if (!line) throw notFound();
      if (line.claim_id === null) throw lineNotClaimed();
      await undoClaim(tx, line.claim_id, reason, this.clock.today());
    });
  }
}

interface LivingClaim {
  readonly journal_id: string | null;
  readonly lines: string[];
}

/** Step: undoes a living claim; whoever calls holds the matching. */
export async function undoClaim(tx: Tx, claimId: string, reason: string, today: PlainDate): Promise<void> {
  const { actor } = tx;
  const claim = await tx.one<LivingClaim>(
    `select journal_id, (select array_agg(line_id) from claim_lines l where l.village_id = $1 and l.claim_id = c.id) as lines from claims c where village_id = $1 and id = $2 and undone_at is null for update`,
    [actor.unitId, claimId],
  );
  if (!claim) throw lineNotClaimed();
  const deposits = await tx.query<{ expected_id: string; forVillageId: number; amount: bigint }>('select expected_id, for_village_id as "forVillageId", amount from claim_deposits where village_id = $1 and claim_id = $2', [actor.unitId, claimId]);
  if (claim.journal_id) await reverseJournal(tx, claim.journal_id, { key: `claim-undone:${claimId}`, kind: 'claim-undone', day: today, subjectType: 'claim', subjectId: claimId, action: 'claim.undone', reason });
  else audit(tx, { action: 'claim.undone', subjectType: 'claim', subjectId: claimId, reason });
  tx.write('update claims set undone_at = $3, undone_by = $4, undone_by_name = $5, undo_reason = $6 where village_id = $1 and id = $2', [actor.unitId, claimId, tx.now, actor.userId, actor.userName, reason]);
  tx.write('update claim_lines set living = false where village_id = $1 and claim_id = $2', [actor.unitId, claimId]);
  tx.write('update claim_deposits set living = false where village_id = $1 and claim_id = $2', [actor.unitId, claimId]);
  tx.write(`update statement_lines set state = 'open' where village_id = $1 and id = any($2::uuid[])`, [actor.unitId, claim.lines]);
  tally(tx, await suspenseOf(tx, { lineIds: claim.lines }, 1));
  if (deposits.length === 0) return;
  tx.write(`update expected_receipts set state = 'open' where village_id = $1 and id = any($2::uuid[])`, [actor.unitId, deposits.map(({ expected_id: id }) => id)]);
  tally(tx, claimedTallies(deposits.map(({ forVillageId, amount }) => ({ forVillageId, amount: BigInt(amount) })), today, -1));
  tx.enqueue(passOnClaims, { claimId });
}
