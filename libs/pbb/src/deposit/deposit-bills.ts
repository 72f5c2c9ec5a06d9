import { standDocuments } from '#documents';
import type { Tx } from '#platform';
import type { TallyDelta } from '#tallies';
import type { PlainDate } from '#values';
import { clearingTallies, settledTallies } from '../pbb.tallies.js';

export interface DepositOfClaim {
  readonly id: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly state: string;
}

/** Step: the deposits of these claims, locked; whoever settles or unsettles one of them waits, in one order, so that nobody waits for ever. */
export function lockDeposits(tx: Tx, claims: readonly { readonly claimId: string; readonly depositIds: readonly string[] }[]): Promise<DepositOfClaim[]> {
  tx.write('select pg_advisory_xact_lock(hashtextextended(id, 4)) from (select unnest($1::text[]) as id order by 1) claims', [claims.map(({ claimId }) => claimId)]);
  return tx.query<DepositOfClaim>('select id, reference, amount, state from deposits where village_id = $1 and id = any($2::uuid[]) order by id for update', [tx.actor.unitId, claims.flatMap(({ depositIds }) => depositIds)]);
}

/**
 * Step: the bills of these deposits move on, or back.
 * @returns what the counts change by
 */
export async function moveBills(tx: Tx, depositIds: readonly string[], { from, to, day }: { from: 'deposited' | 'settled'; to: 'deposited' | 'settled'; day: PlainDate }): Promise<TallyDelta[]> {
  const { unitId } = tx.actor;
  const [payments, cells] = await tx.all<[{ id: string }, { tax_year: number; tax_book: number; principal: bigint; penalty: bigint }]>([
    { sql: 'select payment_id as id from deposit_payments where village_id = $1 and deposit_id = any($2::uuid[]) and living', values: [unitId, depositIds] },
    { sql: `with moved as (
       update bill_positions p set state = $4, updated_at = $5 from deposit_payments d
        where d.village_id = $1 and d.deposit_id = any($2::uuid[]) and d.living and p.village_id = $1 and p.payment_id = d.payment_id and p.state = $3
       returning p.bill_id, p.payment_id, p.tax_year, p.tax_book
     )
     select m.tax_year, m.tax_book, sum(l.principal)::bigint as principal, sum(l.penalty)::bigint as penalty
       from moved m join payment_lines l on l.village_id = $1 and l.payment_id = m.payment_id and l.bill_id = m.bill_id group by 1, 2`,
      values: [unitId, depositIds, from, to, tx.now] },
  ]);
  standDocuments(tx, 'payment', payments.map(({ id }) => id), to);
  const sign = to === 'settled' ? 1 : -1;
  const total = cells.reduce((sum, cell) => sum + BigInt(cell.principal) + BigInt(cell.penalty), 0n);
  return [...settledTallies(cells, day, sign), ...clearingTallies(total, day, sign)];
}
