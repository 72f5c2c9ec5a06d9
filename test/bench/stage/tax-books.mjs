import { v7 as uuidv7 } from 'uuid';
import { signedIn } from './signed-in.mjs';
import { clearLists } from './tax-lists.mjs';

/**
 * Unpaid bills of the first villages, and collectors with a book each, signed in.
 * @returns {Promise<{ desks: { unit: number, collector: string, headers: Record<string, string>, bills: [object[], object[], object[]] }[] }>}
 *   the bills of a desk in three parts
 */
export async function openBooks(stage, { villages, collectors, bills }) {
  await clearLists(stage);
  const units = (await stage.asOwner('select id from units where id > 0 order by id limit $1', [villages])).map(({ id }) => id);
  const desks = [];
  for (let n = 0; n < collectors; n++) {
    const headers = await signedIn(stage, units, 'collector', `-${n}`);
    for (const unit of units) {
      const collector = uuidv7();
      await stage.asOwner(
        `insert into collectors (village_id, id, user_id, name, book_code, started_on) select $1, $2, id, 'Petugas Uji', $4, current_date from users where username = $3`,
        [unit, collector, `bench.collector-${n}.${unit}`, String(n + 1).padStart(2, '0')],
      );
      desks.push({ unit, collector, headers: headers.get(unit), bills: [[], [], []] });
    }
  }
  await stage.asOwner(`insert into ledger_accounts (village_id, code, kind, opened_at) select u, a, a, now() from unnest($1::int[]) u, unnest(array['receivable', 'assessed']) a`, [units]);
  for (const [place, desk] of desks.entries()) {
    const rows = await stage.asOwner(
      `with made as (
         select n, gen_random_uuid() as object, gen_random_uuid() as bill, 10000 + n as amount from generate_series(1, $2::int) n
       ), objects as (
         insert into tax_objects (village_id, id, nop, opened_by_run, last_listed_year, updated_at) select $1, object, '3599' || lpad($3, 6, '0') || lpad(n::text, 8, '0'), object, 2026, now() from made
       ), opened as (
         insert into bills (village_id, id, object_id, tax_year, amount, tax_book, due_on, payer_name, run_id, opened_at) select $1, bill, object, 2026, amount, 1, '2099-09-30', 'WAJIB PAJAK', object, now() from made
       )
       insert into bill_positions (village_id, bill_id, tax_year, tax_book, owed, state, updated_at) select $1, bill, 2026, 1, amount, 'unpaid', now() from made returning bill_id as id, owed::int as amount`,
      [desk.unit, Math.ceil(bills / desks.length) * 3, String(place + 1)],
    );
    rows.forEach((bill, n) => desk.bills[n % 3].push(bill));
  }
  await stage.asOwner('analyze tax_objects, bills, bill_positions');
  return { desks };
}
