import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, DomainError, type Tx } from '#platform';
import { auditIn, outsider } from '../access/identity-scope.js';
import { type OpenSession, SessionAnswer } from './open-session.js';
import { type RefreshToken, RefreshTokens } from './refresh-token.js';
import { expiryAfter, graceMilliseconds } from './session-lifetime.js';

interface SessionRow {
  user_id: string;
  unit_id: number;
  role: string;
  refresh_hash: Buffer;
  previous_refresh_hash: Buffer | null;
  rotated_at: Date;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  revoked_reason: string | null;
  usable: boolean;
}

const reused = 'refresh-token-reused';

const refusals = {
  expired: () => new DomainError('SESSION_EXPIRED', 401, 'Sesi Anda sudah berakhir. Silakan masuk kembali.'),
  reused: () => new DomainError('SESSION_REUSED', 401, 'Sesi ini dipakai di tempat lain dan demi keamanan ditutup. Silakan masuk kembali dan ganti kata sandi Anda.'),
};

@Injectable()
export class RefreshSession {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RefreshTokens) private readonly tokens: RefreshTokens,
    @Inject(SessionAnswer) private readonly answer: SessionAnswer,
  ) {}

  /**
   * Exchanges the cookie's token for its successor and a new access token. A token that was exchanged
   * before proves a copy: the session ends for both holders, as the right one cannot be told.
   * @throws DomainError SESSION_EXPIRED, SESSION_REUSED (401)
   */
  async run(cookie: string | undefined): Promise<OpenSession> {
    const token = this.tokens.read(cookie);
    if (!token) throw refusals.expired();
    // The refusal is the transaction's result, not an exception of it: revoking must commit.
    const outcome = await this.database.inScope('identity', outsider(), (tx) => this.exchange(tx, token));
    if (typeof outcome === 'string') throw refusals[outcome]();
    return outcome;
  }

  private async exchange(tx: Tx, token: RefreshToken): Promise<OpenSession | 'expired' | 'reused'> {
    const session = await tx.one<SessionRow>(
      `select s.user_id, s.unit_id, s.refresh_hash, s.previous_refresh_hash, s.rotated_at, s.created_at, s.expires_at, s.revoked_at, s.revoked_reason,
              m.role, u.active and m.ended_at is null as usable
         from sessions s join users u on u.id = s.user_id join memberships m on m.id = s.membership_id
        where s.id = $1 for update of s`,
      [token.sessionId],
    );
    if (!session) return 'expired';
    if (session.revoked_at) return session.revoked_reason === reused ? 'reused' : 'expired';
    if (session.expires_at <= tx.now || !session.usable) return 'expired';
    const successor = this.tokens.successor(token);
    if (timingSafeEqual(session.refresh_hash, token.hash)) return this.rotate(tx, session, token, successor);
    const again = session.previous_refresh_hash && timingSafeEqual(session.previous_refresh_hash, token.hash);
    if (again && tx.now.getTime() - session.rotated_at.getTime() <= graceMilliseconds) {
      return { answer: await this.answer.of(tx, token.sessionId), cookie: { token: successor, expiresAt: session.expires_at } };
    }
    await this.revoke(tx, session, token);
    return 'reused';
  }

  private async rotate(tx: Tx, session: SessionRow, token: RefreshToken, successor: RefreshToken): Promise<OpenSession> {
    const expiresAt = expiryAfter(tx.now, session.created_at);
    await tx.query(`update sessions set refresh_hash = $2, previous_refresh_hash = refresh_hash, rotated_at = $3, expires_at = $4 where id = $1`, [
      token.sessionId, successor.hash, tx.now, expiresAt,
    ]);
    return { answer: await this.answer.of(tx, token.sessionId), cookie: { token: successor, expiresAt } };
  }

  private async revoke(tx: Tx, session: SessionRow, token: RefreshToken): Promise<void> {
    await tx.query(`update sessions set revoked_at = $2, revoked_reason = $3 where id = $1`, [token.sessionId, tx.now, reused]);
    auditIn(tx, session.unit_id, { userId: session.user_id, role: session.role }, { action: 'session.revoked', subjectType: 'session', subjectId: token.sessionId, reason: reused });
  }
}
