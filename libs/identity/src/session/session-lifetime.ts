const hour = 3_600_000;

/** A working day without a renewal ends a session, a week ends it in any case. */
const idle = 12 * hour;
const longest = 7 * 24 * hour;

/** A token used once more within this time is two tabs or a lost answer; later it is a copy in other hands. */
export const graceMilliseconds = 10_000;

export function expiryAfter(now: Date, openedAt: Date): Date {
  return new Date(Math.min(now.getTime() + idle, openedAt.getTime() + longest));
}
