import { auditMany } from '#audit';
import { account, postJournals } from '#ledger';
import { newId, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { UNALLOCATED, VILLAGE_CLEARING } from '../accounts.js';
import { claimedTallies, suspenseOf } from '../bank.tallies.js';
import { passOnClaims } from './pass-on-claims.job.js';

export type ClaimBasis = 'reference' | 'amount-day' | 'person' | 'correction';

export interface ClaimedLine {
  readonly id: string;
  readonly amount: bigint;
}

export interface ClaimedDeposit {
  readonly id: string;
  readonly forVillageId: number;
  readonly depositId: string;
  readonly reference: string;
  readonly amount: bigint;
}

export interface NewClaim {
  readonly basis: ClaimBasis;
  readonly lines: readonly ClaimedLine[];
  readonly deposits: readonly ClaimedDeposit[];
  /** Why, for whoever asks later: the facts it was decided on. */
  readonly explanation: Readonly<Record<string, string | number | boolean>>;
  readonly reason?: string;
}

/**
 * Step: claims with all that follows from them — lines and deposits are taken, the money is the villages' in the regency's
 * book, the villages are told after commit. Sums must be equal; the table refuses everything else.
 * @returns their ids
 * @throws the unique indexes' error where a line or a deposit is taken already
 */
export async function makeClaims(tx: Tx, today: PlainDate, claims: readonly NewClaim[]): Promise<string[]> {
  if (claims.length === 0) return [];
  const { actor } = tx;
  const made = claims.map((claim) => ({ ...claim, id: newId() }));
  const moving = made.filter(({ deposits }) => deposits.length > 0);
  const lineIds = made.flatMap(({ lines }) => lines.map(({ id }) => id));
  tally(tx, await suspenseOf(tx, { lineIds }, -1));
  const journals = postJournals(tx, moving.map((claim) => ({
    key: `claim:${claim.id}`, kind: 'claim', day: today, subjectType: 'claim', subjectId: claim.id, action: 'claim.made', ...(claim.reason ? { reason: claim.reason } : {}),
    detail: { basis: claim.basis, number: claim.deposits.map(({ reference }) => reference).join(' '), amount: Number(sum(claim.deposits)) },
    transfers: claim.deposits.map((deposit) => ({ debit: account(UNALLOCATED), credit: account(VILLAGE_CLEARING, deposit.forVillageId), amount: deposit.amount, itemId: deposit.id })),
  })));
  auditMany(tx, made.filter(({ deposits }) => deposits.length === 0).map((claim) => ({ action: 'claim.made', subjectType: 'claim', subjectId: claim.id, ...(claim.reason ? { reason: claim.reason } : {}), detail: { basis: claim.basis } })));
  const journalOf = new Map(moving.map(({ id }, place) => [id, journals[place]]));
  writeClaims(tx, made, journalOf);
  tx.write(`update statement_lines set state = c.state from unnest($2::uuid[], $3::text[]) as c (line_id, state) where village_id = $1 and id = c.line_id`, [
    actor.unitId, lineIds, made.flatMap(({ lines, deposits }) => lines.map(() => (deposits.length > 0 ? 'claimed' : 'reversed'))),
  ]);
  const deposits = moving.flatMap((claim) => claim.deposits);
  if (deposits.length > 0) {
    tx.write(`update expected_receipts set state = 'claimed' where village_id = $1 and id = any($2::uuid[])`, [actor.unitId, deposits.map(({ id }) => id)]);
    tally(tx, claimedTallies(deposits, today, 1));
    tx.enqueue(passOnClaims, { claimId: moving[0]?.id ?? '' });
  }
  return made.map(({ id }) => id);
}

function writeClaims(tx: Tx, claims: readonly (NewClaim & { id: string })[], journalOf: ReadonlyMap<string, string | undefined>): void {
  const { actor } = tx;
  tx.write(
    `insert into claims (village_id, id, basis, lines, deposits, lines_amount, deposits_amount, explanation, reason, journal_id, made_by, made_by_name, made_at)
     select $1, c.*, $11, $12, $13 from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::bigint[], $7::bigint[], $8::jsonb[], $9::text[], $10::uuid[]) as c`,
    [
      actor.unitId, claims.map(({ id }) => id), claims.map(({ basis }) => basis), claims.map(({ lines }) => lines.length), claims.map(({ deposits }) => deposits.length),
      claims.map(({ lines }) => sum(lines)), claims.map(({ deposits }) => sum(deposits)), claims.map(({ explanation }) => JSON.stringify(explanation)), claims.map(({ reason }) => reason ?? null),
      claims.map(({ id }) => journalOf.get(id) ?? null), actor.userId, actor.userName, tx.now,
    ],
  );
  const lines = claims.flatMap((claim) => claim.lines.map((line) => ({ claim: claim.id, ...line })));
  tx.write('insert into claim_lines (village_id, claim_id, line_id, amount) select $1, l.* from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as l', [
    actor.unitId, lines.map(({ claim }) => claim), lines.map(({ id }) => id), lines.map(({ amount }) => amount),
  ]);
  const deposits = claims.flatMap((claim) => claim.deposits.map((deposit) => ({ claim: claim.id, ...deposit })));
  if (deposits.length === 0) return;
  tx.write('insert into claim_deposits (village_id, claim_id, expected_id, for_village_id, deposit_id, amount) select $1, d.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::bigint[]) as d', [
    actor.unitId, deposits.map(({ claim }) => claim), deposits.map(({ id }) => id), deposits.map(({ forVillageId }) => forVillageId), deposits.map(({ depositId }) => depositId), deposits.map(({ amount }) => amount),
  ]);
}

export const sum = (items: readonly { readonly amount: bigint }[]): bigint => items.reduce((total, { amount }) => total + amount, 0n);
