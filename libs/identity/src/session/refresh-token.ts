import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Env } from '#platform';

/** A refresh token taken apart; `text` is what the cookie holds. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly text: string;
  /** SHA-256 of the secret part: all the database ever holds of it. */
  readonly hash: Buffer;
  readonly secret: Buffer;
}

/**
 * Refresh tokens: session id (16 bytes) · secret (32) · MAC (16), base64url.
 * - The MAC tells a token of ours, though old, from an invention: only the former proves theft, and
 *   who merely knows a session id cannot close the session by sending rubbish.
 * - Each secret follows from the one before under a server key: whoever comes twice with the same token
 *   within the grace (two tabs, an answer lost on the way) gets the same successor.
 */
@Injectable()
export class RefreshTokens {
  private readonly macKey: Buffer;
  private readonly nextKey: Buffer;

  constructor(@Inject(Env) env: Env) {
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', env.values.PAMONG_JWT_SECRET, '', purpose, 32));
    this.macKey = derive('refresh-token-mac');
    this.nextKey = derive('refresh-token-next');
  }

  first(sessionId: string): RefreshToken {
    return this.make(sessionId, randomBytes(32));
  }

  successor(token: RefreshToken): RefreshToken {
    return this.make(token.sessionId, createHmac('sha256', this.nextKey).update(token.sessionId).update(token.secret).digest());
  }

  /** @returns null when this is no token of ours */
  read(text: string | undefined): RefreshToken | null {
    const bytes = Buffer.from(text ?? '', 'base64url');
    if (bytes.length !== 64) return null;
    const hex = bytes.subarray(0, 16).toString('hex');
    const sessionId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    const token = this.make(sessionId, bytes.subarray(16, 48));
    return timingSafeEqual(Buffer.from(token.text, 'base64url'), bytes) ? token : null;
  }

  private make(sessionId: string, secret: Buffer): RefreshToken {
    const body = Buffer.concat([Buffer.from(sessionId.replaceAll('-', ''), 'hex'), secret]);
    const mac = createHmac('sha256', this.macKey).update(body).digest().subarray(0, 16);
    return { sessionId, secret, text: Buffer.concat([body, mac]).toString('base64url'), hash: createHash('sha256').update(secret).digest() };
  }
}
