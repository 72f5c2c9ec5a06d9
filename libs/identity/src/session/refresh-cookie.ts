import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '@fastify/cookie';
import { Clock, Env } from '#platform';
import type { OpenSession } from './open-session.js';
import type { SessionDto } from './session.dto.js';

const name = 'pamong_refresh';

/**
 * The refresh token's cookie: no script can read it, no other site can make a browser send it, and only
 * the session routes ever receive it.
 */
@Injectable()
export class RefreshCookie {
  private readonly attributes: { httpOnly: true; sameSite: 'strict'; secure: boolean; path: string };

  constructor(
    @Inject(Env) env: Env,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.attributes = { httpOnly: true, sameSite: 'strict', secure: env.production, path: '/api/v1/sessions' };
  }

  of(request: FastifyRequest): string | undefined {
    return request.cookies[name];
  }

  /** Sets the cookie and hands on the body. */
  set(reply: FastifyReply, { answer, cookie }: OpenSession): SessionDto {
    if (cookie) {
      const maxAge = Math.max(1, Math.floor((cookie.expiresAt.getTime() - this.clock.now().getTime()) / 1000));
      void reply.setCookie(name, cookie.token.text, { ...this.attributes, maxAge });
    }
    return answer;
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(name, this.attributes);
  }
}
