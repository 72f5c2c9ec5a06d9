import { importInUse, planForManyRows } from '#imports';
import { account, type NewBulkJournal, postBulkJournal, reverseJournal } from '#ledger';
import { newId, type Tx } from '#platform';
import { tally } from '#tallies';
import { formatNop, type Nop, type PlainDate } from '#values';
import { ASSESSED, RECEIVABLE } from '../accounts.js';
import { type BillCell, billTallies, openingTallies } from '../pbb.tallies.js';
import { ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';

interface PartToTakeBack {
  readonly runId: string;
  readonly prefix: string;
  readonly reason: string;
  readonly today: PlainDate;
}

/**
 * Step, inside the village: withdraws the bills a part opened, opens again those it superseded and owes again what it called
 * paid; its journals are reversed. Nothing is removed. Does nothing the second time.
 * @throws DomainError IMPORT_IN_USE naming a bill that was paid since, or that a later list replaced
 */
export async function takeBackPart(tx: Tx, { runId, prefix, reason, today }: PartToTakeBack): Promise<void> {
  planForManyRows(tx);
  const { unitId } = tx.actor;
  const values = [unitId, runId, prefix];
  const begun = await tx.one('update assessment_lists set reversed_at = $4 where village_id = $1 and run_id = $2 and prefix = $3 and reversed_at is null returning 1', [...values, tx.now]);
  if (!begun) return;
  await assertUnused(tx, values);
  const settled = await tx.query<BillCell>(
    `with journal as (select id from journals where village_id = $1 and key = 'opening:' || $2::uuid || ':' || $3::text)
     select b.tax_year, b.tax_book, count(*) as n, sum(t.amount)::bigint as amount from transfers t join bills b on b.village_id = $1 and b.id = t.item_id
      where t.village_id = $1 and t.journal_id = (select id from journal) group by 1, 2`,
    values,
  );
  await tx.query(
    `update bill_positions p set owed = b.amount, state = 'unpaid', updated_at = $4 from transfers t join bills b on b.village_id = $1 and b.id = t.item_id
      where t.village_id = $1 and t.journal_id = (select id from journals where village_id = $1 and key = 'opening:' || $2::uuid || ':' || $3::text)
        and p.village_id = $1 and p.bill_id = b.id and b.run_id <> $2`,
    [...values, tx.now],
  );
  const withdrawn = await tx.query<BillCell>(
    `with withdrawn as (
       update bills b set closed_as = 'withdrawn', closed_by_run = $2, closed_at = $4 from tax_objects o
        where b.village_id = $1 and b.run_id = $2 and b.closed_as is null and o.village_id = $1 and o.id = b.object_id and left(o.nop, 10) = $3 returning b.id, b.tax_year, b.tax_book, b.amount
     ), closed as (
       update bill_positions p set owed = 0, state = 'closed', updated_at = $4 from withdrawn w where p.village_id = $1 and p.bill_id = w.id
     ) select tax_year, tax_book, count(*) as n, sum(amount)::bigint as amount from withdrawn group by 1, 2`,
    [...values, tx.now],
  );
  const about = { day: today, reason, subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId, detail: { prefix } };
  const reopened = await reopen(tx, values, about, `reopened:${runId}:${prefix}`);
  tally(tx, [...billTallies(withdrawn, today, -1), ...billTallies(reopened, today, 1), ...openingTallies(settled, today, -1)]);
  for (const kind of ['opening', 'assessed']) {
    const journal = await tx.one<{ id: string }>('select id from journals where village_id = $1 and key = $2', [unitId, `${kind}:${runId}:${prefix}`]);
    if (journal) {
      await reverseJournal(tx, journal.id, { ...about, key: `${kind}-reversed:${runId}:${prefix}`, kind: 'assessment-reversal', action: 'bills.withdrawn' });
    }
  }
}

async function assertUnused(tx: Tx, values: unknown[]): Promise<void> {
  const used = await tx.one<{ nop: string; tax_year: number; superseded: boolean }>(
    `select o.nop, b.tax_year, b.closed_as = 'superseded' as superseded
       from bills b join tax_objects o on o.village_id = $1 and o.id = b.object_id join bill_positions p on p.village_id = $1 and p.bill_id = b.id
      where b.village_id = $1 and (b.run_id = $2 or b.closed_by_run = $2) and left(o.nop, 10) = $3 and (p.payment_id is not null or (b.run_id = $2 and b.closed_as = 'superseded'))
      order by o.nop limit 1`,
    values,
  );
  if (used) throw importInUse(`tagihan ${formatNop(used.nop as Nop)} tahun ${used.tax_year} ${used.superseded ? 'sudah diganti daftar yang lebih baru' : 'sudah dibayar'}`);
}

/** Bills the part had superseded are owed again, as a next cycle of the same amount: a closed bill stays closed. */
async function reopen(tx: Tx, values: unknown[], about: Pick<NewBulkJournal, 'day' | 'subjectType' | 'subjectId' | 'detail' | 'reason'>, key: string): Promise<BillCell[]> {
  const superseded = await tx.query<{ id: string }>(
    `select b.id from bills b join tax_objects o on o.village_id = $1 and o.id = b.object_id where b.village_id = $1 and b.closed_by_run = $2 and b.closed_as = 'superseded' and left(o.nop, 10) = $3 order by b.id`,
    values,
  );
  if (superseded.length === 0) return [];
  const [ids, copies] = [superseded.map(({ id }) => id), superseded.map(() => newId())];
  const { unitId } = tx.actor;
  await tx.query(
    `insert into bills (village_id, id, object_id, tax_year, cycle, amount, tax_book, due_on, payer_name, payer_address, managed_by, run_id, opened_at)
     select $1, c.copy, b.object_id, b.tax_year, (select max(m.cycle) + 1 from bills m where m.village_id = $1 and m.object_id = b.object_id and m.tax_year = b.tax_year),
            b.amount, b.tax_book, b.due_on, b.payer_name, b.payer_address, b.managed_by, b.run_id, $4::timestamptz
       from unnest($2::uuid[], $3::uuid[]) as c (id, copy) join bills b on b.village_id = $1 and b.id = c.id`,
    [unitId, ids, copies, tx.now],
  );
  await tx.query(
    `insert into bill_positions (village_id, bill_id, tax_year, tax_book, owed, state, updated_at)
     select $1, id, tax_year, tax_book, amount, case when amount = 0 then 'nil' else 'unpaid' end, $3::timestamptz from bills where village_id = $1 and id = any($2::uuid[])`,
    [unitId, copies, tx.now],
  );
  await postBulkJournal(tx, {
    ...about, key, kind: 'assessment', action: 'bills.reopened', debit: account(RECEIVABLE), credit: account(ASSESSED),
    items: { sql: 'select b.id as item_id, b.amount from bills b where b.village_id = $1 and b.id = any($2::uuid[]) and b.amount > 0 order by b.id', values: [unitId, copies] },
  });
  return tx.query<BillCell>('select tax_year, tax_book, count(*) as n, sum(amount)::bigint as amount from bills where village_id = $1 and id = any($2::uuid[]) group by 1, 2', [unitId, copies]);
}
