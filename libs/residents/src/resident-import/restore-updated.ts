import { newId, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { areaKey, ensureAreas } from '#villages';
import { AREA_COLUMNS, AREA_JOINS, type AreaColumns, areaNames, type AreaNames } from '../area-path.js';
import type { FieldChanges } from '../population-event/record-event.js';
import { sortName } from '../resident/name-tokens.js';
import { columnOf, RECORD_COLUMNS, type RowField } from '../resident/resident-fields.js';
import { eventTally } from '../residents.tallies.js';
import type { ResidentRecord } from './rules/resident-record.js';
import { CHANGEABLE, follow } from './update-registered.js';

type Updated = ResidentRecord & AreaColumns & { id: string; eventId: string; changes: FieldChanges };

/**
 * Step: people an import had corrected are again as before it, each by an event that reverses the correction. Nothing
 * else happened to them since, or the import could not be taken back.
 * @returns how many
 */
export async function restoreUpdated(tx: Tx, runId: string, today: PlainDate): Promise<number> {
  const people = await tx.query<Updated>(
    `select r.id, ${RECORD_COLUMNS}, ${AREA_COLUMNS}, e.id as "eventId", e.detail as changes
       from population_events e join residents r on r.village_id = $1 and r.id = e.resident_id ${AREA_JOINS}
      where e.village_id = $1 and e.import_run_id = $2 and e.type = 'correction' and e.reverses is null for update of r`,
    [tx.actor.unitId, runId],
  );
  if (people.length === 0) return 0;
  const homes = people.map(formerArea);
  const areas = await ensureAreas(tx, homes.filter((home) => home !== null));
  const patches = people.map((person, place) => {
    const home = homes[place];
    return { ...formerColumns(person), ...(home ? { area_id: areas.get(areaKey(home)) ?? null } : {}) };
  });
  const columns = [...CHANGEABLE.map(columnOf), 'sort_name', 'area_id'].join(', ');
  await tx.query(
    `update residents r set (${columns}) = (select ${columns} from jsonb_populate_record(r, p.patch)), version = r.version + 1, updated_at = $4
       from unnest($2::uuid[], $3::jsonb[]) as p (id, patch) where r.village_id = $1 and r.id = p.id`,
    [tx.actor.unitId, people.map((person) => person.id), patches.map((patch) => JSON.stringify(patch)), tx.now],
  );
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id, reverses, detail)
     select $1, e.id, 'correction', e.resident_id, $3, r.reversed_by, r.reversed_by_name, $4, $2, e.reverses, e.detail
       from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::jsonb[]) as e (id, resident_id, reverses, detail) join import_runs r on r.village_id = $1 and r.id = $2`,
    [
      tx.actor.unitId, runId, today, tx.now, people.map(() => newId()), people.map((person) => person.id), people.map((person) => person.eventId),
      people.map((person) => JSON.stringify(Object.fromEntries(Object.entries(person.changes).map(([field, [before, after]]) => [field, [after, before]])))),
    ],
  );
  await follow(tx, people, ([before]) => before);
  tally(tx, [eventTally({ type: 'correction', reportedOn: today, reverses: runId }, people.length)]);
  return people.length;
}

/** Where somebody lived, if the import moved him; undefined parts of the path did not change. */
function formerArea({ changes, ...row }: Updated): AreaNames | null {
  if (!('hamlet' in changes || 'rw' in changes || 'rt' in changes)) return null;
  const now = areaNames(row);
  const former = (field: 'hamlet' | 'rw' | 'rt'): string | null => (changes[field] ? (changes[field][0] as string | null) : now[field]);
  return { hamlet: former('hamlet'), rw: former('rw'), rt: former('rt') };
}

function formerColumns({ changes }: Updated): Record<string, unknown> {
  const patch = Object.fromEntries(Object.entries(changes).filter(([field]) => CHANGEABLE.includes(field as RowField & (typeof CHANGEABLE)[number])).map(([field, [before]]) => [columnOf(field as RowField), before]));
  return 'name' in patch ? { ...patch, sort_name: sortName(String(patch['name'])) } : patch;
}
