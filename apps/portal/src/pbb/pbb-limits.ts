import { Inject, Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { Limiters } from '../refusal/limiters.js';
import { network } from '../refusal/network.js';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Who or what is counted. */
type Counted = 'nop' | 'network' | 'everybody';

interface Limit {
  readonly name: string;
  readonly of: Counted;
  readonly points: number;
  readonly seconds: number;
  /** Only what did not match counts. */
  readonly misses?: true;
}

/**
 * How often a NOP may be checked. Few words are the name of many people, so misses of one NOP are few, by the hour and by
 * the day; many villagers stand behind one mobile address, so those of a network are many. That of everybody bounds what
 * a botnet could try, and how many NOPs are remembered.
 */
export const CHECK_LIMITS: readonly Limit[] = [
  { name: 'pbb-network', of: 'network', points: 1_000, seconds: HOUR },
  { name: 'pbb-network-miss', of: 'network', points: 120, seconds: HOUR, misses: true },
  { name: 'pbb-miss', of: 'everybody', points: 5_000, seconds: HOUR, misses: true },
  { name: 'pbb-nop', of: 'nop', points: 30, seconds: HOUR },
  { name: 'pbb-nop-miss', of: 'nop', points: 5, seconds: HOUR, misses: true },
  { name: 'pbb-nop-miss-day', of: 'nop', points: 15, seconds: DAY, misses: true },
];

/** Reports of one object, of a network, and of all. */
export const DISPUTE_LIMITS: readonly Limit[] = [
  { name: 'pbb-report-nop', of: 'nop', points: 5, seconds: DAY },
  { name: 'pbb-report-network', of: 'network', points: 60, seconds: HOUR },
  { name: 'pbb-report', of: 'everybody', points: 1_000, seconds: HOUR },
];

/** What refused, and how long it will. */
export interface LimitReached {
  readonly of: Counted;
  readonly seconds: number;
}

/** Takes a point of each limit before the database is asked, so that many at once are no way round it, and gives those of misses back when it was none. */
@Injectable()
export class PbbLimits {
  private readonly limiters: ReadonlyMap<string, RateLimiterAbstract>;

  constructor(@Inject(Limiters) private readonly store: Limiters) {
    this.limiters = new Map([...CHECK_LIMITS, ...DISPUTE_LIMITS].map(({ name, points, seconds }) => [name, store.limiter(name, points, seconds)]));
  }

  /** @returns null when it may go on */
  async take(limits: readonly Limit[], nop: string, address: string): Promise<LimitReached | null> {
    for (const limit of limits) {
      try {
        await this.limiters.get(limit.name)?.consume(this.keyOf(limit, nop, address));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { of: limit.of, seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) };
      }
    }
    return null;
  }

  async matched(limits: readonly Limit[], nop: string, address: string): Promise<void> {
    await Promise.all(limits.filter(({ misses }) => misses).map((limit) => this.limiters.get(limit.name)?.reward(this.keyOf(limit, nop, address))));
  }

  private keyOf({ of }: Limit, nop: string, address: string): string {
    return of === 'everybody' ? of : this.store.keyOf(of === 'nop' ? `nop ${nop}` : network(address));
  }
}
