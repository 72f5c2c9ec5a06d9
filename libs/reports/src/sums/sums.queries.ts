import { type Actor, type Database, notFound, type ReadStatement } from '#platform';
import { pbbCollectionTarget, settingFrom, settingQuestion, type SettingRow } from '#villages';
import type { PlainDate } from '#values';
import type { Level, ReportPlaces } from '../place/report-place.js';

/** One figure of a place: what a count came to from the beginning to the end of a day. */
export interface SumCell {
  readonly measure: string;
  readonly dim1: string;
  readonly dim2: string;
  readonly day: PlainDate;
}

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly kind: 'regency' | 'district' | 'desa' | 'kelurahan';
  readonly districtName: string | null;
}

/** A place with its figures under the names they were asked by. */
export interface PlaceSums<Name extends string> extends Place {
  readonly sums: Readonly<Record<Name, number>>;
}

export interface ReportAnswer<Own extends string, Row extends string> {
  readonly scope: PlaceSums<Own>;
  readonly rows: readonly PlaceSums<Row>[];
  /** Percent of what is assessed that shall be collected; null while the regency has not said. */
  readonly target: number | null;
  /** Everything done before is in the figures. */
  readonly foldedAt: Date;
}

interface SumsRow extends Place {
  readonly totals: number[];
}

/**
 * The places of one level and, for each figure, one step into the key of the running totals. Amounts are exact as floats up
 * to 2^53, nine million times what a regency owes in a year.
 */
const SUMS = `
  with places as (
    select 0 as unit_id, r.code, r.name, r.kind, null::text as district_name from regions r
     where $1 = 'regency' and r.kind = 'regency' and $3::int is null and $4::text is null
    union all
    select 0, r.code, r.name, r.kind, null from regions r where $1 = 'district' and r.kind = 'district' and ($2::text is null or r.code = $2) and $3::int is null and ($4::text is null or r.code = $4)
    union all
    select u.id, u.code, r.name, u.kind, d.name from units u join regions r on r.code = u.code join regions d on d.code = u.district_code
     where $1 = 'village' and ($2::text is null or $2 in (u.code, u.district_code)) and ($3::int is null or u.id = $3) and ($4::text is null or u.district_code = $4)
  )
  select p.code, p.name, p.kind, p.district_name as "districtName", s.totals
    from places p cross join lateral (
      select array_agg(coalesce((select t.total from tally_sums t
               where t.village_id = p.unit_id and t.region_code = p.code and t.measure = c.measure and t.dim1 = c.dim1 and t.dim2 = c.dim2 and t.day <= c.day
               order by t.day desc limit 1), 0)::float8 order by c.n) as totals
        from unnest($5::text[], $6::text[], $7::text[], $8::date[]) with ordinality as c (measure, dim1, dim2, day, n)) s
   order by p.code`;

/**
 * Everything a report shows. What was read before is shown again while folding has changed no count since, which one row
 * tells: between two changes any number of people look at a page for the price of one.
 * @param report names the cells: the same for the same cells only
 * @throws DomainError NOT_FOUND: no such place, or not this actor's
 */
export async function readReport<Own extends string, Row extends string>(database: Database, actor: Actor, report: string, places: ReportPlaces, own: Readonly<Record<Own, SumCell>>, each: Readonly<Record<Row, SumCell>>, on: PlainDate): Promise<ReportAnswer<Own, Row>> {
  const target = settingQuestion(0, pbbCollectionTarget, on);
  const [targets, [folds]] = await database.readVillageAll<[SettingRow<number | null>, { folded_at: Date; changes: bigint }]>(actor, [
    { name: 'reports-target', text: target.sql, values: target.values ?? [] },
    { name: 'reports-folded', text: 'select folded_at, changes from tally_folds', values: [] },
  ]);
  if (!folds) throw notFound();
  const { scope, rows } = await readFigures(database, actor, `${report} ${JSON.stringify(places)}`, folds.changes, [sums(places, places.scope.level, own), sums(places, places.rows, each)]);
  return { scope: named(scope, own), rows: rows.map((row) => named(row, each)), target: settingFrom(pbbCollectionTarget, targets).value, foldedAt: folds.folded_at };
}

interface Figures {
  readonly changes: bigint;
  readonly scope: SumsRow;
  readonly rows: readonly SumsRow[];
}

/** Pages kept by each process; the one longest not read makes room. */
const MOST_KEPT = 200;
const kept = new WeakMap<Database, Map<string, Figures>>();

/** `page` holds the reach it was read with, so nobody is shown what another was. A newer figure than `changes` may be kept, an older never. */
async function readFigures(database: Database, actor: Actor, page: string, changes: bigint, questions: [ReadStatement, ReadStatement]): Promise<Figures> {
  const pages = kept.get(database) ?? new Map<string, Figures>();
  kept.set(database, pages);
  const known = pages.get(page);
  pages.delete(page);
  if (known && known.changes === changes) {
    pages.set(page, known);
    return known;
  }
  const [[scope], rows] = await database.readVillageAll<[SumsRow, SumsRow]>(actor, questions);
  if (!scope) throw notFound();
  const read = { changes, scope, rows };
  pages.set(page, read);
  const [oldest] = pages.keys();
  if (pages.size > MOST_KEPT && oldest !== undefined) pages.delete(oldest);
  return read;
}

function sums(places: ReportPlaces, level: Level, cells: Readonly<Record<string, SumCell>>): ReadStatement {
  const all = Object.values(cells);
  return {
    name: 'reports-sums',
    text: SUMS,
    values: [level, places.scope.code, places.ownUnit, places.ownDistrict, all.map((cell) => cell.measure), all.map((cell) => cell.dim1), all.map((cell) => cell.dim2), all.map((cell) => cell.day)],
    plannedOnce: true,
  };
}

function named<Name extends string>({ code, name, kind, districtName, totals }: SumsRow, cells: Readonly<Record<Name, SumCell>>): PlaceSums<Name> {
  const names = Object.keys(cells) as Name[];
  return { code, name, kind, districtName, sums: Object.fromEntries(names.map((key, place) => [key, totals[place] ?? 0])) as Record<Name, number> };
}
