import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, Env } from '#platform';

export const accessTokenSeconds = 600;

/** What an access token says. Short names: it travels with every request. */
export interface Claims {
  /** user id */ readonly sub: string;
  /** session id */ readonly sid: string;
  /** version of the session when the token was made */ readonly sv: number;
  readonly unit: number;
  readonly role: string;
  readonly district: string | null;
  readonly area: string | null;
  readonly name: string;
  /** must change the password first */ readonly mcp: boolean;
}

/** Makes access tokens (JWT, HS256). Times are the Clock's, so that a moved clock ends them too. */
@Injectable()
export class AccessTokens {
  /** As a KeyObject: verifying with a string costs sixty times as much. */
  readonly key: KeyObject;
  private readonly jwt: JwtService;

  constructor(
    @Inject(Env) env: Env,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.key = createSecretKey(Buffer.from(env.values.PAMONG_JWT_SECRET));
    this.jwt = new JwtService({ secret: this.key, signOptions: { algorithm: 'HS256' } });
  }

  sign(claims: Claims): string {
    const iat = Math.floor(this.clock.now().getTime() / 1000);
    return this.jwt.sign({ ...claims, iat, exp: iat + accessTokenSeconds });
  }

  /** False for a token past its time. */
  stands(expiresAt: number): boolean {
    return this.clock.now().getTime() / 1000 < expiresAt;
  }
}
