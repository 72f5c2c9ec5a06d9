import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { Env } from '#platform';

/**
 * Counts how often something is asked: in Redis when there is one, so that several portals count together, else in this
 * process. Counting in Postgres would cost more than the page.
 */
@Injectable()
export class Limiters implements OnApplicationShutdown {
  private readonly key: Buffer;
  private readonly redis: Redis | null;

  constructor(@Inject(Env) env: Env) {
    const { REDIS_URL, PAMONG_QR_KEYS } = env.values;
    this.key = Buffer.from(hkdfSync('sha256', PAMONG_QR_KEYS, '', 'portal addresses', 32));
    this.redis = REDIS_URL ? new Redis(REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: false }) : null;
    this.redis?.on('error', () => undefined);
  }

  /** While Redis is away each process counts for itself. */
  limiter(keyPrefix: string, points: number, duration: number): RateLimiterAbstract {
    const memory = new RateLimiterMemory({ keyPrefix, points, duration });
    return this.redis ? new RateLimiterRedis({ storeClient: this.redis, keyPrefix, points, duration, insuranceLimiter: memory }) : memory;
  }

  /** No address and no NOP stands in the store. */
  keyOf(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url').slice(0, 32);
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis?.disconnect();
  }
}
