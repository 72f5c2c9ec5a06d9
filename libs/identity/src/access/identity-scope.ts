import { type Actor, publicActor, requestContext, Tx } from '#platform';
import { audit, type AuditEntry } from '#audit';

/** Opens users, memberships and sessions to the rest of this transaction. */
export async function enterIdentity(tx: Tx): Promise<void> {
  await tx.query(`SET LOCAL app.scope = 'identity'`);
}

/** Somebody who has not signed in (yet): no user, no village, no rights. */
export function outsider(): Actor {
  return publicActor(0, requestContext.get()?.requestId ?? 'none');
}

/**
 * Writes an audit entry into the trail of the unit it concerns: a village sees who was given access to
 * it, who entered it and why, also when the act was done at the regency's office. Call it last: the
 * transaction stays in that unit.
 */
export async function auditIn(tx: Tx, unitId: number, by: Partial<Pick<Actor, 'kind' | 'userId' | 'userName' | 'role'>>, entry: AuditEntry): Promise<void> {
  if (!Number.isSafeInteger(unitId) || unitId < 0) throw new Error('unit id is not an integer ≥ 0');
  await tx.query(`SET LOCAL app.village_id = '${unitId}'`);
  await audit(new Tx({ ...tx.actor, ...by, unitId }, tx.runner, tx.now), entry);
}
