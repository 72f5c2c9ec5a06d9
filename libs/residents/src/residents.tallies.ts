import { defineRecount, type RecountedCell, type TallyDelta } from '#tallies';
import type { Tx } from '#platform';
import { BASIC_STATUS } from './code-table/registration-tables.js';

/** What of a resident is counted. */
export interface CountedResident {
  readonly sex: number;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly basicStatus: number;
}

/**
 * The living are a stock, not something that happens on a day: all deltas stand at one day, so that their sum is
 * the present number. How it was on an earlier day follows from the events counted since.
 */
export const STOCK_DAY = '1970-01-01';

/** The living by sex (dim1: 1, 2) and month of birth (dim2: YYYY-MM), from which any age band is added up. */
export const RESIDENTS_MEASURE = 'residents';

/** Population events by the day they were reported and type (dim1); a reversing event counts -1. */
export const EVENTS_MEASURE = 'population-events';

const living = (resident: CountedResident | null, delta: 1 | -1): TallyDelta[] =>
  resident?.basicStatus === BASIC_STATUS.living
    ? [{ measure: RESIDENTS_MEASURE, day: STOCK_DAY, dim1: String(resident.sex), dim2: resident.birthDate.slice(0, 7), delta }]
    : [];

/** Deltas of one person's coming (before = null), change, or going (after = null). Only the living count. */
export function residentTallies(before: CountedResident | null, after: CountedResident | null): TallyDelta[] {
  return [...living(before, -1), ...living(after, 1)];
}

/** The delta of one event. `reportedOn`: YYYY-MM-DD in WIB. */
export function eventTally(event: { type: string; reportedOn: string; reverses?: string | null }, count = 1): TallyDelta {
  return { measure: EVENTS_MEASURE, day: event.reportedOn, dim1: event.type, delta: event.reverses ? -count : count };
}

const counted = async (tx: Tx, sql: string): Promise<RecountedCell[]> =>
  (await tx.query<{ day: string; dim1: string; dim2: string; total: bigint }>(sql, [tx.actor.unitId])).map((cell) => ({ ...cell, total: Number(cell.total) }));

defineRecount(RESIDENTS_MEASURE, (tx) =>
  counted(tx, `select '${STOCK_DAY}'::date as day, sex::text as dim1, to_char(birth_date, 'YYYY-MM') as dim2, count(*) as total
                 from residents where village_id = $1 and basic_status = ${BASIC_STATUS.living} group by 2, 3`));

defineRecount(EVENTS_MEASURE, (tx) =>
  counted(tx, `select reported_on as day, type as dim1, '' as dim2, sum(case when reverses is null then 1 else -1 end)::bigint as total
                 from population_events where village_id = $1 group by 1, 2 having sum(case when reverses is null then 1 else -1 end) <> 0`));
