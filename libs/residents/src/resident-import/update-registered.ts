import { importStale } from '#imports';
import type { Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { insertTokens, removeTokens } from '../resident/keep-tokens.js';
import type { FieldChanges } from '../population-event/record-event.js';
import { columnOf } from '../resident/resident-fields.js';
import { eventTally, residentTallies } from '../residents.tallies.js';
import { NEVER_CHANGED } from './rules/compare-records.js';
import { LISTED_FIELDS } from './staging.js';
import type { StagedAreas } from './write-resident-import.js';

/** Columns an import may change in somebody already registered. */
export const CHANGEABLE = LISTED_FIELDS.filter((field) => !NEVER_CHANGED.includes(field) && field !== 'nik');
const AREA_FIELDS = ['hamlet', 'rw', 'rt'];

export interface Changed {
  readonly id: string;
  readonly name: string;
  readonly sex: number;
  readonly birthDate: PlainDate;
  readonly basicStatus: number;
  readonly changes: FieldChanges;
}

/**
 * Step: people already registered get what the list says differently, each by a correction with its diff.
 * @throws DomainError IMPORT_STALE when one of them changed since the list was checked
 */
export async function updateRegistered(tx: Tx, runId: string, areas: StagedAreas, today: PlainDate, expected: number): Promise<void> {
  const before = await tx.query<Changed>(
    `select r.id, r.name, r.sex, r.birth_date as "birthDate", r.basic_status as "basicStatus", s.changes
       from resident_import_rows s join residents r on r.village_id = $1 and r.id = s.resident_id and r.version = s.resident_version
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'changed' for update of r`,
    [tx.actor.unitId, runId],
  );
  if (before.length !== expected) throw importStale();
  const columns = CHANGEABLE.map((field) => `${columnOf(field)} = case when s.changes ? '${field}' then s.${columnOf(field)} else r.${columnOf(field)} end`);
  await tx.query(
    `update residents r set ${columns.join(', ')},
            sort_name = case when s.changes ? 'name' then s.sort_name else r.sort_name end,
            area_id = case when s.changes ?| $3 then ($4::jsonb ->> s.area_key)::uuid else r.area_id end,
            version = r.version + 1, updated_at = $5
       from resident_import_rows s
      where r.village_id = $1 and s.village_id = $1 and s.run_id = $2 and s.outcome = 'changed' and r.id = s.resident_id`,
    [tx.actor.unitId, runId, AREA_FIELDS, areas, tx.now],
  );
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id, detail)
     select $1, s.event_id, 'correction', s.resident_id, $3, r.applied_by, r.applied_by_name, $4, $2, s.changes
       from resident_import_rows s join import_runs r on r.village_id = $1 and r.id = $2
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'changed'`,
    [tx.actor.unitId, runId, today, tx.now],
  );
  await follow(tx, before, (changed) => changed[1]);
  tally(tx, [eventTally({ type: 'correction', reportedOn: today }, before.length)]);
}

/**
 * Step: tokens and counts follow changed people. `before` as they were; `to` picks of a change what holds now.
 */
export async function follow(tx: Tx, before: readonly Changed[], to: (change: readonly [unknown, unknown]) => unknown): Promise<void> {
  const now = before.map((person) => {
    const after = Object.fromEntries(Object.entries(person.changes).map(([field, change]) => [field, to(change)]));
    return { ...person, ...after } as Changed;
  });
  const renamed = now.filter((person) => 'name' in person.changes);
  const renamedIds = new Set(renamed.map((person) => person.id));
  await removeTokens(tx, before.filter((person) => renamedIds.has(person.id)));
  await insertTokens(tx, renamed);
  tally(tx, before.flatMap((person, place) => residentTallies(person, now[place] ?? null)));
}
