import { type Actor, type Clock, type Database, decodeCursor, page, type ReadStatement } from '#platform';
import type { PlainDate } from '#values';
import { AREA_COLUMNS, AREA_JOINS } from '../area-path.js';
import { readSearched } from './read-searched.js';
import { ResidentConditions, type ResidentFilter, SEARCH_CAP } from './resident-filter.js';
import { residentRow, type ResidentColumns, ROW_COLUMNS } from './resident-row.js';
import type { ResidentCountDto, ResidentListDto, ResidentQuery } from './resident.dto.js';

const PAGE = 25;

/** Counting stops here: no screen needs more than "lebih dari 10.000". */
const MOST_COUNTED = 10_000;

/** Residents by name, the filters' order of words; a search leaves its trace. */
export async function listResidents(database: Database, clock: Clock, actor: Actor, query: ResidentQuery): Promise<ResidentListDto> {
  const today = clock.today();
  const filter = filterOf(query);
  const limit = query.limit ?? PAGE;
  const conditions = new ResidentConditions(actor, filter, today).after(decodeCursor(query.after, ['text', 'uuid'], filter));
  const rows = await readSearched<ResidentColumns & { sort_name: string }>(database, actor, 'resident', filter.search, listStatement(conditions, limit + 1));
  return page(rows, limit, filter, (row) => [row.sort_name, row.id], (row) => residentRow(row, today));
}

/** The page is cut before areas are joined, so they are looked up for its rows only. */
export function listStatement(conditions: ResidentConditions, limit: number): ReadStatement {
  const rows = conditions.value(limit);
  return {
    name: `residents-${conditions.shape}`,
    text: `select r.*, ${AREA_COLUMNS}
             from (select ${ROW_COLUMNS}, r.sort_name from residents r where ${conditions.sql} order by r.sort_name, r.id limit ${rows}) r ${AREA_JOINS}
            order by r.sort_name, r.id`,
    values: conditions.values,
    plannedOnce: true,
  };
}

/** How many the list would show in all. A search counts among at most `SEARCH_CAP` people. */
export async function countResidents(database: Database, clock: Clock, actor: Actor, query: ResidentQuery): Promise<ResidentCountDto> {
  const count = await countMatching(database, actor, filterOf(query), clock.today(), MOST_COUNTED + 1);
  const believable = query.search ? SEARCH_CAP - 1 : MOST_COUNTED;
  return count > believable ? { count: Math.min(count, MOST_COUNTED), capped: true } : { count, capped: false };
}

/** @param most where counting stops; a village has at most some 30,000 people */
export async function countMatching(database: Database, actor: Actor, filter: ResidentFilter, today: PlainDate, most = 1_000_000): Promise<number> {
  const conditions = new ResidentConditions(actor, filter, today);
  const limit = conditions.value(most);
  const [row] = await database.readVillage<{ count: number }>(actor, {
    name: `residents-count-${conditions.shape}`,
    text: `select count(*)::int as count from (select 1 from residents r where ${conditions.sql} limit ${limit}) counted`,
    values: conditions.values,
  });
  return row?.count ?? 0;
}

export function filterOf({ search, area, sex, status, ageFrom, ageTo, problem }: ResidentQuery): ResidentFilter {
  return { search, area, sex, status, ageFrom, ageTo, problem };
}
