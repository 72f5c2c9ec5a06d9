import { Inject, Injectable } from '@nestjs/common';
import { Database, jobActor } from '#platform';
import { carrySums } from './running-sums.js';

const batch = 5_000;

/**
 * Folds waiting deltas into village, district and regency counts, in one statement: deltas leave and
 * totals grow in the same transaction, so a count is never lost or doubled by a crash. A cell that comes to nothing is
 * taken away: cash in hand is counted by the minute, and would otherwise leave a cell for every minute money was ever held.
 */
@Injectable()
export class FoldTallies {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns how many deltas were folded */
  async run(): Promise<number> {
    let folded = 0;
    for (;;) {
      const some = await this.foldBatch();
      folded += some;
      if (some < batch) return folded;
    }
  }

  private foldBatch(): Promise<number> {
    return this.database.inScope('relay', jobActor(0, 'fold'), async (tx) => {
      // Nobody folds beside the holder. The batch is cut off at an id: joined to itself, the table was once passed over for
      // every one of its rows, by a plan made when it was empty.
      const lock = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('fold-tallies')) as mine`);
      if (!lock?.mine) return 0;
      const result = await tx.one<{ folded: number }>(
        `with taken as (
           delete from tally_deltas where id <= coalesce((select id from tally_deltas order by id offset ${batch - 1} limit 1), 9223372036854775807)
           returning village_id, measure, day, dim1, dim2, delta, (created_at at time zone 'Asia/Jakarta')::date as acted_on
         ), placed as (
           select t.*, u.code, u.district_code from taken t join units u on u.id = t.village_id
         ), levels as (
           select case when village_id = 0 then 'regency' else 'village' end as level, village_id, code as region_code, measure, day, dim1, dim2, delta, acted_on from placed
           union all
           select 'district', 0, district_code, measure, day, dim1, dim2, delta, acted_on from placed where district_code is not null
           union all
           select 'regency', 0, (select code from units where id = 0), measure, day, dim1, dim2, delta, acted_on from placed where village_id <> 0
         ), summed as (
           select level, village_id, region_code, measure, day, dim1, dim2, sum(delta)::bigint as delta from levels group by 1, 2, 3, 4, 5, 6, 7
         ), emptied as (
           delete from tallies t using summed s
            where t.village_id = s.village_id and t.region_code = s.region_code and t.measure = s.measure and t.day = s.day and t.dim1 = s.dim1 and t.dim2 = s.dim2 and t.total + s.delta = 0
           returning t.village_id, t.region_code, t.measure, t.day, t.dim1, t.dim2
         ), written as (
           insert into tallies as existing (level, village_id, region_code, measure, day, dim1, dim2, total)
           select s.level, s.village_id, s.region_code, s.measure, s.day, s.dim1, s.dim2, s.delta from summed s
             left join emptied e using (village_id, region_code, measure, day, dim1, dim2) where s.delta <> 0 and e.measure is null
           on conflict (village_id, region_code, measure, day, dim1, dim2) do update set total = existing.total + excluded.total
         ), ${carrySums}, said as (
           update tally_folds set folded_at = case when n < ${batch} then $1 else folded_at end, changes = changes + (n > 0)::int from (select count(*) as n from taken) counted
         )
         select count(*)::int as folded from taken`,
        [tx.now],
      );
      return result?.folded ?? 0;
      // All of it is done again if a crash of the machine takes it.
    }, { relaxedDurability: true });
  }
}
