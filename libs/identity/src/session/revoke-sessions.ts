import type { Tx } from '#platform';

/** Ends sessions of a user at once: the next request of each is refused with SESSION_REVOKED. */
export async function revokeSessions(tx: Tx, userId: string, reason: string, except: string | null = null): Promise<void> {
  await tx.query(`update sessions set revoked_at = $2, revoked_reason = $3 where user_id = $1 and revoked_at is null and ($4::uuid is null or id <> $4)`, [userId, tx.now, reason, except]);
}

/** Ends the sessions that stand on one membership, when it ends. */
export async function revokeSessionsOn(tx: Tx, membershipId: string, reason: string): Promise<void> {
  await tx.query(`update sessions set revoked_at = $2, revoked_reason = $3 where membership_id = $1 and revoked_at is null`, [membershipId, tx.now, reason]);
}

/** Makes every access token of the user outdated: the next request is refused with SESSION_OUTDATED until it is renewed. */
export async function outdateSessions(tx: Tx, userId: string): Promise<void> {
  await tx.query(`update sessions set version = version + 1 where user_id = $1 and revoked_at is null`, [userId]);
}
