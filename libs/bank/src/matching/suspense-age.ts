import { addDays, type PlainDate } from '#values';

/** How long a line has waited, in days since the bank booked it. */
export const SUSPENSE_AGES = ['0-1', '2-7', '8-30', '31+'] as const;
export type SuspenseAge = (typeof SUSPENSE_AGES)[number];

const DAYS: Readonly<Record<SuspenseAge, readonly [least: number | null, most: number | null]>> = { '0-1': [null, 1], '2-7': [2, 7], '8-30': [8, 30], '31+': [31, null] };

/** The days of booking an age means today; null: no end. */
export function bookedWithin(age: SuspenseAge, today: PlainDate): { from: PlainDate | null; to: PlainDate | null } {
  const [least, most] = DAYS[age];
  return { from: most === null ? null : addDays(today, -most), to: least === null ? null : addDays(today, -least) };
}
