import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, invalidFields, type Tx } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';
import { hashPassword, passwordMatches } from '../password/password-hash.js';
import { weakPassword } from '../password/password-rules.js';
import { LoginLimits } from './login-limits.js';
import { outdateSessions, revokeSessions } from './revoke-sessions.js';

interface Own {
  id: string;
  username: string;
  name: string;
  password_hash: string;
  unit_name: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LoginLimits) private readonly limits: LoginLimits,
  ) {}

  /**
   * The user's own password. Other sessions end; this one must be renewed, so that its token no longer
   * asks for the change.
   * @throws DomainError INVALID_INPUT (422) naming `current` or `next`; LOGIN_LOCKED (429)
   */
  async run(actor: Actor, input: { current: string; next: string }): Promise<void> {
    const own = await this.database.inVillage(actor, (tx) => this.load(tx, actor));
    const weak = weakPassword(input.next, { username: own.username, name: own.name, unitName: own.unit_name });
    if (weak) throw invalidFields([weak]);
    if (input.next === input.current) throw invalidFields([{ field: 'next', code: 'SAME_PASSWORD', message: 'Pilih kata sandi yang berbeda dari yang sekarang.' }]);
    await this.proveCurrent(own, input.current);
    const passwordHash = await hashPassword(input.next);
    await this.database.inVillage(actor, async (tx) => {
      enterIdentity(tx);
      tx.write('update users set password_hash = $2, must_change_password = false where id = $1', [own.id, passwordHash]);
      await revokeSessions(tx, own.id, 'password-changed', actor.sessionId);
      await outdateSessions(tx, own.id);
      audit(tx, { action: 'user.password-changed', subjectType: 'user', subjectId: own.id });
    });
  }

  private async load(tx: Tx, actor: Actor): Promise<Own> {
    enterIdentity(tx);
    const [own] = await tx.query<Own>(
      `select u.id, u.username, u.name, u.password_hash, r.name as unit_name
         from users u, units n join regions r on r.code = n.code where u.id = $1 and n.id = $2`,
      [actor.userId, actor.unitId],
    );
    if (!own) throw new Error('the actor has no user');
    return own;
  }

  /** Counted like a sign-in: an unattended screen is no place to guess the password at leisure. */
  private async proveCurrent(own: Own, current: string): Promise<void> {
    const attempt = await this.limits.take(own.username, own.id);
    if (!(await passwordMatches(own.password_hash, current))) {
      if (attempt.last) await this.limits.lock(own.username);
      throw invalidFields([{ field: 'current', code: 'WRONG_PASSWORD', message: 'Kata sandi yang sekarang salah.' }]);
    }
    await this.limits.forgive(own.username, own.id);
  }
}
