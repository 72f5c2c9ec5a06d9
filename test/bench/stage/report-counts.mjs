const MEASURES = ['pbb-bills', 'pbb-assessed', 'pbb-opening', 'pbb-received', 'pbb-penalty'];

/**
 * Counts of land tax as folding leaves them: four tax years, five books, money on every fourth day from March on. Laid down
 * in one go, because what is measured is reading them.
 * @param {import('./stage.mjs').Stage} stage
 */
export async function layReportCounts(stage) {
  await clearReportCounts(stage);
  await stage.asOwner(
    `insert into tallies (level, village_id, region_code, measure, day, dim1, dim2, total)
     select 'village', u.id, u.code, m, d.day, y::text, b::text, (random() * 1000000)::bigint + 1
       from units u, generate_series(2023, 2026) y, generate_series(1, 5) b, unnest($1::text[]) m,
            lateral (select (y || '-03-01')::date + n * 4 as day from generate_series(0, case when m in ('pbb-received', 'pbb-penalty') then 68 else 0 end) n) d
      where u.id > 0 and d.day <= '2026-11-27'`,
    [MEASURES],
  );
  await stage.asOwner(
    `insert into tallies (level, village_id, region_code, measure, day, dim1, dim2, total)
     select level, 0, code, measure, day, dim1, dim2, sum(total) from (
       select 'district' as level, u.district_code as code, t.* from tallies t join units u on u.id = t.village_id where t.measure = any($1)
       union all select 'regency', (select code from units where id = 0), t.* from tallies t where t.measure = any($1)
     ) both_levels (level, code, level_below, village_id, region_code, measure, day, dim1, dim2, total) group by 1, 3, 4, 5, 6, 7`,
    [MEASURES],
  );
  await stage.asOwner(
    `insert into tally_sums (village_id, region_code, measure, dim1, dim2, day, total)
     select village_id, region_code, measure, dim1, book, day, sum(sum(total)) over (partition by village_id, region_code, measure, dim1, book order by day)
       from tallies cross join lateral (values (dim2), ('*')) books (book) where measure = any($1) group by 1, 2, 3, 4, 5, 6`,
    [MEASURES],
  );
  await stage.asOwner('analyze tallies, tally_sums', []);
}

export async function clearReportCounts(stage) {
  for (const table of ['tally_deltas', 'tallies', 'tally_sums']) await stage.asOwner(`delete from ${table} where measure = any($1)`, [MEASURES]);
}
