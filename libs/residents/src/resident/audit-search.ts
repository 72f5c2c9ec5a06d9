import { auditRead } from '#audit';
import type { Actor, Database } from '#platform';
import { readSearch } from './resident-filter.js';

/**
 * Leaves the trace of a search (UU 27/2022: who looked for whom); nothing without a search. It runs beside the read,
 * not after it, and the answer waits for both: nobody sees a result whose trace could not be written, and the
 * reader waits for the slower of the two. It cannot be in the read's own transaction, which is read only.
 * Of a number only the region and how much was typed are kept: the trail is read by people who may not see NIKs.
 */
export async function auditSearch(database: Database, actor: Actor, subjectType: 'resident' | 'family', typed: string | undefined): Promise<void> {
  const search = readSearch(typed);
  if (!search) return;
  const detail = search.by === 'name' ? { by: 'name', words: search.words.join(' ') } : { by: 'number', region: search.digits.slice(0, 6), digits: search.digits.length };
  await auditRead(database, actor, { action: `${subjectType}.searched`, subjectType, detail });
}
