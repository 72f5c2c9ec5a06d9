import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database, DomainError, type Tx } from '#platform';
import { auditIn, outsider } from '../access/identity-scope.js';
import { PassportGate } from '../access/passport-gate.js';
import type { Candidate } from '../password/verify-password.js';
import { usernamePattern } from '../user/username.js';
import { LoginLimits } from './login-limits.js';
import { type OpenSession, SessionAnswer } from './open-session.js';
import { type RefreshToken, RefreshTokens } from './refresh-token.js';
import { expiryAfter } from './session-lifetime.js';

/** Stands for every name that no user can have, so that such a name costs the same work. */
const nobody = '-';

/** One answer for an unknown name, a wrong password, a closed account and one without an office. */
const refused = (): DomainError => new DomainError('LOGIN_FAILED', 401, 'Nama pengguna atau kata sandi salah.');

interface Opening {
  readonly userId: string;
  readonly userName: string;
  readonly membershipId: string;
  readonly unitId: number;
  readonly role: string;
}

@Injectable()
export class SignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LoginLimits) private readonly limits: LoginLimits,
    @Inject(PassportGate) private readonly gate: PassportGate,
    @Inject(RefreshTokens) private readonly refreshTokens: RefreshTokens,
    @Inject(SessionAnswer) private readonly answer: SessionAnswer,
  ) {}

  /**
   * @param address of the client, as the trusted proxy reports it
   * @throws DomainError LOGIN_FAILED (401), LOGIN_LOCKED (429)
   */
  async run(input: { username: string; password: string }, address: string): Promise<OpenSession> {
    const given = input.username.trim().toLowerCase();
    const username = usernamePattern.test(given) ? given : nobody;
    const attempt = await this.limits.take(given, address);
    const candidate = await this.gate.password(username, input.password);
    const opened = candidate && (await this.database.inScope('identity', outsider(), (tx) => this.open(tx, candidate)));
    if (!opened) {
      if (attempt.last) await this.lock(given, username);
      throw refused();
    }
    await this.limits.forgive(given, address);
    return opened;
  }

  private async open(tx: Tx, candidate: Candidate): Promise<OpenSession | null> {
    // The password was compared outside a transaction: it must still be the same one.
    const entry = await tx.one<Opening>(
      `select u.id as "userId", m.id as "membershipId", m.unit_id as "unitId", m.role, u.name as "userName"
         from users u join memberships m on m.user_id = u.id and m.ended_at is null
        where u.id = $1 and u.active and u.password_hash = $2
        order by m.created_at, m.id limit 1 for update of u`,
      [candidate.id, candidate.passwordHash],
    );
    if (!entry) return null;
    await tx.query('update users set last_login_at = $2 where id = $1', [entry.userId, tx.now]);
    // Ended sessions are kept for 30 days, for whoever asks what happened.
    await tx.query(`delete from sessions where user_id = $1 and expires_at < $2::timestamptz - interval '30 days'`, [entry.userId, tx.now]);
    const token = this.refreshTokens.first(uuidv7());
    const expiresAt = await this.insert(tx, entry, token);
    const answer = await this.answer.of(tx, token.sessionId);
    auditIn(tx, entry.unitId, { kind: 'staff', userId: entry.userId, userName: entry.userName, role: entry.role }, { action: 'session.opened', subjectType: 'session', subjectId: token.sessionId });
    return { answer, cookie: { token, expiresAt } };
  }

  private async insert(tx: Tx, entry: Opening, token: RefreshToken): Promise<Date> {
    const expiresAt = expiryAfter(tx.now, tx.now);
    await tx.query(
      `insert into sessions (id, user_id, unit_id, membership_id, refresh_hash, rotated_at, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [token.sessionId, entry.userId, entry.unitId, entry.membershipId, token.hash, tx.now, expiresAt],
    );
    return expiresAt;
  }

  /** Locks and says so in the trail of the user's unit; for a name nobody has, the office's. */
  private async lock(given: string, username: string): Promise<void> {
    await this.limits.lock(given);
    await this.database.inScope('identity', outsider(), async (tx) => {
      const user = await tx.one<{ id: string; unit_id: number }>(
        `select u.id, m.unit_id from users u join memberships m on m.user_id = u.id and m.ended_at is null where u.username = $1 order by m.created_at, m.id limit 1`,
        [username],
      );
      auditIn(tx, user?.unit_id ?? 0, {}, { action: 'account.locked', subjectType: 'user', subjectId: user?.id ?? null });
    });
  }
}
