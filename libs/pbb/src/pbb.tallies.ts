import { defineRecount, type RecountedCell, type TallyDelta } from '#tallies';
import type { Tx } from '#platform';
import { minuteInJakarta, plainDateInJakarta } from '#values';

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

/**
 * Rupiah in the hands of collectors by the day and minute it was received, so that its age is known without a receipt being
 * read; dim1 minute WIB, dim2 the collector's book. A cell that was all brought to the bank is no more.
 */
export const CASH_MEASURE = 'pbb-cash-in-hand';

/** Receipts of one minute in one book, or one of them. */
export interface HeldCash {
  readonly receivedAt: Date;
  readonly bookCode: string;
  readonly amount: bigint;
}

/** Deltas of cash that comes into a collector's hands (+1) or leaves them (-1). */
export const cashTallies = (cash: readonly HeldCash[], sign: 1 | -1): TallyDelta[] =>
  cash.map(({ receivedAt, bookCode, amount }) => ({ measure: CASH_MEASURE, day: plainDateInJakarta(receivedAt), dim1: minuteInJakarta(receivedAt), dim2: bookCode, delta: sign * Number(amount) }));

/** Rupiah proven at the bank: principal and penalty of settled bills by the day of the settlement; dim1 tax year, dim2 book. */
export const SETTLED_MEASURE = 'pbb-settled';
/** Rupiah of the deposits themselves, which the regency's claims are held against; an undo counts on its own day. */
export const CLEARING_MEASURE = 'pbb-clearing';

export function settledTallies(cells: readonly { readonly tax_year: number; readonly tax_book: number; readonly principal: bigint; readonly penalty: bigint }[], day: string, sign: 1 | -1): TallyDelta[] {
  return cells.map((cell) => ({ measure: SETTLED_MEASURE, day, dim1: String(cell.tax_year), dim2: String(cell.tax_book), delta: sign * Number(BigInt(cell.principal) + BigInt(cell.penalty)) }));
}

export const clearingTallies = (amount: bigint, day: string, sign: 1 | -1): TallyDelta[] => [{ measure: CLEARING_MEASURE, day, delta: sign * Number(amount) }];

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
  counted(tx, `select (p.received_at at time zone 'Asia/Jakarta')::date as day, to_char(p.received_at at time zone 'Asia/Jakarta', 'HH24:MI') as dim1, c.book_code as dim2, sum(p.principal + p.penalty)::bigint as total
                 from payments p join collectors c on c.village_id = $1 and c.id = p.collector_id
                 left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id
                where p.village_id = $1 and p.reversed_at is null and (d.state is null or d.state = 'listed') group by 1, 2, 3`));

/** From the village's postings, an undo on its own day as well: what each moved deposit's receipts said of years and books. */
defineRecount(SETTLED_MEASURE, (tx) =>
  counted(tx, `select t.day, l.tax_year::text as dim1, b.tax_book::text as dim2, sum(case when t.debit = 'clearing' then 1 else -1 end * (l.principal + l.penalty))::bigint as total
                 from transfers t join deposit_payments d on d.village_id = $1 and d.deposit_id = t.item_id and d.living
                 join payment_lines l on l.village_id = $1 and l.payment_id = d.payment_id join bills b on b.village_id = $1 and b.id = l.bill_id
                where t.village_id = $1 and (t.debit = 'clearing' or t.credit = 'clearing') group by 1, 2, 3
               having sum(case when t.debit = 'clearing' then 1 else -1 end * (l.principal + l.penalty)) <> 0`));
defineRecount(CLEARING_MEASURE, (tx) =>
  counted(tx, `select day, '' as dim1, '' as dim2, sum(case when debit = 'clearing' then amount else -amount end)::bigint as total from transfers
                where village_id = $1 and (debit = 'clearing' or credit = 'clearing') group by 1 having sum(case when debit = 'clearing' then amount else -amount end) <> 0`));
