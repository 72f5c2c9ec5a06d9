import { type Actor, type Clock, Conditions, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import { referencesIn } from '#pbb';
import { daysBetween, type PlainDate, rupiahToNumber } from '#values';
import { parseSen } from '../statement/reading/parse-sen.js';
import type { CandidateListDto, ClaimDto, LineQuery, LineState, LineVerdict, NamedDepositDto, StatementLineDetailDto, StatementLineDto, StatementLineListDto } from './statement-line.dto.js';
import { bookedWithin } from './suspense-age.js';

interface NamedRow {
  id: string;
  reference: string;
  village: string;
  villageName: string;
  amount: number;
  depositedOn: PlainDate;
}

export interface LineRow {
  id: string;
  account_id: string;
  statement_id: string;
  row: number;
  booked_on: PlainDate;
  amount: bigint;
  exact_sen: bigint;
  reference: string | null;
  remark: string;
  state: LineState;
  verdict: LineVerdict;
  named: NamedRow | null;
}

const named = (e: string): string =>
  `jsonb_build_object('id', ${e}.id, 'reference', ${e}.reference, 'village', u.code, 'villageName', r.name, 'amount', ${e}.amount, 'depositedOn', ${e}.deposited_on)`;

/** The deposit a line's remark names: one that waits before one that has its line. */
const NAMED = `left join lateral (
    select e.id, e.state, e.amount, ${named('e')} as deposit
      from line_references x join expected_receipts e on e.village_id = $1 and e.reference = x.reference join units u on u.id = e.for_village_id join regions r on r.code = u.code
     where x.village_id = $1 and x.line_id = l.id order by e.state = 'claimed', e.id limit 1) n on true`;
const VERDICT = `case when l.state = 'claimed' then 'SETTLED' when l.state = 'reversed' then 'REVERSED' when n.state = 'claimed' then 'DUPLICATE_PAYMENT' when n.amount <> l.amount then 'AMOUNT_MISMATCH' else 'UNMATCHED' end`;
const COLUMNS = `l.id, l.account_id, l.statement_id, l.row, l.booked_on, l.amount, l.exact_sen, l.reference, l.remark, l.state, ${VERDICT} as verdict, n.deposit as named`;
const FROM = `from statement_lines l ${NAMED}`;

/** A verdict is of one state: so that a filter by it alone reads the lines of that state. */
const STATE_OF: Readonly<Record<LineVerdict, LineState>> = { SETTLED: 'claimed', REVERSED: 'reversed', AMOUNT_MISMATCH: 'open', DUPLICATE_PAYMENT: 'open', UNMATCHED: 'open' };

/** Oldest first: suspense is worked off from its far end. */
export async function listStatementLines(database: Database, clock: Clock, actor: Actor, query: LineQuery): Promise<StatementLineListDto> {
  const { limit = 25, after, ...filter } = query;
  const from = decodeCursor(after, ['day', 'uuid'], filter);
  const rows = await database.readVillage<LineRow>(actor, statementLinesStatement(actor, clock.today(), filter, from, limit + 1));
  return page(rows, limit, filter, (row) => [row.booked_on, row.id], lineDto(actor, clock.today()));
}

/** One page of a list, behind a position (day, id). */
export function statementLinesStatement(actor: Actor, today: PlainDate, filter: LineFilter, from: readonly string[] | null, limit: number): ReadStatement {
  const found = lineConditions(actor, today, filter);
  if (from) found.add('n', `(l.booked_on, l.id) > (${found.value(from[0])}::date, ${found.value(from[1])}::uuid)`);
  return { name: `statement-lines-${found.shape}`, text: `select ${COLUMNS} ${FROM} where ${found.sql} order by l.booked_on, l.id limit ${found.value(limit)}`, values: found.values };
}

/** How many the list holds. */
export function statementLineCountStatement(actor: Actor, today: PlainDate, filter: LineFilter): ReadStatement {
  const found = lineConditions(actor, today, filter);
  return { name: `statement-line-count-${found.shape}`, text: `select count(*)::int as count ${FROM} where ${found.sql}`, values: found.values };
}

export type LineFilter = Omit<LineQuery, 'limit' | 'after'>;

function lineConditions(actor: Actor, today: PlainDate, filter: LineFilter): Conditions {
  const found = new Conditions(actor.unitId, `l.village_id = $1`);
  if (filter.state) found.add('s', `l.state = ${found.value(filter.state)}`);
  else if (filter.verdict) found.add('i', `l.state = ${found.value(STATE_OF[filter.verdict])}`);
  else found.add('a', `l.state <> 'withdrawn'`);
  if (filter.account) found.add('b', `l.account_id = ${found.value(filter.account)}::uuid`);
  if (filter.statement) found.add('t', `l.statement_id = ${found.value(filter.statement)}::uuid`);
  const { from, to } = filter.age ? bookedWithin(filter.age, today) : { from: null, to: null };
  if (from) found.add('f', `l.booked_on >= ${found.value(from)}::date`);
  if (to) found.add('o', `l.booked_on <= ${found.value(to)}::date`);
  // Only a line that names a deposit can be short, over or a repetition: those are few.
  if (filter.verdict) found.add('v', `${VERDICT} = ${found.value(filter.verdict)}`);
  if (filter.verdict === 'AMOUNT_MISMATCH' || filter.verdict === 'DUPLICATE_PAYMENT') found.add('w', `l.id in (select line_id from line_references where village_id = $1)`);
  addSearch(found, filter.search);
  return found;
}

function addSearch(found: Conditions, search: string | undefined): void {
  const text = search?.trim() ?? '';
  if (text === '') return;
  const [reference] = referencesIn(text);
  const amount = parseSen(text);
  if (reference) found.add('r', `l.id in (select line_id from line_references where village_id = $1 and reference = ${found.value(reference)})`);
  else if (amount) found.add('m', `abs(l.exact_sen) = ${found.value(amount.sen)}`);
  else found.add('q', `position(${found.value(text.toUpperCase())} in upper(l.remark || ' ' || coalesce(l.reference, ''))) > 0`);
}

const lineDto = (actor: Actor, today: PlainDate) => (row: LineRow): StatementLineDto => ({
  id: row.id, accountId: row.account_id, statementId: row.statement_id, row: row.row, bookedOn: row.booked_on, amount: rupiahToNumber(BigInt(row.amount)), exactAmount: Number(row.exact_sen) / 100,
  reference: row.reference, remark: row.remark, state: row.state, verdict: row.verdict, names: row.named, difference: row.named && row.state === 'open' ? Number(row.amount) - row.named.amount : null,
  ageDays: Math.max(daysBetween(row.booked_on, today), 0), actions: !actor.permissions.has('bank.reconcile') ? [] : row.state === 'open' ? ['match'] : ['undo'],
});

const one = (actor: Actor, id: string): ReadStatement => ({ name: 'statement-line', text: `select ${COLUMNS} ${FROM} where l.village_id = $1 and l.id = $2 and l.state <> 'withdrawn'`, values: [actor.unitId, id] });

interface ClaimRow extends Omit<ClaimDto, 'madeAt' | 'deposits'> {
  madeAt: Date;
  deposits: NamedDepositDto[] | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
}

/** With every decision ever made about it. @throws DomainError 404 */
export async function statementLineById(database: Database, clock: Clock, actor: Actor, id: string): Promise<StatementLineDetailDto> {
  const [[row], claims] = await database.readVillageAll<[LineRow, ClaimRow]>(actor, [
    one(actor, id),
    {
      name: 'claims-of-line',
      text: `select c.id, c.basis, c.explanation, c.reason, coalesce(nullif(c.made_by_name, ''), 'sistem') as "madeBy", c.made_at as "madeAt", c.undone_at as "undoneAt", coalesce(nullif(c.undone_by_name, ''), 'sistem') as "undoneBy", c.undo_reason as "undoReason",
                    (select array_agg(x.line_id) from claim_lines x where x.village_id = $1 and x.claim_id = c.id) as lines,
                    not exists (select from claim_deposits d where d.village_id = $1 and d.claim_id = c.id and d.settled_at is null) as settled,
                    (select jsonb_agg(${named('e')} order by e.reference) from claim_deposits d join expected_receipts e on e.village_id = $1 and e.id = d.expected_id
                       join units u on u.id = e.for_village_id join regions r on r.code = u.code where d.village_id = $1 and d.claim_id = c.id) as deposits
               from claim_lines l join claims c on c.village_id = $1 and c.id = l.claim_id where l.village_id = $1 and l.line_id = $2 order by c.made_at desc`,
      values: [actor.unitId, id],
    },
  ]);
  if (!row) throw notFound();
  const dto = ({ id: claimId, basis, explanation, reason, madeBy, madeAt, lines, deposits, settled }: ClaimRow): ClaimDto => ({ id: claimId, basis, explanation, reason, madeBy, madeAt: madeAt.toISOString(), lines, deposits: deposits ?? [], settled });
  const living = claims.find(({ undoneAt }) => undoneAt === null);
  return { ...lineDto(actor, clock.today())(row), claim: living ? dto(living) : null, undone: claims.flatMap((claim) => (claim.undoneAt ? [{ ...dto(claim), undoReason: claim.undoReason ?? '', undoneBy: claim.undoneBy ?? '', undoneAt: claim.undoneAt.toISOString() }] : [])) };
}

interface CandidateRow extends NamedDepositDto {
  named: boolean;
  complements: LineRow[] | null;
}

/** Days around the deposit in which its line, or the rest of it, is looked for. */
const AROUND_DAYS = 30;
const MOST_CANDIDATES = 20;

/** Deposits that may be this line: those its remark names, those of its amount, and what open lines would bring the rest. @throws DomainError 404 */
export async function candidatesFor(database: Database, clock: Clock, actor: Actor, id: string): Promise<CandidateListDto> {
  const [[line], rows] = await database.readVillageAll<[LineRow, CandidateRow]>(actor, [
    one(actor, id),
    {
      name: 'candidates-of-line',
      text: `with line as (select * from statement_lines where village_id = $1 and id = $2),
             found as (
               select e.*, true as named from line_references x join expected_receipts e on e.village_id = $1 and e.reference = x.reference and e.state = 'open' where x.village_id = $1 and x.line_id = $2
               union all
               select e.*, false from line join expected_receipts e on e.village_id = $1 and e.state = 'open' and e.amount = line.amount and abs(line.booked_on - e.deposited_on) <= ${AROUND_DAYS}
                where not exists (select from line_references x where x.village_id = $1 and x.line_id = $2 and x.reference = e.reference)
             )
             select e.id, e.reference, u.code as village, r.name as "villageName", e.amount, e.deposited_on as "depositedOn", e.named,
                    (select jsonb_agg(jsonb_build_object('id', l.id, 'account_id', l.account_id, 'statement_id', l.statement_id, 'row', l.row, 'booked_on', l.booked_on, 'amount', l.amount, 'exact_sen', l.exact_sen, 'reference', l.reference, 'remark', l.remark, 'state', l.state, 'verdict', 'UNMATCHED', 'named', null))
                       from (select l.* from statement_lines l, line where l.village_id = $1 and l.state = 'open' and l.account_id = line.account_id and l.id <> line.id and l.amount = e.amount - line.amount and l.amount <> 0
                                and abs(l.booked_on - line.booked_on) <= ${AROUND_DAYS} order by l.booked_on, l.id limit 5) l) as complements
               from found e join units u on u.id = e.for_village_id join regions r on r.code = u.code, line order by e.named desc, abs(line.booked_on - e.deposited_on), e.id limit ${MOST_CANDIDATES}`,
      values: [actor.unitId, id],
    },
  ]);
  if (!line) throw notFound();
  const asLine = lineDto(actor, clock.today());
  return {
    items: rows.map((row) => ({
      ...row, amount: Number(row.amount), difference: Number(line.amount) - Number(row.amount), days: daysBetween(row.depositedOn as PlainDate, line.booked_on), complements: (row.complements ?? []).map(asLine),
    })),
  };
}

