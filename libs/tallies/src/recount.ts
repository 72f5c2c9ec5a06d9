import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, type Tx } from '#platform';

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
  readonly measure: string;
  readonly counted: number;
}

/** Proves the counts of one village: recount = folded + not yet folded, in one snapshot. */
@Injectable()
export class RecountTallies {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns every cell that differs; an empty list is the proof */
  run(actor: Actor): Promise<TallyDrift[]> {
    return this.database.inVillage(actor, async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      const drifts: TallyDrift[] = [];
      for (const [measure, recount] of recounters) {
        const counted = await tx.query<{ day: string; dim1: string; dim2: string; total: bigint }>(
          `select day, dim1, dim2, sum(total)::bigint as total from (
             select day, dim1, dim2, total from tallies where village_id = $1 and measure = $2 and level = case when $1 = 0 then 'regency' else 'village' end
             union all
             select day, dim1, dim2, delta from tally_deltas where village_id = $1 and measure = $2
           ) both_kinds group by 1, 2, 3`,
          [actor.unitId, measure],
        );
        drifts.push(...differences(measure, await recount(tx), counted.map((c) => ({ ...c, total: Number(c.total) }))));
      }
      return drifts;
    });
  }
}

function differences(measure: string, fresh: RecountedCell[], counted: RecountedCell[]): TallyDrift[] {
  const key = (c: RecountedCell): string => JSON.stringify([c.day, c.dim1, c.dim2]);
  const both = new Map<string, TallyDrift>();
  for (const cell of fresh) both.set(key(cell), { ...cell, measure, counted: 0 });
  for (const cell of counted) both.set(key(cell), { ...(both.get(key(cell)) ?? { ...cell, measure, total: 0 }), counted: cell.total });
  return [...both.values()].filter((cell) => cell.total !== cell.counted);
}
