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

/** Rupiah of principal and of penalty received from taxpayers, by the day of the receipt; dim1 tax year, dim2 book. */
export const RECEIVED_MEASURE = 'pbb-received';
export const PENALTY_MEASURE = 'pbb-penalty';

/** Deltas of one receipt (+1) or its reversal (-1). */
export function receiptTallies(lines: readonly { readonly taxYear: number; readonly taxBook: number; readonly principal: bigint; readonly penalty: bigint }[], day: string, sign: 1 | -1): TallyDelta[] {
  return lines.flatMap(({ taxYear, taxBook, principal, penalty }) => {
    const at = { day, dim1: String(taxYear), dim2: String(taxBook) };
    return [{ measure: RECEIVED_MEASURE, ...at, delta: sign * Number(principal) }, ...(penalty > 0n ? [{ measure: PENALTY_MEASURE, ...at, delta: sign * Number(penalty) }] : [])];
  });
}

/** Rupiah in the hands of collectors by the day it was received: its age is today less that day. */
export const CASH_MEASURE = 'pbb-cash-in-hand';

export const cashTallies = (amount: bigint, receivedOn: string, sign: 1 | -1): TallyDelta[] => [{ measure: CASH_MEASURE, day: receivedOn, dim1: '', dim2: '', delta: sign * Number(amount) }];

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

const received = (part: 'principal' | 'penalty'): string =>
  `select p.received_on as day, l.tax_year::text as dim1, b.tax_book::text as dim2, sum(l.${part})::bigint as total
     from payment_lines l join payments p on p.village_id = $1 and p.id = l.payment_id join bills b on b.village_id = $1 and b.id = l.bill_id
    where l.village_id = $1 and l.living group by 1, 2, 3 having sum(l.${part}) <> 0`;

defineRecount(RECEIVED_MEASURE, (tx) => counted(tx, received('principal')));
defineRecount(PENALTY_MEASURE, (tx) => counted(tx, received('penalty')));
defineRecount(CASH_MEASURE, (tx) =>
  counted(tx, `select p.received_on as day, '' as dim1, '' as dim2, sum(p.principal + p.penalty)::bigint as total
                 from payments p left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id
                where p.village_id = $1 and p.reversed_at is null and (d.state is null or d.state = 'listed') group by 1`));
