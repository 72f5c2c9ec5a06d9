import { v7 as uuidv7 } from 'uuid';
import type { StoredObject, Tx } from '#platform';
import type { PlainDate } from '#values';
import { type PublicSnapshot, publicSnapshotSchema } from './public-snapshot.js';

export interface DocumentToPublish {
  /** 'letter', 'receipt', … */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** 1 for the first; printing the same again is no new version. */
  readonly version?: number;
  /** As `ObjectStore.put` answered: the file is in the store before the row that names it. */
  readonly file: StoredObject & { readonly pages: number };
  readonly snapshot: object;
  readonly templateVersion: string;
  readonly publicSnapshot: PublicSnapshot;
  /** The last valid day in WIB; null: without limit. */
  readonly validUntil: PlainDate | null;
  /** The document this one stands in for. */
  readonly supersedesId?: string | null;
}

export interface PublishedDocument {
  readonly documentId: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  /** False when this version was published before: then the fields tell of the first one, which stays. */
  readonly created: boolean;
}

interface DocumentRow {
  id: string;
  sha256: string;
  size: string;
  pages: number;
}

/**
 * Names the stored file of a record and opens the page of its token. Idempotent by record and version: a
 * job that ran twice gets the first document, and a published version is never rebuilt. The token must have
 * been reserved; a revoked one stays revoked.
 * @throws ZodError when the public snapshot holds something unmasked
 */
export async function publishDocument(tx: Tx, document: DocumentToPublish): Promise<PublishedDocument> {
  const publicSnapshot = publicSnapshotSchema.parse(document.publicSnapshot);
  const { unitId } = tx.actor;
  const { subjectType, subjectId, version = 1, file } = document;
  const inserted = await tx.one<DocumentRow>(
    `insert into documents (village_id, id, kind, subject_type, subject_id, version, sha256, size, pages, snapshot, template_version, supersedes_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (village_id, subject_type, subject_id, version) do nothing
     returning id, sha256, size, pages`,
    [unitId, uuidv7(), document.kind, subjectType, subjectId, version, file.sha256, file.size, file.pages, JSON.stringify(document.snapshot), document.templateVersion, document.supersedesId ?? null, tx.now],
  );
  if (!inserted) return { ...(await firstPublished(tx, subjectType, subjectId, version)), created: false };
  const opened = await tx.query(
    `update document_tokens set document_id = $4, public_snapshot = $5, document_sha256 = $6, valid_until = $7
      where village_id = $1 and subject_type = $2 and subject_id = $3 returning 1`,
    [unitId, subjectType, subjectId, inserted.id, JSON.stringify(publicSnapshot), inserted.sha256, document.validUntil],
  );
  if (opened.length !== 1) throw new Error('the token of this record was never reserved');
  return { ...published(inserted), created: true };
}

async function firstPublished(tx: Tx, subjectType: string, subjectId: string, version: number): Promise<Omit<PublishedDocument, 'created'>> {
  const row = await tx.one<DocumentRow>(
    `select id, sha256, size, pages from documents where village_id = $1 and subject_type = $2 and subject_id = $3 and version = $4`,
    [tx.actor.unitId, subjectType, subjectId, version],
  );
  if (!row) throw new Error('the published document is not visible');
  return published(row);
}

const published = (row: DocumentRow): Omit<PublishedDocument, 'created'> => ({ documentId: row.id, sha256: row.sha256, size: Number(row.size), pages: row.pages });
