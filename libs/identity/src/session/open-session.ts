import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { AccessTokens, accessTokenSeconds } from '../access/access-token.js';
import type { RefreshToken } from './refresh-token.js';
import type { SessionDto } from './session.dto.js';
import { sessionState } from './session-state.queries.js';

/** A session as its browser needs it: the answer, and the cookie with its end (null = leave the cookie alone). */
export interface OpenSession {
  readonly answer: SessionDto;
  readonly cookie: { readonly token: RefreshToken; readonly expiresAt: Date } | null;
}

/** The step every way into a session ends with: a token and a description of the present state. */
@Injectable()
export class SessionAnswer {
  constructor(@Inject(AccessTokens) private readonly tokens: AccessTokens) {}

  async of(tx: Tx, sessionId: string): Promise<SessionDto> {
    const { claims, me } = await sessionState(tx, sessionId);
    return { accessToken: this.tokens.sign(claims), expiresIn: accessTokenSeconds, actor: me };
  }
}
