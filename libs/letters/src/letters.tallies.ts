import type { Tx } from '#platform';
import { defineRecount, tally } from '#tallies';
import type { PlainDate } from '#values';

/** Acts on letters by business day, type (dim1: SKD …) and step (dim2: requested, approved, issued …). */
export const LETTERS_MEASURE = 'letters';

export const letterTally = (tx: Tx, type: string, step: string, day: PlainDate): void =>
  tally(tx, [{ measure: LETTERS_MEASURE, day, dim1: type, dim2: step, delta: 1 }]);

defineRecount(LETTERS_MEASURE, async (tx) => {
  const cells = await tx.query<{ day: string; dim1: string; dim2: string; total: bigint }>(
    `select s.happened_on as day, l.type as dim1, s.step as dim2, count(*) as total
       from letter_steps s join letters l on l.village_id = $1 and l.id = s.letter_id
      where s.village_id = $1 group by 1, 2, 3`,
    [tx.actor.unitId],
  );
  return cells.map((cell) => ({ ...cell, total: Number(cell.total) }));
});
