import { type Actor, type Clock, Conditions, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import { maskFamilyNumber } from '#values';
import { AREA_COLUMNS, AREA_JOINS, type AreaColumns, areaNames, areasWithin } from '../area-path.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { reachOf } from '../reach.js';
import { readSearched } from '../resident/read-searched.js';
import { beginningWith } from '../resident/name-tokens.js';
import { readSearch, SEARCH_CAP } from '../resident/resident-filter.js';
import { residentRow, type ResidentColumns, ROW_COLUMNS } from '../resident/resident-row.js';
import type { FamilyDto, FamilyListDto, FamilyQuery, FamilyRowDto } from './family.dto.js';

export interface FamilyColumns extends AreaColumns {
  id: string;
  number: string;
  temporary: boolean;
  address: string | null;
  head_name: string | null;
  members: number;
}

const PAGE = 25;
const COLUMNS = 'r.id, r.number, r.temporary, r.address, r.area_id';

/** Families by number. The cursor carries the last one's id, because the number itself is not shown. */
export async function listFamilies(database: Database, actor: Actor, query: FamilyQuery): Promise<FamilyListDto> {
  const filter = { search: query.search, area: query.area, headless: query.headless };
  const limit = query.limit ?? PAGE;
  const statement = familyStatement(actor, query, decodeCursor(query.after, ['uuid'], filter)?.[0] ?? null, limit + 1);
  const rows = await readSearched<FamilyColumns>(database, actor, 'family', query.search, statement);
  return page(rows, limit, filter, (row) => [row.id], familyRow);
}

/** Which families; the same for the list, its count and its file. */
export type FamilyFilter = Pick<FamilyQuery, 'search' | 'area' | 'headless'>;

/** Exported for the guard of its query plan. */
export function familyStatement(actor: Actor, filter: FamilyFilter, after: string | null, limit: number): ReadStatement {
  const conditions = conditionsOf(actor, filter);
  if (after !== null) conditions.add('n', `r.number > (select number from families where village_id = $1 and id = ${conditions.value(after)}::uuid)`);
  return {
    name: `families-${conditions.shape}`,
    text: `select r.*, ${AREA_COLUMNS}, h.name as head_name, (select count(*)::int from residents m where m.village_id = $1 and m.family_id = r.id and m.basic_status = ${BASIC_STATUS.living}) as members
             from (select ${COLUMNS} from families r where ${conditions.sql} order by r.number limit ${conditions.value(limit)}) r ${AREA_JOINS}
             left join residents h on h.village_id = $1 and h.family_id = r.id and h.family_position = 1 and h.basic_status = 1
            order by r.number`,
    values: conditions.values,
  };
}

/** How many families the list holds in all. */
export function familyCountStatement(actor: Actor, filter: FamilyFilter): ReadStatement {
  const { sql, values, shape } = conditionsOf(actor, filter);
  return { name: `families-count-${shape}`, text: `select count(*)::int as count from families r where ${sql}`, values };
}

function conditionsOf(actor: Actor, filter: FamilyFilter): Conditions {
  const found = new Conditions(actor.unitId, 'r.village_id = $1');
  const range = (column: string, beginning: string): string => `${column} >= ${found.value(beginningWith(beginning).from)} and ${column} < ${found.value(beginningWith(beginning).to)}`;
  const reach = reachOf(actor);
  if (reach) found.add('r', `r.area_id = any(${areasWithin(found.value(reach))})`);
  if (filter.area) found.add('a', `r.area_id = any(${areasWithin(found.value(filter.area))})`);
  if (filter.headless) found.add('h', `r.id = any(array(select family_id from residents where village_id = $1 and basic_status = 1 group by family_id having not bool_or(family_position = 1)))`);
  const search = readSearch(filter.search);
  if (search?.by === 'number') {
    const { digits } = search;
    found.add('d', `r.id = any(array(select id from families where village_id = $1 and ${range('number', digits)}
      union all select family_id from residents where village_id = $1 and basic_status = 1 and ${range('nik', digits)} limit ${SEARCH_CAP}))`);
  } else if (search) {
    const people = search.words.map((word) => `select resident_id from resident_tokens where village_id = $1 and ${range('token', word)}`).join(' intersect ');
    found.add(`w${search.words.length}`, people === '' ? 'false' : `r.id = any(array(select family_id from residents where village_id = $1 and id = any(array(${people} order by resident_id limit ${SEARCH_CAP}))))`);
  }
  return found;
}

/** One family with all who belong or belonged to it. @throws DomainError 404 */
export async function familyDetail(database: Database, clock: Clock, actor: Actor, id: string): Promise<FamilyDto> {
  const reach = reachOf(actor);
  const own = reach ? `and r.area_id = any(${areasWithin('$3')})` : '';
  const values = reach ? [actor.unitId, id, reach] : [actor.unitId, id];
  const suffix = reach ? '-own-area' : '';
  const [families, members] = await database.readVillageAll<[FamilyColumns, ResidentColumns]>(actor, [
    { name: `family${suffix}`, text: `select ${COLUMNS}, ${AREA_COLUMNS} from families r ${AREA_JOINS} where r.village_id = $1 and r.id = $2 ${own}`, values },
    {
      name: `family-members${suffix}`,
      text: `select ${ROW_COLUMNS}, ${AREA_COLUMNS} from residents r ${AREA_JOINS} where r.village_id = $1 and r.family_id = $2 ${own} order by r.family_position, r.birth_date, r.id limit 100`,
      values,
    },
  ]);
  const family = families[0];
  if (!family) throw notFound();
  const head = members.find((member) => member.family_position === 1 && member.basic_status === BASIC_STATUS.living);
  const { members: _counted, ...row } = familyRow({ ...family, head_name: head?.name ?? null, members: members.length });
  return { ...row, members: members.map((member) => residentRow(member, clock.today())) };
}

export function familyRow(row: FamilyColumns): FamilyRowDto {
  const { hamlet, rw, rt } = areaNames(row);
  return { id: row.id, numberMasked: maskFamilyNumber(row.number), temporaryNumber: row.temporary, headName: row.head_name, members: row.members, hamlet, rw, rt, address: row.address };
}
