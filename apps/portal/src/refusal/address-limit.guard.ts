import { createHmac, hkdfSync } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError, Env } from '#platform';
import { network } from './network.js';

/** Pages a minute for one address: large, because a whole village may stand behind one mobile operator's. */
export const pagesPerMinute = 300;

/**
 * Keeps one address from taking the portal for itself. Guessing tokens needs no limit: the MAC refuses them
 * before the database is asked. Counted in Redis when there is one, else in this process: counting in Postgres
 * would cost more than the page, and would be the only thing this role may write.
 */
@Injectable()
export class AddressLimitGuard implements CanActivate, OnApplicationShutdown {
  private readonly limiter: RateLimiterAbstract;
  private readonly key: Buffer;
  private readonly redis: Redis | null;

  constructor(@Inject(Env) env: Env) {
    const { REDIS_URL, PAMONG_QR_KEYS } = env.values;
    this.key = Buffer.from(hkdfSync('sha256', PAMONG_QR_KEYS, '', 'portal addresses', 32));
    const memory = new RateLimiterMemory({ points: pagesPerMinute, duration: 60 });
    this.redis = REDIS_URL ? new Redis(REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: false }) : null;
    this.redis?.on('error', () => undefined);
    // While Redis is away each process counts for itself.
    this.limiter = this.redis ? new RateLimiterRedis({ storeClient: this.redis, keyPrefix: 'portal', points: pagesPerMinute, duration: 60, insuranceLimiter: memory }) : memory;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.url?.startsWith('/health')) return true;
    try {
      await this.limiter.consume(this.keyOf(request.ip), 1);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw new DomainError('TOO_MANY_REQUESTS', 429, 'Terlalu banyak pemeriksaan.', [], seconds);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis?.disconnect();
  }

  /** No address stands in the store. */
  private keyOf(address: string): string {
    return createHmac('sha256', this.key).update(network(address)).digest('base64url').slice(0, 32);
  }
}
