import { roleNamed } from '#identity';
import type { Actor } from '#platform';

/** No area has it: whoever should see only his own area and was given none sees nobody. */
const NO_AREA = '00000000-0000-0000-0000-000000000000';

/**
 * The one area an actor may see into, with all areas in it; null = the whole village. Heads of hamlets, RW and RT
 * are staff with reach `area`; jobs act for the village.
 */
export function reachOf(actor: Actor): string | null {
  if (actor.kind !== 'staff') return null;
  return actor.areaId ?? (roleNamed(actor.role).reach === 'area' ? NO_AREA : null);
}
