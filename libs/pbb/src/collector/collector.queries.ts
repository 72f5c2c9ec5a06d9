import { type Actor, Conditions, type Database, page } from '#platform';
import { type PlainDate, rupiahToNumber } from '#values';
import { addWords } from '../search-words.js';
import type { CollectorAssignmentDto, CollectorListDto, CollectorQuery } from './collector.dto.js';

interface Row {
  id: string;
  user_id: string;
  name: string;
  book_code: string;
  started_on: PlainDate;
  ended_on: PlainDate | null;
  cash: bigint;
  receipts: bigint;
  oldest_at: Date | null;
  assignments: CollectorAssignmentDto[] | null;
}

/** A village has a handful; more than this would be no list of collectors. */
const MOST = 200;

/** By book, with the cash each holds: what was received and neither reversed nor brought to the bank with proof. */
export async function listCollectors(database: Database, actor: Actor, { status, search }: CollectorQuery = {}): Promise<CollectorListDto> {
  const found = new Conditions(actor.unitId, 'c.village_id = $1');
  if (status) found.add(status === 'active' ? 'a' : 'e', `c.ended_on is ${status === 'active' ? '' : 'not '}null`);
  addWords(found, search?.trim() || undefined, ['c.book_code'], ['c.name']);
  const rows = await database.readVillage<Row>(actor, {
    name: `collectors-${found.shape}`,
    text: `select c.id, c.user_id, c.name, c.book_code, c.started_on, c.ended_on, coalesce(h.cash, 0)::bigint as cash, coalesce(h.receipts, 0) as receipts, h.oldest_at,
                  (select jsonb_agg(jsonb_build_object('id', a.id, 'areaId', a.area_id, 'objectId', a.object_id, 'startedOn', a.started_on) order by a.started_on, a.id)
                     from collector_assignments a where a.village_id = $1 and a.collector_id = c.id and a.ended_on is null) as assignments
             from collectors c left join (
               select p.collector_id, sum(p.principal + p.penalty) as cash, count(*) as receipts, min(p.received_at) as oldest_at
                 from payments p left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id
                where p.village_id = $1 and p.reversed_at is null and (d.state is null or d.state = 'listed') group by 1
             ) h on h.collector_id = c.id
            where ${found.sql} order by c.book_code limit ${MOST}`,
    values: found.values,
  });
  return page(rows, MOST, {}, (row) => [row.id], (row) => ({
    id: row.id, userId: row.user_id, name: row.name, bookCode: row.book_code, startedOn: row.started_on, endedOn: row.ended_on,
    cashInHand: rupiahToNumber(BigInt(row.cash)), receiptsInHand: Number(row.receipts), oldestAt: row.oldest_at?.toISOString() ?? null, assignments: row.assignments ?? [],
  }));
}
