import 'reflect-metadata';
import { randomFrom } from '../../../apps/cli/demo/synthetic-random.mjs';
import { encodeCursor, jobActor } from '../../../dist/libs/platform/src/index.js';
import { tokensOf } from '../../../dist/libs/residents/src/resident/name-tokens.js';
import { ResidentConditions } from '../../../dist/libs/residents/src/resident/resident-filter.js';
import { listStatement } from '../../../dist/libs/residents/src/resident/resident.queries.js';

const VILLAGES = 24;
const PER_VILLAGE = 8;
const PAGE = 25;

/**
 * @typedef {object} Question one page of residents of one village, asked of the API and of bare SQL
 * @property {number} unit
 * @property {string} path of the API
 * @property {{ name: string, text: string, values: unknown[] }} statement the same without row level security
 */

/** Villages of all sizes with the largest, and people of each at random (the same in every run), to ask for. */
export async function sampleVillages(stage) {
  const sizes = await stage.asOwner('select village_id as unit, count(*)::int as count from residents group by village_id order by count desc, village_id');
  const every = Math.max(1, (sizes.length - 1) / (VILLAGES - 1));
  const chosen = [...new Set(Array.from({ length: VILLAGES }, (_, nth) => sizes[Math.min(sizes.length - 1, Math.round(nth * every))].unit))];
  const chance = randomFrom('people to ask for');
  const villages = [];
  for (const unit of chosen) {
    const { count } = sizes.find((size) => size.unit === unit);
    const places = Array.from({ length: PER_VILLAGE }, () => chance.between(1, count));
    // Of people with two words in their names, so that everybody can be asked for in every way.
    const people = await stage.asOwner(
      `select id, name, sort_name, nik, area_id
         from (select r.*, row_number() over (order by id) as place, count(*) over () as count from residents r where village_id = $1 and name like '% %') r
        where place in (select 1 + p % count from unnest($2::int[]) p) order by id`,
      [unit, places],
    );
    villages.push({ unit, people });
  }
  return villages;
}

/** Questions with one kind of filter, one for each person of the sample. @returns {Question[]} villages in turns */
export function questionsAbout(villages, filterOf, today) {
  const questions = [];
  for (let nth = 0; nth < PER_VILLAGE; nth++) {
    for (const { unit, people } of villages) {
      const { after, ...filter } = filterOf(people[nth % people.length]);
      const conditions = new ResidentConditions(jobActor(unit, 'bench'), filter, today).after(after ?? null);
      const cursor = after ? { after: encodeCursor(filter, after) } : {};
      questions.push({ unit, path: `/api/v1/residents?${new URLSearchParams({ ...filter, ...cursor })}`, statement: listStatement(conditions, PAGE + 1) });
    }
  }
  return questions;
}

/** What people ask: the kinds of questions of the benches, by what a resident of the register suggests. */
export const KINDS = {
  firstPage: () => ({}),
  nextPage: ({ sort_name, id }) => ({ after: [sort_name, id] }),
  ofAnArea: ({ area_id }) => ({ area: area_id }),
  oneWord: ({ name }) => ({ search: tokensOf(name)[0] }),
  /** Beginnings of two words, as somebody types who does not want to type all of it. */
  twoWords: ({ name }) => ({ search: tokensOf(name).slice(0, 2).map((word) => word.slice(0, 4)).join(' ') }),
  beginningOfNik: ({ nik }) => ({ search: nik.slice(0, 10) }),
};
