import { expect } from '@jest/globals';
import { VerifyLedger } from '#ledger';
import { type Database, jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { asOwner } from './database.js';

/**
 * What must hold of a village's book whatever was done to it: every journal says what was sealed, each bill owes what its
 * transfers say, the cash of each collector is its receipts less its confirmed deposits, and the counts equal a recount.
 */
export async function assertBooks(database: Database, unitId: number): Promise<void> {
  const actor = jobActor(unitId, 'spec');
  expect(await new VerifyLedger(database).run(actor)).toMatchObject({ intact: true });
  expect(await new RecountTallies(database).run(actor)).toEqual([]);
  expect(await billsThatDiffer(unitId)).toEqual([]);
  expect(await cashThatDiffers(unitId)).toEqual([]);
}

export const billsThatDiffer = (unitId: number) =>
  asOwner(
    `select p.bill_id, p.owed, posted.owed as posted from bill_positions p left join lateral (
       select coalesce(sum(case when t.debit = 'receivable' then t.amount else 0 end) - sum(case when t.credit = 'receivable' then t.amount else 0 end), 0) as owed
         from transfers t where t.village_id = p.village_id and t.item_id = p.bill_id) posted on true
      where p.village_id = $1 and p.owed <> posted.owed`,
    [unitId],
  );

export const cashThatDiffers = (unitId: number) =>
  asOwner(
    `select c.id, booked.cash as booked, coalesce(held.cash, 0) as held from collectors c
       cross join lateral (select coalesce(sum(case when debit = 'collector-cash:' || c.id then amount else -amount end), 0) as cash from transfers
                            where village_id = $1 and (debit = 'collector-cash:' || c.id or credit = 'collector-cash:' || c.id)) booked
       left join (select p.collector_id, sum(p.principal + p.penalty) as cash from payments p
                   left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id
                  where p.village_id = $1 and p.reversed_at is null and (d.state is null or d.state = 'listed') group by 1) held on held.collector_id = c.id
      where c.village_id = $1 and booked.cash <> coalesce(held.cash, 0)`,
    [unitId],
  );
