import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, notFound } from '#platform';
import { auditIn } from '../access/identity-scope.js';
import { outdateSessions, revokeSessionsOn } from '../session/revoke-sessions.js';
import { managedUser } from './managed-user.js';

@Injectable()
export class EndMembership {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Takes a role away: sessions that stand on it end now, the user's others are renewed.
   * @throws DomainError NOT_FOUND, OWN_ACCOUNT, USER_OUT_OF_REACH
   */
  run(actor: Actor, userId: string, membershipId: string): Promise<void> {
    return this.database.inVillage(actor, async (tx) => {
      const user = await managedUser(tx, actor, userId);
      const held = user.memberships.find((m) => m.id === membershipId);
      if (!held) throw notFound();
      // The area is let go too: who once worked for it must not keep it from being removed.
      await tx.query('update memberships set ended_at = $2, area_id = null where id = $1', [membershipId, tx.now]);
      await revokeSessionsOn(tx, membershipId, 'role-ended');
      await outdateSessions(tx, userId);
      auditIn(tx, held.unitId, {}, { action: 'user.role-ended', subjectType: 'user', subjectId: userId, detail: { role: [held.role, null], ...(held.areaId ? { area: [held.areaId, null] } : {}) } });
    });
  }
}
