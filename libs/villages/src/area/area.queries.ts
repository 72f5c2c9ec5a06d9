import { type Actor, type Database, notFound, type Tx } from '#platform';
import type { AreaKind } from './area-name.js';
import type { AreaDto } from './area.dto.js';

interface Row {
  id: string;
  kind: AreaKind;
  name: string;
  parentId: string | null;
}

const columns = 'id, kind, name, parent_id as "parentId"';
const word: Record<AreaKind, string> = { hamlet: '', rw: 'RW ', rt: 'RT ' };

/** Every area of the village, parents before their parts. A village has some hundreds at most. */
export async function listAreas(database: Database, actor: Actor): Promise<AreaDto[]> {
  const rows = await database.readVillage<Row>(actor, { name: 'villages-areas', text: `select ${columns} from areas where village_id = $1`, values: [actor.unitId] });
  return withPaths(rows).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Adds to each area the names from the hamlet down; a parent's path is the beginning of its parts'. */
export function withPaths(rows: readonly Row[]): AreaDto[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: Row): string => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    return `${parent ? `${pathOf(parent)} / ` : ''}${word[row.kind]}${row.name}`;
  };
  return rows.map((row) => ({ ...row, path: pathOf(row) }));
}

/** One area with the names above it. @throws DomainError NOT_FOUND */
export async function areaById(tx: Tx, id: string): Promise<AreaDto> {
  const rows = await tx.query<Row>(
    `with recursive up as (
       select ${columns} from areas where village_id = $1 and id = $2
       union all
       select a.id, a.kind, a.name, a.parent_id from areas a join up on a.id = up."parentId" where a.village_id = $1
     ) select * from up`,
    [tx.actor.unitId, id],
  );
  const area = withPaths(rows).find((row) => row.id === id);
  if (!area) throw notFound();
  return area;
}
