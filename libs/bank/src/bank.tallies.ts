import type { Tx } from '#platform';
import { defineRecount, type TallyDelta } from '#tallies';

/** Rupiah of deposits found on statements, at the regency's office; dim1 the village's unit. Held against `pbb-clearing`. */
export const CLAIMED_MEASURE = 'bank-claimed';

export const claimedTallies = (deposits: readonly { readonly forVillageId: number; readonly amount: bigint }[], day: string, sign: 1 | -1): TallyDelta[] =>
  deposits.map(({ forVillageId, amount }) => ({ measure: CLAIMED_MEASURE, day, dim1: String(forVillageId), delta: sign * Number(amount) }));

const OF_CLEARING = `t.village_id = $1 and (t.debit like 'village-clearing:%' or t.credit like 'village-clearing:%')`;

defineRecount(CLAIMED_MEASURE, async (tx) =>
  (await tx.query<{ day: string; dim1: string; total: bigint }>(
    `select day, dim1, sum(amount)::bigint as total from (
       select t.day, split_part(case when t.credit like 'village-clearing:%' then t.credit else t.debit end, ':', 2) as dim1,
              case when t.credit like 'village-clearing:%' then t.amount else -t.amount end as amount
         from transfers t where ${OF_CLEARING}
     ) moves group by 1, 2 having sum(amount) <> 0`,
    [tx.actor.unitId],
  )).map(({ day, dim1, total }) => ({ day, dim1, dim2: '', total: Number(total) })));

/** Lines nobody has claimed yet, in lines and in rupiah, by the day they were booked; dim1 in|out. Their age is today less that day. */
export const SUSPENSE_MEASURE = 'bank-suspense';
export const SUSPENSE_LINES_MEASURE = 'bank-suspense-lines';

export interface SuspenseCell {
  readonly day: string;
  readonly side: string;
  readonly lines: bigint | number;
  readonly amount: bigint | number;
}

export const suspenseTallies = (cells: readonly SuspenseCell[], sign: 1 | -1): TallyDelta[] =>
  cells.flatMap(({ day, side, lines, amount }) => [
    { measure: SUSPENSE_MEASURE, day, dim1: side, delta: sign * Number(amount) },
    { measure: SUSPENSE_LINES_MEASURE, day, dim1: side, delta: sign * Number(lines) },
  ]);

const SUSPENSE = `select booked_on as day, case when exact_sen > 0 then 'in' else 'out' end as side, count(*) as lines, sum(abs(amount))::bigint as amount from statement_lines where village_id = $1`;

/** Step: what open lines of a statement, or these lines, count for. */
export async function suspenseOf(tx: Tx, of: { readonly statementId: string } | { readonly lineIds: readonly string[] }, sign: 1 | -1): Promise<TallyDelta[]> {
  const [condition, value] = 'statementId' in of ? [`statement_id = $2 and state = 'open'`, of.statementId] : ['id = any($2::uuid[])', of.lineIds];
  return suspenseTallies(await tx.query<SuspenseCell>(`${SUSPENSE} and ${condition} group by 1, 2`, [tx.actor.unitId, value]), sign);
}

for (const [measure, what] of [[SUSPENSE_MEASURE, 'amount'], [SUSPENSE_LINES_MEASURE, 'lines']] as const) {
  defineRecount(measure, async (tx) =>
    (await tx.query<SuspenseCell>(`${SUSPENSE} and state = 'open' group by 1, 2`, [tx.actor.unitId])).map((cell) => ({ day: cell.day, dim1: cell.side, dim2: '', total: Number(cell[what]) })).filter(({ total }) => total !== 0));
}
