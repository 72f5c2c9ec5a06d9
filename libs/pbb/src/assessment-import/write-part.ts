import { importCheckLost, planForManyRows } from '#imports';
import { account, postBulkJournal } from '#ledger';
import type { Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { ASSESSED, OPENING, RECEIVABLE } from '../accounts.js';
import { type BillCell, billTallies, openingTallies } from '../pbb.tallies.js';
import { listedPlace, placedBy } from '../tax-object/area-of-listed.js';
import { ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';

export interface PartToWrite {
  /** Unit of the run: the regency's office. */
  readonly runUnit: number;
  readonly runId: string;
  readonly prefix: string;
  readonly today: PlainDate;
}

/**
 * Step, inside the village: opens the bills of a part, closes those whose amount changed, and posts it all. Does nothing the
 * second time: the village's row of the list says so.
 * @throws DomainError IMPORT_CHECK_LOST when the staged rows are gone
 */
export async function writePart(tx: Tx, part: PartToWrite): Promise<void> {
  planForManyRows(tx);
  const { actor } = tx;
  const values = [actor.unitId, part.runUnit, part.runId, part.prefix];
  const listed = await tx.one<{ years: number[]; counts: Record<string, number>; amount: bigint }>(
    `select array_agg(distinct tax_year) as years, jsonb_build_object('rows', count(*), 'new', count(*) filter (where outcome = 'new')) as counts,
            coalesce(sum(amount) filter (where outcome in ('new', 'changed')), 0)::bigint as amount
       ${ROWS} and outcome <> 'rejected' having count(*) > 0`,
    values,
  );
  const begun = await tx.one(
    `insert into assessment_lists (village_id, run_id, prefix, tax_years, counts, amount, applied_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [actor.unitId, part.runId, part.prefix, listed?.years ?? [], JSON.stringify(listed?.counts ?? {}), listed?.amount ?? 0, tx.now],
  );
  if (!begun) return;
  if (!listed) throw importCheckLost();
  const closed = await closeChanged(tx, values);
  await openObjects(tx, values);
  const opened = await openBills(tx, values);
  const settled = await settleListed(tx, values);
  tally(tx, [...billTallies(closed, part.today, -1), ...billTallies(opened.bills, part.today, 1), ...openingTallies([...opened.paid, ...settled], part.today, 1)]);
  await post(tx, part);
}

/** Nothing of a prefix that is not this village's, whatever the run says. */
const OWN = 'exists (select from nop_prefixes x where x.prefix = $4 and x.unit_id = $1)';
const ROWS = `from assessment_rows s where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and ${OWN}`;

const CELLS = 'tax_year, tax_book, count(*) as n, sum(amount)::bigint as amount';

/** Bills of another amount are superseded; one that was paid meanwhile keeps its amount. */
async function closeChanged(tx: Tx, values: unknown[]): Promise<BillCell[]> {
  await tx.query(
    `with closed as (
       update bill_positions p set owed = 0, state = 'closed', updated_at = $5 from assessment_rows s
        where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and s.outcome = 'changed' and p.village_id = $1 and p.bill_id = s.old_bill_id and p.state in ('unpaid', 'nil')
       returning p.bill_id
     )
     update assessment_rows s set outcome = 'kept' where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and s.outcome = 'changed' and not exists (select from closed c where c.bill_id = s.old_bill_id)`,
    [...values, tx.now],
  );
  return tx.query<BillCell>(
    `with closed as (
       update bills b set closed_as = 'superseded', closed_by_run = $3, closed_at = $5 from assessment_rows s
        where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and s.outcome = 'changed' and b.village_id = $1 and b.id = s.old_bill_id
       returning b.tax_year, b.tax_book, b.amount
     ) select ${CELLS} from closed group by 1, 2`,
    [...values, tx.now],
  );
}

/** New objects, once for all their years; those known take what the list says of them. */
async function openObjects(tx: Tx, values: unknown[]): Promise<void> {
  await tx.query(
    `with ${placedBy(`${ROWS} and s.outcome = 'new' and not s.object_known`)}
     insert into tax_objects (village_id, id, nop, address, rt, rw, place, area_id, land_area, building_area, land_class, building_class, opened_by_run, last_listed_year, updated_at)
     select distinct on (s.nop) $1, s.object_id, s.nop, s.address, s.rt, s.rw, s.place, placed.area_id, s.land_area, s.building_area, s.land_class, s.building_class, $3, s.tax_year, $5::timestamptz
       ${ROWS.replace('from assessment_rows s', `from assessment_rows s left join placed on placed.listed = ${listedPlace('s')}`)} and s.outcome = 'new' and not s.object_known order by s.nop, s.tax_year desc`,
    [...values, tx.now],
  );
  await tx.query(
    `update tax_objects o set address = coalesce(s.address, o.address), rt = coalesce(s.rt, o.rt), rw = coalesce(s.rw, o.rw), place = coalesce(s.place, o.place),
            land_area = coalesce(s.land_area, o.land_area), building_area = coalesce(s.building_area, o.building_area),
            land_class = coalesce(s.land_class, o.land_class), building_class = coalesce(s.building_class, o.building_class), last_listed_year = s.tax_year, updated_at = $5
       ${ROWS} and s.object_known and s.outcome <> 'rejected' and o.village_id = $1 and o.id = s.object_id and s.tax_year >= o.last_listed_year
        and (s.outcome in ('new', 'changed') or s.tax_year > o.last_listed_year)`,
    [...values, tx.now],
  );
  await placeKnown(tx, values);
}

/**
 * Those known lie where they are listed now, as the village's areas are called now. What was said by hand stays; so does the
 * area of one whose place leads nowhere any more.
 */
async function placeKnown(tx: Tx, values: unknown[]): Promise<void> {
  await tx.query(
    `with known as (select distinct s.object_id ${ROWS} and s.object_known and s.outcome <> 'rejected'),
          listed as (select o.id, o.place, o.rw, o.rt from tax_objects o join known k on k.object_id = o.id where o.village_id = $1 and not o.area_by_hand),
          ${placedBy('from listed')}
     update tax_objects o set area_id = p.area_id, updated_at = $5
       from listed l join placed p on p.listed = ${listedPlace('l')} where o.village_id = $1 and o.id = l.id and o.area_id is distinct from p.area_id`,
    [...values, tx.now],
  );
}

async function openBills(tx: Tx, values: unknown[]): Promise<{ bills: BillCell[]; paid: BillCell[] }> {
  const bills = await tx.query<BillCell>(
    `with opened as (
       insert into bills (village_id, id, object_id, tax_year, cycle, amount, tax_book, due_on, payer_name, payer_address, managed_by, run_id, opened_at)
       select $1, s.bill_id, s.object_id, s.tax_year, s.cycle, s.amount, s.tax_book, s.due_on, s.payer_name, s.payer_address, s.managed_by, $3, $5::timestamptz
         ${ROWS} and s.outcome in ('new', 'changed') order by s.sheet_number, s.row
       returning tax_year, tax_book, amount
     ) select ${CELLS} from opened group by 1, 2`,
    [...values, tx.now],
  );
  await tx.query(
    `insert into bill_positions (village_id, bill_id, tax_year, tax_book, owed, state, updated_at)
     select $1, s.bill_id, s.tax_year, s.tax_book, case when s.paid then 0 else s.amount end, case when s.amount = 0 then 'nil' when s.paid then 'settled' else 'unpaid' end, $5::timestamptz
       ${ROWS} and s.outcome in ('new', 'changed') order by s.sheet_number, s.row`,
    [...values, tx.now],
  );
  const paid = await tx.query<BillCell>(`select ${CELLS} ${ROWS} and s.outcome in ('new', 'changed') and s.paid and s.amount > 0 group by 1, 2`, values);
  return { bills, paid };
}

/** Bills we had as unpaid and the source calls paid; one that was paid here meanwhile stays as it is. */
function settleListed(tx: Tx, values: unknown[]): Promise<BillCell[]> {
  return tx.query<BillCell>(
    `with settled as (
       update bill_positions p set owed = 0, state = 'settled', updated_at = $5 from assessment_rows s
        where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and s.outcome = 'settles' and p.village_id = $1 and p.bill_id = s.old_bill_id and p.state = 'unpaid'
       returning p.bill_id, p.tax_year, p.tax_book, s.amount
     ), kept as (
       update assessment_rows s set outcome = 'kept' where s.village_id = $2 and s.run_id = $3 and s.prefix = $4 and s.outcome = 'settles' and not exists (select from settled t where t.bill_id = s.old_bill_id)
     ) select ${CELLS} from settled group by 1, 2`,
    [...values, tx.now],
  );
}

/** Three journals at most: what is owed now, what was owed and is replaced, what was paid before it came here. */
async function post(tx: Tx, { runUnit, runId, prefix, today }: PartToWrite): Promise<void> {
  const about = { kind: 'assessment', day: today, subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId, detail: { prefix } };
  const values = [tx.actor.unitId, runUnit, runId, prefix];
  const [receivable, assessed, opening] = [account(RECEIVABLE), account(ASSESSED), account(OPENING)];
  await postBulkJournal(tx, {
    ...about, key: `assessed:${runId}:${prefix}`, action: 'bills.opened', debit: receivable, credit: assessed,
    items: { sql: `select s.bill_id as item_id, s.amount ${ROWS} and s.outcome in ('new', 'changed') and s.amount > 0 order by s.sheet_number, s.row`, values },
  });
  await postBulkJournal(tx, {
    ...about, key: `superseded:${runId}:${prefix}`, action: 'bills.superseded', debit: assessed, credit: receivable,
    items: { sql: `select b.id as item_id, b.amount ${ROWS.replace('from assessment_rows s', 'from assessment_rows s join bills b on b.village_id = $1 and b.id = s.old_bill_id')} and s.outcome = 'changed' and b.amount > 0 order by s.sheet_number, s.row`, values },
  });
  await postBulkJournal(tx, {
    ...about, key: `opening:${runId}:${prefix}`, action: 'bills.settled-in-source', debit: opening, credit: receivable,
    items: { sql: `select case when s.outcome = 'settles' then s.old_bill_id else s.bill_id end as item_id, s.amount ${ROWS} and s.paid and s.outcome in ('new', 'changed', 'settles') and s.amount > 0 order by s.sheet_number, s.row`, values },
  });
}
