import type { Tx } from '#platform';

/** A sum over one dimension stands under this word in its place. */
export const ALL = '*';

interface Kept {
  readonly measure: string;
  /** Which dimensions are told apart; the others are added up. */
  readonly by: readonly ('dim1' | 'dim2')[];
  /** A stock stands at one day of its own; what it was on a day follows from when its changes were made. */
  readonly stock?: true;
}

/**
 * Of which counts a running total stands ready for every day (`tally_sums`): those that reports show. A measure that is
 * added here needs a migration that carries on from what was counted before, as 0022 does.
 */
export const keptSums: readonly Kept[] = [
  ...['pbb-bills', 'pbb-assessed', 'pbb-opening', 'pbb-received', 'pbb-penalty'].flatMap((measure): Kept[] => [{ measure, by: ['dim1', 'dim2'] }, { measure, by: ['dim1'] }]),
  { measure: 'letters', by: ['dim2'] },
  { measure: 'population-events', by: ['dim1'] },
  { measure: 'residents', by: ['dim1'], stock: true },
];

const kept = keptSums.map(({ measure, by, stock }) => `('${measure}', ${by.includes('dim1')}, ${by.includes('dim2')}, ${stock === true})`).join(', ');
const dims = `case when by1 then dim1 else '${ALL}' end as dim1, case when by2 then dim2 else '${ALL}' end as dim2`;
const cell = 'village_id, region_code, measure, dim1, dim2';
const sameCell = (a: string, b: string): string => cell.split(', ').map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');

/**
 * The part of folding that carries the running totals on. A delta of a day raises that day and every later one: days after
 * it that have a row are few, because most acts count for today. Reads `levels`; runs under folding's lock, so nobody else
 * writes these rows.
 */
export const carrySums = `
  kept (measure, by1, by2, stock) as (values ${kept}),
  moved as (
    select village_id, region_code, measure, ${dims}, case when stock then acted_on else day end as day, sum(delta) as delta
      from levels join kept using (measure) group by 1, 2, 3, 4, 5, 6
  ), begun as (
    select ${cell}, min(day) as first from moved group by ${cell}
  ), points as (
    select ${cell}, day, sum(delta) as delta from (
      select ${cell}, day, delta from moved
      union all
      select s.village_id, s.region_code, s.measure, s.dim1, s.dim2, s.day, 0 from begun b join tally_sums s on ${sameCell('s', 'b')} and s.day > b.first
    ) both_kinds group by ${cell}, day
  ), running as (
    select ${cell}, day, sum(delta) over (partition by ${cell} order by day) as added from points
  ), carried as (
    insert into tally_sums (${cell}, day, total)
    select r.village_id, r.region_code, r.measure, r.dim1, r.dim2, r.day,
           r.added + coalesce((select s.total from tally_sums s where ${sameCell('s', 'r')} and s.day <= r.day order by s.day desc limit 1), 0)
      from running r
    on conflict (village_id, region_code, measure, dim1, dim2, day) do update set total = excluded.total
  )`;

export interface SumDrift {
  readonly region: string;
  readonly measure: string;
  readonly day: string;
  readonly dim1: string;
  readonly dim2: string;
  readonly counted: number;
  readonly total: number;
}

/**
 * Proves the running totals: that of each day is the sum of the folded counts up to it; of a stock, whose past days nothing
 * else knows, the last one. For the worker's relay or the owner.
 */
export async function runningTotalsThatDiffer(tx: Tx): Promise<SumDrift[]> {
  const rows = await tx.query<Omit<SumDrift, 'counted' | 'total'> & { counted: bigint; total: bigint }>(
    `with kept (measure, by1, by2, stock) as (values ${kept}),
     stands as (
       select s.*, k.stock, max(s.day) over (partition by s.village_id, s.region_code, s.measure, s.dim1, s.dim2) as last
         from tally_sums s join kept k on k.measure = s.measure and (s.dim1 = '${ALL}') = not k.by1 and (s.dim2 = '${ALL}') = not k.by2
     ), points as (
       select village_id, region_code, t.measure, ${dims}, day, total as delta, null::bigint as counted from tallies t join kept k on k.measure = t.measure
       union all
       select ${cell}, day, 0, total from stands where not stock or day = last
     ), days as (
       select ${cell}, day, sum(delta) as delta, coalesce(max(counted), 0) as counted, count(counted) as stood from points group by ${cell}, day
     ), running as (
       select *, sum(delta) over (partition by ${cell} order by day)::bigint as total from days
     )
     select region_code as region, measure, day, dim1, dim2, counted, total from running
      where counted <> total and (stood > 0 or measure <> all(array(select measure from kept where stock))) order by 1, 2, 3, 4, 5`,
  );
  return rows.map((row) => ({ ...row, counted: Number(row.counted), total: Number(row.total) }));
}
