import { defineRecount, type RecountedCell, type TallyDelta } from '#tallies';
import type { Tx } from '#platform';

/** Living bills by the day they were opened; dim1 tax year, dim2 book (0 = nil). */
export const BILLS_MEASURE = 'pbb-bills';

/** Rupiah of the same bills: baku (pokok ketetapan). */
export const ASSESSED_MEASURE = 'pbb-assessed';

/** Rupiah of bills paid before they came here, by the day the list was applied; dim1 tax year, dim2 book. */
export const OPENING_MEASURE = 'pbb-opening';

export interface BillCell {
  readonly tax_year: number;
  readonly tax_book: number;
  readonly n: bigint;
  readonly amount: bigint;
}

/** Deltas of bills that open (+1) or close (-1) on a day. */
export function billTallies(cells: readonly BillCell[], day: string, sign: 1 | -1): TallyDelta[] {
  return cells.flatMap(({ tax_year, tax_book, n, amount }) => {
    const at = { day, dim1: String(tax_year), dim2: String(tax_book) };
    return [{ measure: BILLS_MEASURE, ...at, delta: sign * Number(n) }, ...(BigInt(amount) > 0n ? [{ measure: ASSESSED_MEASURE, ...at, delta: sign * Number(amount) }] : [])];
  });
}

export const openingTallies = (cells: readonly BillCell[], day: string, sign: 1 | -1): TallyDelta[] =>
  cells.map(({ tax_year, tax_book, amount }) => ({ measure: OPENING_MEASURE, day, dim1: String(tax_year), dim2: String(tax_book), delta: sign * Number(amount) }));

const counted = async (tx: Tx, sql: string): Promise<RecountedCell[]> =>
  (await tx.query<{ day: string; dim1: string; dim2: string; total: bigint }>(sql, [tx.actor.unitId])).map((cell) => ({ ...cell, total: Number(cell.total) }));

/** A bill is counted on the day it opened and taken away on the day it closed, so that any day in the past can be asked for. */
const openAndClosed = (what: string): string =>
  `select day, tax_year::text as dim1, tax_book::text as dim2, sum(delta)::bigint as total from (
     select (opened_at at time zone 'Asia/Jakarta')::date as day, tax_year, tax_book, ${what} as delta from bills where village_id = $1
     union all select (closed_at at time zone 'Asia/Jakarta')::date, tax_year, tax_book, -(${what}) from bills where village_id = $1 and closed_as is not null
   ) moves group by 1, 2, 3 having sum(delta) <> 0`;

defineRecount(BILLS_MEASURE, (tx) => counted(tx, openAndClosed('1')));
defineRecount(ASSESSED_MEASURE, (tx) => counted(tx, openAndClosed('amount')));
defineRecount(OPENING_MEASURE, (tx) =>
  counted(tx, `select t.day, b.tax_year::text as dim1, b.tax_book::text as dim2, sum(case when t.debit = 'opening' then t.amount else -t.amount end)::bigint as total
                 from transfers t join bills b on b.village_id = $1 and b.id = t.item_id
                where t.village_id = $1 and (t.debit = 'opening' or t.credit = 'opening') group by 1, 2, 3
               having sum(case when t.debit = 'opening' then t.amount else -t.amount end) <> 0`));
