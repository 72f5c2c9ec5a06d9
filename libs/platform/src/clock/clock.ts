import { plainDateInJakarta, type PlainDate } from '#values';

/**
 * The only source of time for business code. Outside production the row `clock_offset` moves it for
 * every process at once; `follow()` is called with each new value.
 */
export class Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Today's date in Western Indonesian Time (UTC+7, no daylight saving). */
  today(): PlainDate {
    return plainDateInJakarta(this.now());
  }

  follow(offsetMilliseconds: number): void {
    this.offset = offsetMilliseconds;
  }
}
