import type { Actor } from '#platform';
import { reachOf } from '#residents';

/** Heads of hamlets, RW and RT see the letters they requested themselves; whose, or null for the whole village. */
export const requesterReach = (actor: Actor): string | null => (reachOf(actor) === null ? null : (actor.userId ?? '00000000-0000-0000-0000-000000000000'));
