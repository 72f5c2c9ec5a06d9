import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import { auditIn } from '../access/identity-scope.js';
import { hashPassword, temporaryPassword } from '../password/password-hash.js';
import { LoginLimits } from '../session/login-limits.js';
import { revokeSessions } from '../session/revoke-sessions.js';
import { managedUser } from './managed-user.js';

@Injectable()
export class ResetPassword {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LoginLimits) private readonly limits: LoginLimits,
  ) {}

  /**
   * A new temporary password, answered this once; ends all sessions and lifts a lock.
   * @throws DomainError NOT_FOUND, OWN_ACCOUNT, USER_OUT_OF_REACH
   */
  async run(actor: Actor, userId: string): Promise<{ temporaryPassword: string }> {
    const password = temporaryPassword();
    const passwordHash = await hashPassword(password);
    const username = await this.database.inVillage(actor, async (tx) => {
      const user = await managedUser(tx, actor, userId);
      await tx.query('update users set password_hash = $2, must_change_password = true where id = $1', [userId, passwordHash]);
      await revokeSessions(tx, userId, 'password-reset');
      auditIn(tx, user.unitId, {}, { action: 'user.password-reset', subjectType: 'user', subjectId: userId });
      return user.username;
    });
    await this.limits.unlock(username);
    return { temporaryPassword: password };
  }
}
