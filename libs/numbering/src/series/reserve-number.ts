import type { Tx } from '#platform';

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
 * @throws a unique violation when the record already has a number in this series
 */
export async function reserveNumber(tx: Tx, { series, period, subjectType, subjectId }: NumberRequest): Promise<number> {
  const { unitId } = tx.actor;
  const counter = await tx.one<{ last_number: number }>(
    `insert into number_series as s (village_id, series, period, last_number) values ($1, $2, $3, 1)
     on conflict (village_id, series, period) do update set last_number = s.last_number + 1
     returning last_number`,
    [unitId, series, period],
  );
  if (!counter) throw new Error('the counter answered nothing');
  tx.write(
    `insert into issued_numbers (village_id, series, period, number, subject_type, subject_id, issued_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [unitId, series, period, counter.last_number, subjectType, subjectId, tx.now],
  );
  return counter.last_number;
}
