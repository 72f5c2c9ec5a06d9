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

/** A report that is not read yet: its cells, and how it is made of their sums. */
export interface Report<Own extends string, Row extends string, Page extends object> {
  /** Names the cells: the same for the same cells only. */
  readonly name: string;
  readonly places: ReportPlaces;
  readonly on: PlainDate;
  cells(): { readonly own: Readonly<Record<Own, SumCell>>; readonly each: Readonly<Record<Row, SumCell>> };
  page(answer: ReportAnswer<Own, Row>): Page;
}

/** Pages kept by each process; the one longest not read makes room. */
const MOST_KEPT = 200;
const kept = new WeakMap<Database, Map<string, { readonly changes: bigint; readonly page: object }>>();

/**
 * Everything a report shows. What was made before is shown again while folding has changed no count since, which one row
 * tells: between two changes any number of people look at a page for the price of one. A page is kept by the reach it was
 * made with, so nobody is shown what another was; a newer figure than the row tells may be kept, an older never.
 * @throws DomainError NOT_FOUND: no such place, or not this actor's
 */
export async function readReport<Own extends string, Row extends string, Page extends object>(database: Database, actor: Actor, report: Report<Own, Row, Page>): Promise<Page & { dataAt: string }> {
  const { name, places, on } = report;
  const question = settingQuestion(0, pbbCollectionTarget, on);
  const [targets, [folds]] = await database.readVillageAll<[SettingRow<number | null>, { folded_at: Date; changes: bigint }]>(actor, [
    { name: 'reports-target', text: question.sql, values: question.values ?? [] },
    { name: 'reports-folded', text: 'select folded_at, changes from tally_folds', values: [] },
  ]);
  if (!folds) throw notFound();
  const target = settingFrom(pbbCollectionTarget, targets).value;
  const pages = kept.get(database) ?? new Map<string, { changes: bigint; page: object }>();
  kept.set(database, pages);
  const key = `${name} ${target} ${JSON.stringify(places)}`;
  const known = pages.get(key);
  pages.delete(key);
  const page = known?.changes === folds.changes ? (known.page as Page) : await makePage(database, actor, report, target);
  pages.set(key, { changes: folds.changes, page });
  const [oldest] = pages.keys();
  if (pages.size > MOST_KEPT && oldest !== undefined) pages.delete(oldest);
  return { dataAt: folds.folded_at.toISOString(), ...page };
}

async function makePage<Own extends string, Row extends string, Page extends object>(database: Database, actor: Actor, report: Report<Own, Row, Page>, target: number | null): Promise<Page> {
  const { places } = report;
  const { own, each } = report.cells();
  const [[scope], rows] = await database.readVillageAll<[SumsRow, SumsRow]>(actor, [sums(places, places.scope.level, own), sums(places, places.rows, each)]);
  if (!scope) throw notFound();
  return report.page({ scope: named(scope, own), rows: rows.map((row) => named(row, each)), target });
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
