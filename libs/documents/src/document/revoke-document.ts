import type { Tx } from '#platform';

export interface Revocation {
  readonly subjectType: string;
  readonly subjectId: string;
  /** Shown to anyone who scans the code: without personal data. */
  readonly reasonPublic: string;
  /** Another document stands in its place; its number may be named now or by a later call. */
  readonly replaced?: boolean;
  readonly replacedByNumber?: string | null;
}

/**
 * Turns the page of a record's document to DICABUT, from commit on and for good. The first revocation keeps
 * its time and reason; a later call only adds that, and by which number, it was replaced.
 * @returns false when the record never had a token
 */
export async function revokeDocument(tx: Tx, revocation: Revocation): Promise<boolean> {
  const number = revocation.replacedByNumber ?? null;
  const rows = await tx.query(
    `update document_tokens
        set revoked_at = coalesce(revoked_at, $4),
            revoked_reason_public = coalesce(revoked_reason_public, $5),
            replaced = replaced or $6,
            replaced_by_number = coalesce(replaced_by_number, $7)
      where village_id = $1 and subject_type = $2 and subject_id = $3 returning 1`,
    [tx.actor.unitId, revocation.subjectType, revocation.subjectId, tx.now, revocation.reasonPublic, (revocation.replaced ?? false) || number !== null, number],
  );
  return rows.length > 0;
}
