import type { Tx } from '#platform';
import { lineClaimedSince, statementNotLast } from '../bank.errors.js';
import { holdMatching } from '../matching/hold-matching.js';

/** Step: nobody claims a line while a statement is taken back. @throws DomainError 409 STATEMENT_IN_USE, STATEMENT_NOT_LAST */
export async function assertRecallable(tx: Tx, runId: string): Promise<void> {
  holdMatching(tx);
  const at = await tx.one<{ claimed: number; later: boolean }>(
    `select (select count(*)::int from statement_lines where village_id = $1 and statement_id = $2 and state in ('claimed', 'reversed')) as claimed,
            exists (select from bank_statements b join bank_statements own on own.village_id = $1 and own.id = $2
                     where b.village_id = $1 and b.account_id = own.account_id and b.reversed_at is null and b.applied_at > own.applied_at) as later`,
    [tx.actor.unitId, runId],
  );
  if (at && at.claimed > 0) throw lineClaimedSince(at.claimed);
  if (at?.later) throw statementNotLast();
}
