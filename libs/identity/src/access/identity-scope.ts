import { type Actor, publicActor, requestContext, type Tx } from '#platform';
import { audit, type AuditEntry } from '#audit';

/** Opens users, memberships and sessions to the rest of this transaction. */
export function enterIdentity(tx: Tx): void {
  tx.write(`SET LOCAL app.scope = 'identity'`);
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
export function auditIn(tx: Tx, unitId: number, by: Partial<Pick<Actor, 'kind' | 'userId' | 'userName' | 'role'>>, entry: AuditEntry): void {
  if (!Number.isSafeInteger(unitId) || unitId < 0) throw new Error('unit id is not an integer ≥ 0');
  tx.write(`SET LOCAL app.village_id = '${unitId}'`);
  audit(tx.as({ ...tx.actor, ...by, unitId }), entry);
}
