import type { Actor, Database } from '#platform';
import { rupiahToNumber } from '#values';
import type { UnpaidHamletListDto, UnpaidQuery } from './bill.dto.js';

interface Row {
  area_id: string | null;
  hamlet: string | null;
  bills: number;
  owed: bigint;
}

/** What each hamlet of the village still owes; a village has few hamlets and some thousand unpaid bills, so they are added up at read. */
export async function unpaidByHamlet(database: Database, actor: Actor, { year }: UnpaidQuery): Promise<UnpaidHamletListDto> {
  const rows = await database.readVillage<Row>(actor, {
    name: 'unpaid-by-hamlet',
    text: `with recursive within as (
             select id, id as hamlet_id, name from areas where village_id = $1 and kind = 'hamlet'
             union all select a.id, w.hamlet_id, w.name from within w join areas a on a.village_id = $1 and a.parent_id = w.id
           )
           select w.hamlet_id as area_id, w.name as hamlet, count(*)::int as bills, sum(p.owed)::bigint as owed
             from bill_positions p join bills b on b.village_id = $1 and b.id = p.bill_id join tax_objects o on o.village_id = $1 and o.id = b.object_id left join within w on w.id = o.area_id
            where p.village_id = $1 and p.state = 'unpaid' and ($2::int is null or p.tax_year = $2) group by 1, 2 order by owed desc, hamlet`,
    values: [actor.unitId, year ?? null],
  });
  return { items: rows.map((row) => ({ areaId: row.area_id, hamlet: row.hamlet, bills: row.bills, owed: rupiahToNumber(BigInt(row.owed)) })), next: null };
}
