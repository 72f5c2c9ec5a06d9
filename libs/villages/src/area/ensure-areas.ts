import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';
import type { AreaKind } from './area-name.js';

/** Where someone lives, as files write it: hamlet in capitals, RW and RT three digits; null = none. */
export interface AreaPath {
  readonly hamlet: string | null;
  readonly rw: string | null;
  readonly rt: string | null;
}

export const areaKey = (path: AreaPath): string => JSON.stringify([path.hamlet, path.rw, path.rt]);

const levels: readonly AreaKind[] = ['hamlet', 'rw', 'rt'];

/**
 * Step: finds or makes the areas of every path, level by level, one statement each.
 * @returns id of the deepest area by `areaKey`; a path of nulls has none
 */
export async function ensureAreas(tx: Tx, paths: readonly AreaPath[]): Promise<Map<string, string>> {
  const distinct = new Map(paths.map((path) => [areaKey(path), path]));
  const deepest = new Map<string, string | null>([...distinct.keys()].map((key) => [key, null]));
  for (const kind of levels) {
    const wanted = [...distinct].filter(([, path]) => path[kind]).map(([key, path]) => ({ key, name: path[kind] ?? '', parent: deepest.get(key) ?? null }));
    const known = wanted.length > 0 ? await ensureLevel(tx, kind, wanted) : new Map<string, string>();
    for (const { key, name, parent } of wanted) deepest.set(key, known.get(placeKey(name, parent)) ?? null);
  }
  return new Map([...deepest].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Step: the same for one path. @returns null for a path of nulls */
export async function ensureArea(tx: Tx, path: AreaPath): Promise<string | null> {
  return (await ensureAreas(tx, [path])).get(areaKey(path)) ?? null;
}

const placeKey = (name: string, parent: string | null): string => JSON.stringify([name, parent]);

/** Two imports may make the same area at once: the later one finds the earlier's. */
async function ensureLevel(tx: Tx, kind: AreaKind, wanted: readonly { name: string; parent: string | null }[]): Promise<Map<string, string>> {
  const places = [...new Map(wanted.map(({ name, parent }) => [placeKey(name, parent), { name, parent }])).values()];
  const values = [tx.actor.unitId, kind, places.map((place) => place.name), places.map((place) => place.parent)];
  await tx.query(
    `insert into areas (village_id, id, kind, name, parent_id)
     select $1, p.id, $2, p.name, p.parent from unnest($3::text[], $4::uuid[], $5::uuid[]) as p (name, parent, id)
     on conflict (village_id, parent_id, kind, name) do nothing`,
    [...values, places.map(() => uuidv7())],
  );
  const rows = await tx.query<{ id: string; name: string; parent_id: string | null }>(
    `select a.id, a.name, a.parent_id from areas a join unnest($3::text[], $4::uuid[]) as p (name, parent) on a.name = p.name and a.parent_id is not distinct from p.parent
      where a.village_id = $1 and a.kind = $2`,
    values,
  );
  return new Map(rows.map((row) => [placeKey(row.name, row.parent_id), row.id]));
}
