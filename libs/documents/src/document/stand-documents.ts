import type { Tx } from '#platform';

/**
 * Step: says on the pages of these records' documents where the matter stands from now on, in a word of the caller's
 * (`deposited`). The paper and its snapshot stay as they were. A record without a token is passed over.
 */
export function standDocuments(tx: Tx, subjectType: string, subjectIds: readonly string[], standing: string): void {
  tx.write(
    'update document_tokens set standing = $4, standing_at = $5 where village_id = $1 and subject_type = $2 and subject_id = any($3::uuid[])',
    [tx.actor.unitId, subjectType, subjectIds, standing, tx.now],
  );
}
