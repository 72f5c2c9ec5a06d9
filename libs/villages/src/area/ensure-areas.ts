import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';

/** Where someone lives, as files write it: hamlet in capitals, RW and RT three digits; null = none. */
export interface AreaPath {
  readonly hamlet: string | null;
  readonly rw: string | null;
  readonly rt: string | null;
}

export const areaKey = (path: AreaPath): string => JSON.stringify([path.hamlet, path.rw, path.rt]);

/**
 * Finds or makes the areas of every path, level by level.
 * @returns id of the deepest area by `areaKey`; a path of nulls has none
 */
export async function ensureAreas(tx: Tx, paths: readonly AreaPath[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const existing = await tx.query<{ id: string; kind: string; name: string; parent_id: string | null }>('select id, kind, name, parent_id from areas where village_id = $1', [tx.actor.unitId]);
  const known = new Map(existing.map((a) => [JSON.stringify([a.kind, a.name, a.parent_id]), a.id]));
  const ensure = async (kind: 'hamlet' | 'rw' | 'rt', name: string | null, parent: string | null): Promise<string | null> => {
    if (!name) return parent;
    const key = JSON.stringify([kind, name, parent]);
    const found = known.get(key);
    if (found) return found;
    const id = uuidv7();
    await tx.query('insert into areas (village_id, id, kind, name, parent_id) values ($1, $2, $3, $4, $5)', [tx.actor.unitId, id, kind, name, parent]);
    known.set(key, id);
    return id;
  };
  for (const path of paths) {
    const key = areaKey(path);
    if (ids.has(key)) continue;
    const id = await ensure('rt', path.rt, await ensure('rw', path.rw, await ensure('hamlet', path.hamlet, null)));
    if (id) ids.set(key, id);
  }
  return ids;
}
