import { createHmac, hkdfSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import pg from 'pg';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError, Env } from '#platform';

const minute = 60;

/** Wrong passwords of one account before it is locked, and for how long the first lock holds; each further one in a day doubles it. */
export const accountLimit = { attempts: 5, lockSeconds: 15 * minute, longestLockSeconds: 4 * 60 * minute };

/**
 * Wrong passwords of one address in a quarter of an hour. Large on purpose: all villages of a mobile
 * operator may come from one address, and accounts are protected one by one anyway.
 */
export const addressLimit = { attempts: 300, windowSeconds: 15 * minute };

/** Answers a refused attempt; the same for accounts that do not exist. */
function locked(milliseconds: number): DomainError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new DomainError('LOGIN_LOCKED', 429, `Terlalu banyak percobaan masuk. Coba lagi sekitar ${Math.ceil(seconds / minute)} menit lagi.`, [], seconds);
}

/**
 * Counts failed sign-ins by account and by address, in Redis or in Postgres: nothing a browser holds
 * resets them. An attempt is counted before the password is looked at, so that a hundred guesses sent at
 * once are five guesses, and given back when the password was right.
 */
@Injectable()
export class LoginLimits implements OnApplicationShutdown {
  private readonly accounts: RateLimiterAbstract;
  private readonly locks: RateLimiterAbstract;
  private readonly addresses: RateLimiterAbstract;
  private readonly key: Buffer;
  private readonly close: () => Promise<unknown>;

  constructor(@Inject(Env) env: Env) {
    const { REDIS_URL, DATABASE_URL, PAMONG_JWT_SECRET } = env.values;
    this.key = Buffer.from(hkdfSync('sha256', PAMONG_JWT_SECRET, '', 'login-limits', 32));
    let make: (keyPrefix: string, points: number, duration: number) => RateLimiterAbstract;
    if (REDIS_URL) {
      const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
      redis.on('error', () => undefined);
      make = (keyPrefix, points, duration) => new RateLimiterRedis({ storeClient: redis, keyPrefix, points, duration });
      this.close = () => redis.quit().catch(() => redis.disconnect());
    } else {
      // A pool of its own with pg's standard parsers: rate-limiter-flexible reads its bigint as text.
      const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 2, connectionTimeoutMillis: 10_000, application_name: 'pamong-limits' });
      pool.on('error', () => undefined);
      make = (keyPrefix, points, duration) => new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'rate_limits', tableCreated: true, keyPrefix, points, duration });
      this.close = () => pool.end();
    }
    this.accounts = make('login', accountLimit.attempts, accountLimit.lockSeconds);
    this.locks = make('lock', 1_000, 24 * 60 * minute);
    this.addresses = make('from', addressLimit.attempts, addressLimit.windowSeconds);
  }

  /**
   * Counts one attempt.
   * @returns whether it is the last one before the account is locked
   * @throws DomainError LOGIN_LOCKED (429)
   */
  async take(username: string, address: string): Promise<{ last: boolean }> {
    await this.consume(this.addresses, this.keyOf(network(address)));
    const { consumedPoints } = await this.consume(this.accounts, this.keyOf(username));
    return { last: consumedPoints >= accountLimit.attempts };
  }

  /** Locks the account: 15 minutes, doubled by every further lock within a day, four hours at most. */
  async lock(username: string): Promise<void> {
    const key = this.keyOf(username);
    const { consumedPoints } = await this.locks.penalty(key, 1);
    await this.accounts.block(key, Math.min(accountLimit.lockSeconds * 2 ** (consumedPoints - 1), accountLimit.longestLockSeconds));
  }

  /** The password was right: the account starts afresh, and the address gets its attempt back. */
  async forgive(username: string, address: string): Promise<void> {
    const key = this.keyOf(username);
    await Promise.all([this.accounts.delete(key), this.locks.delete(key), this.addresses.reward(this.keyOf(network(address)), 1)]);
  }

  /** Lifts the lock of one account, after an administrator gave it a new password. */
  async unlock(username: string): Promise<void> {
    const key = this.keyOf(username);
    await Promise.all([this.accounts.delete(key), this.locks.delete(key)]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private async consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes> {
    try {
      return await limiter.consume(key, 1);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw locked(refusal.msBeforeNext);
      throw refusal;
    }
  }

  /** Neither user names nor addresses stand in the store. */
  private keyOf(value: string): string {
    return createHmac('sha256', this.key).update(value).digest('base64url').slice(0, 32);
  }
}

/** One subscriber usually holds a whole IPv6 /64, so that is the address. */
export function network(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = address.includes('::') ? [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back] : front;
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}
