import { type Actor, type Clock, type Database, notFound } from '#platform';
import { reportPlaces, type Level } from '../place/report-place.js';
import type { Place } from '../sums/sums.queries.js';
import type { CashFiguresDto, CashPlaceDto, UndepositedCashDto, UndepositedCashQuery } from './undeposited-cash.dto.js';

interface CashRow extends Place {
  readonly books: string[];
  readonly amount: number;
  readonly over_day: number;
  readonly over_week: number;
  readonly oldest: Date;
}

/**
 * From the cells of cash in hand: a day, the minute of it (dim1 `HH:MM`, WIB) and the receipt book (dim2). Cells that came to
 * nothing are gone, so there are no more of them than receipts not yet deposited. A cell without a minute counts from midnight.
 */
const CASH = `
  with cells as (
    select u.code as village, u.kind, u.district_code, t.dim2 as book, t.total, (t.day + case when t.dim1 = '' then time '00:00' else t.dim1::time end) at time zone 'Asia/Jakarta' as received_at
      from tallies t join units u on u.id = t.village_id
     where t.measure = 'pbb-cash-in-hand' and t.level = 'village'
       and ($2::text is null or $2 in (u.code, u.district_code)) and ($3::int is null or t.village_id = $3) and ($4::text is null or u.district_code = $4)
  ), placed as (
    select case $1 when 'village' then village when 'district' then district_code else (select code from units where id = 0) end as code, cells.* from cells
  )
  select r.code, r.name, r.kind, case when $1 = 'village' then d.name end as "districtName",
         case when $1 = 'village' then array_remove(array_agg(distinct p.book order by p.book), '') else '{}' end as books, sum(p.total)::float8 as amount, min(p.received_at) as oldest,
         coalesce(sum(p.total) filter (where p.received_at <= $5::timestamptz - interval '24 hours'), 0)::float8 as over_day,
         coalesce(sum(p.total) filter (where p.received_at <= $5::timestamptz - interval '7 days'), 0)::float8 as over_week
    from placed p join regions r on r.code = p.code join regions d on d.code = p.district_code
   group by r.code, r.name, r.kind, case when $1 = 'village' then d.name end
  having $6::int is null or min(p.received_at) <= $5::timestamptz - make_interval(hours => $6)
   order by min(p.received_at), r.code`;

/** Whether the place asked for is there and within reach. */
const FOUND = `
  select 1 as found from units u left join regions d on d.code = u.district_code
   where ($1::text is null or $1 in (u.code, u.district_code)) and ($2::int is null or u.id = $2) and ($3::text is null or u.district_code = $3) limit 1`;

/** Cash that collectors hold, by its age now. @throws DomainError NOT_FOUND: no such place, or not this actor's */
export async function undepositedCash(database: Database, clock: Clock, actor: Actor, query: UndepositedCashQuery): Promise<UndepositedCashDto> {
  const places = reportPlaces(actor, query);
  const { code } = places.scope;
  // Without a level the villages: somebody is to be asked, and that is nobody in a district.
  const level: Level = query.level ?? 'village';
  const [found, rows, [folds]] = await database.readVillageAll<[{ found: number }, CashRow, { folded_at: Date }]>(actor, [
    { name: 'reports-cash-place', text: FOUND, values: [code, places.ownUnit, places.ownDistrict] },
    { name: 'reports-cash', text: CASH, values: [level, code, places.ownUnit, places.ownDistrict, clock.now(), query.hours ?? null] },
    { name: 'reports-cash-folded', text: 'select folded_at from tally_folds', values: [] },
  ]);
  if (found.length === 0 || !folds) throw notFound();
  return { dataAt: folds.folded_at.toISOString(), total: totalOf(rows), rows: rows.map(rowOf) };
}

const rowOf = ({ code, name, kind, districtName, books, amount, over_day, over_week, oldest }: CashRow): CashPlaceDto => ({
  code, name, kind, districtName, books, amount, overDay: over_day, overWeek: over_week, oldest: oldest.toISOString(),
});

const totalOf = (rows: readonly CashRow[]): CashFiguresDto => ({
  amount: rows.reduce((sum, row) => sum + row.amount, 0),
  overDay: rows.reduce((sum, row) => sum + row.over_day, 0),
  overWeek: rows.reduce((sum, row) => sum + row.over_week, 0),
  oldest: rows[0]?.oldest.toISOString() ?? null,
});
