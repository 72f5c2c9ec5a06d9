import { type Actor, type Clock, type Database, listTasks } from '#platform';
import { EVENTS_MEASURE, residentProblems } from '#residents';
import { type PlainDate, startOfDayInJakarta } from '#values';
import { requesterReach } from '../letter/letter-reach.js';
import { letterRow, ROW_COLUMNS, ROW_JOIN, ROW_JOINED, type RowColumns } from '../letter/letter-row.js';
import type { LetterRowDto } from '../letter/letter.dto.js';
import type { LetterAction, LetterStatus } from '../letter/letter.workflow.js';
import type { HomeDto, TodayDto } from './home.dto.js';

const QUEUE = 50;
const TASKS = 5;

/** What waits for this actor and how the day goes. Each part is empty for who may not see it. */
export async function homeOf(database: Database, clock: Clock, actor: Actor): Promise<HomeDto> {
  const may = (permission: string): boolean => actor.permissions.has(permission);
  const [queue, problems, today, tasks] = await Promise.all([
    waiting(database, actor),
    may('resident.read') ? residentProblems(database, actor) : { items: [] },
    figures(database, actor, clock.today()),
    may('task.read') ? listTasks(database, actor, { limit: TASKS }) : { items: [] },
  ]);
  return { greetingName: greetingName(actor.userName), queue, problems: problems.items, today, tasks: tasks.items };
}

/** In which state which act makes a letter wait for whoever may do it. */
const WAITS_FOR: Partial<Record<LetterStatus, LetterAction>> = { requested: 'verify', returned: 'edit', verified: 'approve', failed: 'render' };

async function waiting(database: Database, actor: Actor): Promise<LetterRowDto[]> {
  if (!actor.permissions.has('letter.read') && !actor.permissions.has('letter.request')) return [];
  const own = requesterReach(actor);
  const rows = await database.readVillage<RowColumns>(actor, {
    name: own ? 'home-queue-own' : 'home-queue',
    text: `select ${ROW_COLUMNS}, ${ROW_JOINED} from letters l ${ROW_JOIN}
            where l.village_id = $1 and l.status = any($2) ${own ? 'and l.requested_by = $3' : ''} order by l.due_at, l.id limit 200`,
    values: [actor.unitId, Object.keys(WAITS_FOR), ...(own ? [own] : [])],
  });
  return rows
    .map((row) => letterRow(row, actor))
    .filter((row) => row.actions.includes(WAITS_FOR[row.status as LetterStatus] ?? ''))
    .slice(0, QUEUE);
}

/** Events come from the tallies: counted when they were written, folded or not yet. */
async function figures(database: Database, actor: Actor, today: PlainDate): Promise<TodayDto> {
  const since = startOfDayInJakarta(today);
  const [letters, events] = await database.readVillageAll<[{ requested: number; issued: number; minutes: number | null }, { count: number }]>(actor, [
    {
      name: 'home-letters-today',
      text: `select (select count(*)::int from letters where village_id = $1 and requested_at >= $2) as requested, count(*)::int as issued,
                    percentile_cont(0.5) within group (order by extract(epoch from issued_at - requested_at)) / 60 as minutes
               from letters where village_id = $1 and issued_at >= $2`,
      values: [actor.unitId, since],
    },
    {
      name: 'home-events-today',
      text: `select coalesce(sum(n), 0)::int as count from (
               select total as n from tallies where village_id = $1 and level = 'village' and measure = $2 and day = $3 and dim1 <> 'opening'
               union all
               select delta from tally_deltas where village_id = $1 and measure = $2 and day = $3 and dim1 <> 'opening') both_kinds`,
      values: [actor.unitId, EVENTS_MEASURE, today],
    },
  ]);
  const { requested = 0, issued = 0, minutes = null } = letters[0] ?? {};
  return { lettersIssued: issued, lettersRequested: requested, eventsRecorded: events[0]?.count ?? 0, medianMinutes: minutes === null ? null : Math.round(Number(minutes)) };
}

/** The first word that is more than an initial or a title: `H. Suwondo Hadi` is greeted as Suwondo. */
const greetingName = (name: string): string => name.split(' ').find((word) => word.length > 2 && !word.endsWith('.')) ?? name;
