import { type Actor, type Database, notFound, type ReadStatement } from '#platform';
import type { ImportMappingDto, MappingKind } from './import-mapping.dto.js';

type Row = Omit<ImportMappingDto, 'savedAt'> & { savedAt: Date };

/** An office has a handful. */
const MOST = 200;
const COLUMNS = `id, kind, name, mapping, saved_by_name as "savedBy", saved_at as "savedAt"`;

const dto = (row: Row): ImportMappingDto => ({ ...row, savedAt: row.savedAt.toISOString() });

/** By name. */
export async function listImportMappings(database: Database, actor: Actor, kind: MappingKind): Promise<ImportMappingDto[]> {
  const statement: ReadStatement = { name: 'import-mappings', text: `select ${COLUMNS} from import_mappings where village_id = $1 and kind = $2 order by lower(name) limit ${MOST}`, values: [actor.unitId, kind] };
  return (await database.readVillage<Row>(actor, statement)).map(dto);
}

/** @throws DomainError 404 */
export async function importMappingById(database: Database, actor: Actor, id: string): Promise<ImportMappingDto> {
  const [row] = await database.readVillage<Row>(actor, { name: 'import-mapping', text: `select ${COLUMNS} from import_mappings where village_id = $1 and id = $2`, values: [actor.unitId, id] });
  if (!row) throw notFound();
  return dto(row);
}
