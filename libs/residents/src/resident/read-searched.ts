import { type AuditDetail, auditedRead, typedWords } from '#audit';
import type { Actor, Database, ReadStatement } from '#platform';
import { readSearch } from './resident-filter.js';

/**
 * Reads a list; when something was searched for, the read leaves its trace with it (UU 27/2022: who looked for whom), so
 * nobody sees a result whose trace could not be written. Of a number only the region and how much was typed are
 * kept, and of one between words only how long it was: the trail is read by people who may not see NIKs.
 */
export function readSearched<Row>(database: Database, actor: Actor, subjectType: 'resident' | 'family', typed: string | undefined, statement: ReadStatement): Promise<Row[]> {
  const detail = searchDetail(typed);
  return detail ? auditedRead<Row>(database, actor, statement, { action: `${subjectType}.searched`, subjectType, detail }) : database.readVillage<Row>(actor, statement);
}

/** What the trail keeps of a search; null when nothing was searched for. */
export function searchDetail(typed: string | undefined): AuditDetail | null {
  const search = readSearch(typed);
  if (!search) return null;
  return search.by === 'name' ? { by: 'name', ...typedWords(search.words.join(' ')) } : { by: 'number', region: search.digits.slice(0, 6), digits: search.digits.length };
}
