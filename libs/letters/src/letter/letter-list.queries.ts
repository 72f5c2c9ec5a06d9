import { auditedRead } from '#audit';
import { type Actor, Conditions, type Database, decodeCursor, page, type ReadStatement } from '#platform';
import { beginningWith, searchDetail, searchWords } from '#residents';
import { requesterReach } from './letter-reach.js';
import { letterRow, ROW_COLUMNS, ROW_JOIN, ROW_JOINED, type RowColumns } from './letter-row.js';
import { LETTER_STATUSES, type LetterCountsDto, type LetterListDto, type LetterQuery } from './letter.dto.js';
import type { LetterStatus } from './letter.workflow.js';

const PAGE = 25;

/** A search looks at no more letters than this. */
const SEARCH_CAP = 2_000;

/** Somebody waits for these: the longest wait comes first. */
const ON_THEIR_WAY: ReadonlySet<LetterStatus> = new Set(['requested', 'verified', 'returned', 'approved', 'failed']);

/** Letters by the time of their request; a search is traced with the read (UU 27/2022), without the numbers in it. */
export async function listLetters(database: Database, actor: Actor, query: LetterQuery): Promise<LetterListDto> {
  const { status, type, search } = query;
  const filter = { status, type, search: search?.trim() || undefined };
  const limit = query.limit ?? PAGE;
  const words = filter.search === undefined ? null : searchWords(filter.search);
  const statement = listStatement(actor, filter, words, decodeCursor(query.after, ['instant', 'uuid'], filter), limit + 1);
  const detail = searchDetail(filter.search);
  const rows = detail
    ? await auditedRead<RowColumns>(database, actor, statement, { action: 'letter.searched', subjectType: 'letter', detail })
    : await database.readVillage<RowColumns>(actor, statement);
  return page(rows, limit, filter, (row) => [row.requested_at.toISOString(), row.id], (row) => letterRow(row, actor));
}

interface Filter {
  readonly status?: LetterStatus | undefined;
  readonly type?: string | undefined;
}

/** The page is cut before officials are joined. */
export function listStatement(actor: Actor, filter: Filter, words: readonly string[] | null, after: readonly string[] | null, limit: number): ReadStatement {
  const conditions = conditionsOf(actor, filter, words);
  const oldestFirst = filter.status !== undefined && ON_THEIR_WAY.has(filter.status);
  if (after) conditions.add('n', `(l.requested_at, l.id) ${oldestFirst ? '>' : '<'} (${conditions.value(after[0])}::timestamptz, ${conditions.value(after[1])}::uuid)`);
  const order = oldestFirst ? 'l.requested_at, l.id' : 'l.requested_at desc, l.id desc';
  return {
    name: `letters-${oldestFirst ? 'o' : ''}${conditions.shape}`,
    text: `select l.*, ${ROW_JOINED}
             from (select ${ROW_COLUMNS} from letters l where ${conditions.sql} order by ${order} limit ${conditions.value(limit)}) l ${ROW_JOIN}
            order by ${order}`,
    values: conditions.values,
  };
}

/** How many letters the list holds in all. */
export function countStatement(actor: Actor, filter: Filter, words: readonly string[] | null): ReadStatement {
  const { sql, values, shape } = conditionsOf(actor, filter, words);
  return { name: `letters-count-${shape}`, text: `select count(*)::int as count from letters l where ${sql}`, values };
}

function conditionsOf(actor: Actor, filter: Filter, words: readonly string[] | null): Conditions {
  const found = new Conditions(actor.unitId, 'l.village_id = $1');
  const own = requesterReach(actor);
  if (own) found.add('r', `l.requested_by = ${found.value(own)}`);
  if (filter.status) found.add('s', `l.status = ${found.value(filter.status)}`);
  if (filter.type) found.add('t', `l.type = ${found.value(filter.type)}`);
  if (words) found.add(`w${words.length}`, words.length === 0 ? 'false' : `l.id = any(array(${withWords(words, found)} limit ${SEARCH_CAP}))`);
  return found;
}

function withWords(words: readonly string[], conditions: Conditions): string {
  const each = words.map((word) => {
    const { from, to } = beginningWith(word);
    return `select letter_id from letter_tokens where village_id = $1 and token >= ${conditions.value(from)} and token < ${conditions.value(to)}`;
  });
  return each.length === 1 ? `${each[0]} order by token, letter_id` : `select letter_id from (${each.join(' intersect ')}) found order by letter_id`;
}

/** How many letters there are in every state. */
export async function letterCounts(database: Database, actor: Actor): Promise<LetterCountsDto> {
  const own = requesterReach(actor);
  const rows = await database.readVillage<{ status: LetterStatus; count: number }>(actor, {
    name: own ? 'letter-counts-own' : 'letter-counts',
    text: `select status, count(*)::int as count from letters where village_id = $1 ${own ? 'and requested_by = $2' : ''} group by status`,
    values: own ? [actor.unitId, own] : [actor.unitId],
  });
  const counts = Object.fromEntries(LETTER_STATUSES.map((status) => [status, 0])) as Record<LetterStatus, number>;
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}
