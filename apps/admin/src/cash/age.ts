import type { Tone } from '../parts/chip.js';
import { span } from '../parts/words.js';

const HOUR_MS = 3_600_000;
/** Cash should be at the bank within a day; after a week the tax office asks. */
export const LATE_HOURS = 24;
export const OVERDUE_HOURS = 7 * 24;

export interface CashAge { readonly words: string; readonly tone: Extract<Tone, 'none' | 'wait' | 'bad'> }

/** How long cash has been in somebody's hands. */
export function cashAge(since: string, now: Date): CashAge {
  const hours = (now.getTime() - new Date(since).getTime()) / HOUR_MS;
  return { words: hours * 60 < 1 ? 'baru saja' : span(hours * 60), tone: hours >= OVERDUE_HOURS ? 'bad' : hours >= LATE_HOURS ? 'wait' : 'none' };
}
