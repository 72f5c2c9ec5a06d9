import type { Actor } from '#platform';
import { roles } from '../role/roles.js';

export interface HeldRole {
  readonly unitId: number;
  readonly role: string;
}

/** May the actor give this role there? A village gives its own roles, the office those of every unit. */
export function mayGrant(actor: Pick<Actor, 'unitId' | 'role'>, held: HeldRole): boolean {
  const grants = roles.get(actor.role)?.grants ?? [];
  return grants.includes(held.role) && (actor.unitId === 0 || held.unitId === actor.unitId);
}

/**
 * May the actor reset, rename, close or extend this account? Only when he could have given every role it
 * holds: whoever resets a password can use the account, so one role out of reach puts it out of reach.
 */
export function mayManage(actor: Pick<Actor, 'unitId' | 'role' | 'userId'>, user: { readonly id: string; readonly memberships: readonly HeldRole[] }): boolean {
  if (user.id === actor.userId) return false;
  if (user.memberships.length === 0) return actor.unitId === 0 && (roles.get(actor.role)?.grants.length ?? 0) > 0;
  return user.memberships.every((held) => mayGrant(actor, held));
}
