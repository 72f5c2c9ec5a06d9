import { Inject, Injectable } from '@nestjs/common';
import { Database, jobActor } from '#platform';

const batch = 5_000;

/**
 * Folds waiting deltas into village, district and regency counts, in one statement: deltas leave and
 * totals grow in the same transaction, so a count is never lost or doubled by a crash.
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
      const lock = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('fold-tallies')) as mine`);
      if (!lock?.mine) return 0;
      const result = await tx.one<{ folded: number }>(
        `with taken as (
           delete from tally_deltas where (village_id, id) in (select village_id, id from tally_deltas order by id limit ${batch} for update skip locked)
           returning village_id, measure, day, dim1, dim2, delta
         ), placed as (
           select t.*, u.code, u.district_code from taken t join units u on u.id = t.village_id
         ), levels as (
           select case when village_id = 0 then 'regency' else 'village' end as level, village_id, code as region_code, measure, day, dim1, dim2, delta from placed
           union all
           select 'district', 0, district_code, measure, day, dim1, dim2, delta from placed where district_code is not null
           union all
           select 'regency', 0, (select code from units where id = 0), measure, day, dim1, dim2, delta from placed where village_id <> 0
         ), summed as (
           select level, village_id, region_code, measure, day, dim1, dim2, sum(delta)::bigint as delta from levels group by 1, 2, 3, 4, 5, 6, 7
         ), written as (
           insert into tallies as existing (level, village_id, region_code, measure, day, dim1, dim2, total)
           select level, village_id, region_code, measure, day, dim1, dim2, delta from summed
           on conflict (village_id, region_code, measure, day, dim1, dim2) do update set total = existing.total + excluded.total
         )
         select count(*)::int as folded from taken`,
      );
      return result?.folded ?? 0;
    });
  }
}
