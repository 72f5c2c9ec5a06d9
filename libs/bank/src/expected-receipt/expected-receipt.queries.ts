import { type Actor, type Clock, Conditions, type Database, decodeCursor, page, type ReadStatement } from '#platform';
import { bankMatchDays, settingFrom, settingQuestion, type SettingRow } from '#villages';
import { daysBetween, type PlainDate } from '#values';
import type { ExpectedReceiptListDto, ExpectedReceiptQuery, ExpectedState, ExpectedVerdict } from './expected-receipt.dto.js';

export interface ExpectedRow {
  id: string;
  reference: string;
  village: string;
  village_name: string;
  amount: bigint;
  deposited_on: PlainDate;
  state: ExpectedState;
  verdict: ExpectedVerdict;
  named: bigint | null;
  settled: boolean;
}

/** Rupiah of open lines that name the deposit: what the bank has of it so far. */
const NAMED = `left join lateral (select sum(l.amount)::bigint as amount from line_references x join statement_lines l on l.village_id = $1 and l.id = x.line_id and l.state = 'open' where x.village_id = $1 and x.reference = e.reference) n on true`;

/** Days in which a bank books a deposit, as the regency has set it. */
export async function matchDays(database: Database, actor: Actor, today: PlainDate): Promise<number> {
  const { sql, values } = settingQuestion(actor.unitId, bankMatchDays, today);
  return settingFrom(bankMatchDays, await database.readVillage<SettingRow<number>>(actor, { name: 'bank-match-days', text: sql, values: values ?? [] })).value;
}

const verdict = (days: string): string =>
  `case when e.state = 'claimed' then 'SETTLED' when n.amount is not null then 'AMOUNT_MISMATCH'
        when e.deposited_on + ${days}::int <= (select max(known_to) from bank_accounts where village_id = $1) then 'MISSING_AT_BANK' else 'WAITING' end`;

/** Oldest first. */
export async function listExpectedReceipts(database: Database, clock: Clock, actor: Actor, query: ExpectedReceiptQuery): Promise<ExpectedReceiptListDto> {
  const { limit = 25, after, ...filter } = query;
  const from = decodeCursor(after, ['day', 'uuid'], filter);
  const today = clock.today();
  const rows = await database.readVillage<ExpectedRow>(actor, expectedReceiptsStatement(actor, await matchDays(database, actor, today), filter, from, limit + 1));
  return page(rows, limit, filter, (row) => [row.deposited_on, row.id], (row) => ({
    id: row.id, reference: row.reference, village: row.village, villageName: row.village_name, amount: Number(row.amount), depositedOn: row.deposited_on, state: row.state, verdict: row.verdict,
    difference: differenceOf(row), ageDays: ageOf(row, today), settled: row.settled,
  }));
}

export const differenceOf = (row: ExpectedRow): number | null => (row.state === 'open' && row.named !== null ? Number(row.named) - Number(row.amount) : null);
export const ageOf = (row: ExpectedRow, today: PlainDate): number => Math.max(daysBetween(row.deposited_on, today), 0);

export type ExpectedReceiptFilter = Omit<ExpectedReceiptQuery, 'limit' | 'after'>;

/** One page of a list, behind a position (day, id). */
export function expectedReceiptsStatement(actor: Actor, days: number, filter: ExpectedReceiptFilter, from: readonly string[] | null, limit: number): ReadStatement {
  const { found, says } = conditions(actor, days, filter, true);
  if (from) found.add('n', `(e.deposited_on, e.id) > (${found.value(from[0])}::date, ${found.value(from[1])}::uuid)`);
  return {
    name: `expected-receipts-${found.shape}`,
    text: `select e.id, e.reference, u.code as village, r.name as village_name, e.amount, e.deposited_on, e.state, ${says} as verdict, n.amount as named,
                  exists (select from claim_deposits d where d.village_id = $1 and d.expected_id = e.id and d.living and d.settled_at is not null) as settled
             ${FROM} where ${found.sql} order by e.deposited_on, e.id limit ${found.value(limit)}`,
    values: found.values,
  };
}

/** How many the list holds. */
export function expectedReceiptCountStatement(actor: Actor, days: number, filter: ExpectedReceiptFilter): ReadStatement {
  const { found } = conditions(actor, days, filter, false);
  return { name: `expected-receipt-count-${found.shape}`, text: `select count(*)::int as count ${FROM} where ${found.sql}`, values: found.values };
}

const FROM = `from expected_receipts e join units u on u.id = e.for_village_id join regions r on r.code = u.code ${NAMED}`;

/** Postgres takes no value that no text names: the verdict is made out only where it is `shown` or filtered by. */
function conditions(actor: Actor, days: number, filter: ExpectedReceiptFilter, shown: boolean): { found: Conditions; says: string } {
  const found = new Conditions(actor.unitId, 'e.village_id = $1');
  const says = shown || filter.verdict ? verdict(found.value(days)) : '';
  if (filter.state) found.add('s', `e.state = ${found.value(filter.state)}`);
  // A verdict is of one state, and what waits is little beside what was settled in all the years.
  if (filter.verdict && !filter.state) found.add('i', `e.state = ${found.value(filter.verdict === 'SETTLED' ? 'claimed' : 'open')}`);
  if (filter.verdict) found.add('v', `${says} = ${found.value(filter.verdict)}`);
  if (filter.village) found.add('u', `u.code = ${found.value(filter.village)}`);
  return { found, says };
}
