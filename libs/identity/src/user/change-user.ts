import { Inject, Injectable } from '@nestjs/common';
import { fieldDiff } from '#audit';
import { type Actor, Database } from '#platform';
import { auditIn } from '../access/identity-scope.js';
import { outdateSessions, revokeSessions } from '../session/revoke-sessions.js';
import { managedUser } from './managed-user.js';
import type { UserDto } from './user.dto.js';
import { userById } from './user.queries.js';

@Injectable()
export class ChangeUser {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * Renames, closes or reopens an account. Closing ends its sessions at once; the account stays, because
   * letters and audit entries name it.
   * @throws DomainError NOT_FOUND, OWN_ACCOUNT, USER_OUT_OF_REACH
   */
  run(actor: Actor, userId: string, input: { name?: string; active?: boolean }): Promise<UserDto> {
    return this.database.inVillage(actor, async (tx) => {
      const user = await managedUser(tx, actor, userId);
      const next = { name: input.name?.trim() ?? user.name, active: input.active ?? user.active };
      const changes = fieldDiff<{ name: string; active: boolean }>({ name: user.name, active: user.active }, next);
      if (!changes) return userById(tx, actor, userId);
      await tx.query('update users set name = $2, active = $3 where id = $1', [userId, next.name, next.active]);
      if (!next.active) await revokeSessions(tx, userId, 'account-closed');
      else await outdateSessions(tx, userId);
      const answer = await userById(tx, actor, userId);
      auditIn(tx, user.unitId, {}, { action: 'user.changed', subjectType: 'user', subjectId: userId, detail: changes });
      return answer;
    });
  }
}
