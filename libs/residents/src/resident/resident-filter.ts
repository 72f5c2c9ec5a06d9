import { type Actor, Conditions } from '#platform';
import type { PlainDate } from '#values';
import { areasWithin } from '../area-path.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { reachOf } from '../reach.js';
import { ODDITIES, type Oddity } from './oddities.js';
import { beginningWith, searchWords } from './name-tokens.js';

export const STATUS_CODES = {
  alive: BASIC_STATUS.living, dead: BASIC_STATUS.dead, moved: BASIC_STATUS.moved, missing: BASIC_STATUS.missing, away: BASIC_STATUS.away, invalid: BASIC_STATUS.invalid,
} as const;

export type StatusWord = keyof typeof STATUS_CODES;

export interface ResidentFilter {
  readonly search?: string;
  readonly area?: string;
  readonly sex?: 'L' | 'P';
  readonly status?: StatusWord;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly problem?: Oddity;
}

/** A search looks at no more people than this; a village has some 7,000, the largest 30,000. */
export const SEARCH_CAP = 2000;

/** At least so many digits are a NIK or family number; fewer would be half the village. */
const SHORTEST_NUMBER = 6;

/** What was typed: beginnings of words of a name, or the beginning of a NIK or family number. */
export type Search = { readonly by: 'name'; readonly words: string[] } | { readonly by: 'number'; readonly digits: string };

export function readSearch(typed: string | undefined): Search | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  const digits = text.replace(/[\s.'’-]/g, '');
  if (/^\d+$/.test(digits) && digits.length >= SHORTEST_NUMBER) return { by: 'number', digits };
  return { by: 'name', words: searchWords(text) };
}

/** Conditions over `residents r` that an index can answer under row-level security. */
export class ResidentConditions extends Conditions {
  constructor(actor: Actor, filter: ResidentFilter, today: PlainDate) {
    super(actor.unitId, 'r.village_id = $1');
    const reach = reachOf(actor);
    if (reach) this.add('r', `r.area_id = any(${areasWithin(this.value(reach))})`);
    if (filter.area) this.add('a', `r.area_id = any(${areasWithin(this.value(filter.area))})`);
    if (filter.sex) this.add('x', `r.sex = ${this.value(filter.sex === 'L' ? 1 : 2)}::smallint`);
    // Written out, not a parameter: only so can counting the living read an index of the living alone.
    if (filter.status) this.add(`s${STATUS_CODES[filter.status]}`, `r.basic_status = ${STATUS_CODES[filter.status]}`);
    // Of age 17 today is who was born on this day 17 years ago or before; 29 February completes a year on 1 March.
    if (filter.ageFrom !== undefined) this.add('f', `r.birth_date <= ${this.value(yearsBefore(today, filter.ageFrom))}::date`);
    if (filter.ageTo !== undefined) this.add('t', `r.birth_date > ${this.value(yearsBefore(today, filter.ageTo + 1))}::date`);
    if (filter.problem) this.add(`(${filter.problem})`, `(${ODDITIES[filter.problem]})`);
    this.addSearch(readSearch(filter.search));
  }

  /** Behind the last row of the page before. */
  after(position: readonly string[] | null): this {
    if (position) this.add('n', `(r.sort_name, r.id) > (${this.value(position[0])}::text collate "C", ${this.value(position[1])}::uuid)`);
    return this;
  }

  private addSearch(search: Search | null): void {
    if (search?.by === 'number') this.add('d', `r.id = any(array(${this.withNumber(search.digits)} limit ${SEARCH_CAP}))`);
    if (search?.by !== 'name') return;
    if (search.words.length === 0) this.add('0', 'false');
    else this.add(`w${search.words.length}`, `r.id = any(array(${this.withWords(search.words)} limit ${SEARCH_CAP}))`);
  }

  /** Ordered before it is cut off, so that every page of one search looks at the same people. */
  private withWords(words: readonly string[]): string {
    const each = words.map((word) => `select resident_id from resident_tokens where village_id = $1 and ${this.range('token', word)}`);
    return each.length === 1 ? `${each[0]} order by token, resident_id` : `select resident_id from (${each.join(' intersect ')}) found order by resident_id`;
  }

  /**
   * The two partial indexes of NIK together hold everybody; each is asked in its own branch. Each branch stops by itself,
   * or six digits, which everybody here shares, would read and sort the whole village.
   */
  private withNumber(digits: string): string {
    const nik = this.range('nik', digits);
    const number = this.range('f.number', digits);
    return `select id from (
      (select id from residents where village_id = $1 and basic_status = 1 and ${nik} order by nik limit ${SEARCH_CAP})
      union all (select id from residents where village_id = $1 and basic_status <> 1 and ${nik} order by nik limit ${SEARCH_CAP})
      union all (select m.id from families f join residents m on m.village_id = $1 and m.family_id = f.id where f.village_id = $1 and ${number} order by f.number, m.id limit ${SEARCH_CAP})
    ) found`;
  }

  private range(column: string, beginning: string): string {
    const { from, to } = beginningWith(beginning);
    return `${column} >= ${this.value(from)} and ${column} < ${this.value(to)}`;
  }
}

/** The day with the same digits in an earlier year; 29 February stays, as a bound to compare with. */
function yearsBefore(day: PlainDate, years: number): string {
  const date = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return isLeapDayOfCommonYear(date) ? `${date.slice(0, 8)}28` : date;
}

function isLeapDayOfCommonYear(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return date.endsWith('-02-29') && !((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
}
