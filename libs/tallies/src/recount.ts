import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, jobActor, type Tx } from '#platform';
import { runningTotalsThatDiffer, type SumDrift } from './running-sums.js';

export interface RecountedCell {
  readonly day: string;
  readonly dim1: string;
  readonly dim2: string;
  readonly total: number;
}

export type Recounter = (tx: Tx) => Promise<RecountedCell[]>;

const recounters = new Map<string, Recounter>();

/** Says how a measure is counted afresh from the rows of the village in context. */
export function defineRecount(measure: string, count: Recounter): void {
  if (recounters.has(measure)) throw new Error(`measure ${measure} is recounted twice`);
  recounters.set(measure, count);
}

export interface TallyDrift extends RecountedCell {
  readonly level: 'village' | 'district' | 'regency';
  /** Code of the village, district or regency whose cell is wrong. */
  readonly region: string;
  readonly measure: string;
  readonly counted: number;
}

/** Proves the counts: those of a village by its rows, those above by the counts of the villages. */
@Injectable()
export class RecountTallies {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * One village: recount = folded + not yet folded, in one snapshot.
   * @returns every cell that differs; an empty list is the proof
   * @throws RangeError for unit 0, whose own rows lie within the regency's sums: see `above`
   */
  run(actor: Actor): Promise<TallyDrift[]> {
    if (actor.unitId === 0) throw new RangeError('the regency office has no counts of a village');
    return this.database.inVillage(actor, async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      const region = (await tx.one<{ code: string }>('select code from units where id = $1', [actor.unitId]))?.code ?? '';
      const drifts: TallyDrift[] = [];
      for (const [measure, recount] of recounters) {
        const counted = await tx.query<{ day: string; dim1: string; dim2: string; total: bigint }>(
          `select day, dim1, dim2, sum(total)::bigint as total from (
             select day, dim1, dim2, total from tallies where village_id = $1 and measure = $2 and level = 'village'
             union all
             select day, dim1, dim2, delta from tally_deltas where village_id = $1 and measure = $2
           ) both_kinds group by 1, 2, 3`,
          [actor.unitId, measure],
        );
        drifts.push(...differences({ level: 'village', region, measure }, await recount(tx), counted.map((c) => ({ ...c, total: Number(c.total) }))));
      }
      return drifts;
    });
  }

  /**
   * Districts and the regency: each folded cell is the sum of the villages' folded cells, in the regency together with
   * the rows of its own office. For a database opened as the worker or the owner; a village sees no other's counts.
   * @returns every cell that differs from its sum
   */
  above(): Promise<TallyDrift[]> {
    return this.database.inScope('relay', jobActor(0, 'recount'), async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      await tx.query(`set local app.village_id = '0'`);
      const own: (RecountedCell & { measure: string })[] = [];
      for (const [measure, recount] of recounters) own.push(...(await recount(tx)).map((cell) => ({ ...cell, measure })));
      const drifts = await tx.query<Omit<TallyDrift, 'counted' | 'total'> & { counted: bigint; total: bigint }>(sumsThatDiffer, [JSON.stringify(own)]);
      return drifts.map((drift) => ({ ...drift, counted: Number(drift.counted), total: Number(drift.total) }));
    });
  }

  /** The running totals of all, against the folded cells. For the worker or the owner, as above. @returns every day that differs */
  running(): Promise<SumDrift[]> {
    return this.database.inScope('relay', jobActor(0, 'recount'), runningTotalsThatDiffer);
  }
}

/** $1: the office's own cells, counted afresh; what of them is not yet folded is taken off again. */
const sumsThatDiffer = `
with regency as (
  select code from units where id = 0
), villages as (
  select u.district_code, t.measure, t.day, t.dim1, t.dim2, t.total from tallies t join units u on u.id = t.village_id where t.level = 'village'
), cells as (
  select level, region_code as region, measure, day, dim1, dim2, total as counted, 0 as total from tallies where level <> 'village'
  union all
  select 'district', district_code, measure, day, dim1, dim2, 0, total from villages where district_code is not null
  union all
  select 'regency', code, measure, day, dim1, dim2, 0, total from villages, regency
  union all
  select 'regency', code, measure, day, dim1, dim2, 0, total from jsonb_to_recordset($1::jsonb) as own (measure text, day date, dim1 text, dim2 text, total bigint), regency
  union all
  select 'regency', code, measure, day, dim1, dim2, 0, -delta from tally_deltas, regency where village_id = 0
)
select level, region, measure, day, dim1, dim2, sum(counted)::bigint as counted, sum(total)::bigint as total
  from cells group by 1, 2, 3, 4, 5, 6 having sum(counted) <> sum(total) order by 1, 2, 3, 4, 5, 6`;

function differences(place: Pick<TallyDrift, 'level' | 'region' | 'measure'>, fresh: RecountedCell[], counted: RecountedCell[]): TallyDrift[] {
  const key = (c: RecountedCell): string => JSON.stringify([c.day, c.dim1, c.dim2]);
  const both = new Map<string, TallyDrift>();
  for (const cell of fresh) both.set(key(cell), { ...cell, ...place, counted: 0 });
  for (const cell of counted) both.set(key(cell), { ...(both.get(key(cell)) ?? { ...cell, ...place, total: 0 }), counted: cell.total });
  return [...both.values()].filter((cell) => cell.total !== cell.counted);
}
