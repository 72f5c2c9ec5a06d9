import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';
import { tally } from '#tallies';
import { eventTally } from '../residents.tallies.js';

export type PopulationEventType = 'opening' | 'correction';

/** Fields as [before, after], in stored form: codes as numbers, days as YYYY-MM-DD. */
export type FieldChanges = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

export interface NewPopulationEvent {
  readonly type: PopulationEventType;
  readonly residentId: string;
  /** YYYY-MM-DD; null when nothing happened but a record was put right. */
  readonly happenedOn: string | null;
  /** YYYY-MM-DD: decides in which month's report it stands. */
  readonly reportedOn: string;
  readonly changes?: FieldChanges;
  readonly note?: string | null;
  readonly importRunId?: string | null;
  /** The event this one takes back. */
  readonly reverses?: string | null;
}

/**
 * Step of every verb that changes the population: the event and its count. An import writes its many opening events
 * in one statement of its own and counts them with `eventTally`.
 * @returns the event's id
 * @throws the database's unique violation when `reverses` was reversed before
 */
export async function recordEvent(tx: Tx, event: NewPopulationEvent): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, happened_on, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id, reverses, note, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.actor.unitId, id, event.type, event.residentId, event.happenedOn, event.reportedOn, tx.actor.userId, tx.actor.userName, tx.now,
      event.importRunId ?? null, event.reverses ?? null, event.note ?? null, event.changes ? JSON.stringify(event.changes) : null,
    ],
  );
  tally(tx, [eventTally(event)]);
  return id;
}
