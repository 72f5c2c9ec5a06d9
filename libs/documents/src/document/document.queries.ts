import type { Actor, Database } from '#platform';

/** A stored document as the record it belongs to shows it. Its bytes: `ObjectStore.get(sha256)`. */
export interface StoredDocument {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly templateVersion: string;
  readonly createdAt: Date;
}

/** The newest document of a record in the actor's village; null before it is published. */
export async function documentOf(database: Database, actor: Actor, subjectType: string, subjectId: string): Promise<StoredDocument | null> {
  const [row] = await database.readVillage<Omit<StoredDocument, 'size'> & { size: bigint }>(actor, {
    name: 'document-of-subject',
    text: `select id, version, sha256, size, pages, template_version as "templateVersion", created_at as "createdAt"
             from documents where village_id = $1 and subject_type = $2 and subject_id = $3 order by version desc limit 1`,
    values: [actor.unitId, subjectType, subjectId],
  });
  return row ? { ...row, size: Number(row.size) } : null;
}
