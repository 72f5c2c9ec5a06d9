import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '#platform';
import { Limiters } from './limiters.js';
import { network } from './network.js';

/** Pages a minute for one address: large, because a whole village may stand behind one mobile operator's. */
export const pagesPerMinute = 300;

/**
 * Keeps one address from taking the portal for itself. Guessing tokens needs no limit: the MAC refuses them
 * before the database is asked.
 */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  private readonly limiter: RateLimiterAbstract;

  constructor(@Inject(Limiters) private readonly limiters: Limiters) {
    this.limiter = limiters.limiter('portal', pagesPerMinute, 60);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.url?.startsWith('/health')) return true;
    try {
      await this.limiter.consume(this.limiters.keyOf(network(request.ip)), 1);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw new DomainError('TOO_MANY_REQUESTS', 429, 'Terlalu banyak pemeriksaan.', [], seconds);
    }
  }
}
