import type { Question, Tx } from '#platform';

/** Which counter, and the record that gets the number. */
export interface NumberRequest {
  /** One counter per series and period, e.g. 'letter' or 'letter:SKD'. */
  readonly series: string;
  /** Usually the year of the act in WIB, '2026': a new period begins at 1. */
  readonly period: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/**
 * Takes the next number of a series inside the caller's transaction. The counter's row stays locked
 * until that transaction ends, so parallel acts of one village wait for each other and no number is
 * skipped or given twice. Call it last before commit: whoever waits behind it waits for the rest too.
 * @returns 1, 2, 3 … without gaps
 * @throws a unique violation at the commit when the record already has a number in this series
 */
export async function reserveNumber(tx: Tx, request: NumberRequest): Promise<number> {
  const { sql, values } = counting(tx, request);
  const [counter] = await tx.query<{ last_number: number }>(sql, values);
  if (!counter) throw new Error('the counter answered nothing');
  return counter.last_number;
}

/**
 * The same without a wait, for an act that needs its number in its own rows alone: they read it with `reservedNumber`. So the
 * counter is locked while the rest of the act travels with the commit, and never while anybody thinks.
 */
export function takeNumber(tx: Tx, request: NumberRequest): void {
  const { sql, values } = counting(tx, request);
  tx.write(sql, values);
}

/** SQL: the number just taken in the series and period that stand in these parameters; $1 is the unit. */
export const reservedNumber = (series: string, period: string): string => `(select last_number from number_series where village_id = $1 and series = ${series} and period = ${period})`;

/** Moves the counter on and notes who got the number. */
const counting = ({ actor, now }: Tx, { series, period, subjectType, subjectId }: NumberRequest): Required<Question> => ({
  sql: `with counter as (
       insert into number_series as s (village_id, series, period, last_number) values ($1, $2, $3, 1)
         on conflict (village_id, series, period) do update set last_number = s.last_number + 1 returning last_number
     ), issued as (
       insert into issued_numbers (village_id, series, period, number, subject_type, subject_id, issued_at) select $1, $2, $3, last_number, $4, $5, $6 from counter
     ) select last_number from counter`,
  values: [actor.unitId, series, period, subjectType, subjectId, now],
});
