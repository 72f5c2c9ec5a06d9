import type { Actor, Clock, Database } from '#platform';
import { listResidents } from '#residents';
import { listLetters } from '../letter/letter-list.queries.js';
import type { SearchResultDto } from './search.dto.js';

const MOST = 6;

/** The first of each kind; letters only for who may see any. */
export async function searchEverything(database: Database, clock: Clock, actor: Actor, typed: string): Promise<SearchResultDto> {
  const letters = actor.permissions.has('letter.read') || actor.permissions.has('letter.request');
  const [people, papers] = await Promise.all([
    listResidents(database, clock, actor, { search: typed, limit: MOST }),
    letters ? listLetters(database, actor, { search: typed, limit: MOST }) : { items: [] },
  ]);
  return { residents: people.items, letters: papers.items };
}
