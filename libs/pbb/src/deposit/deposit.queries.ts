import { type Actor, type Clock, Conditions, type Database, decodeCursor, notFound, page, type ReadStatement, type Tx } from '#platform';
import { type PlainDate, rupiahToNumber } from '#values';
import { listPaymentsOf } from '../payment/payment.queries.js';
import { addWords } from '../search-words.js';
import type { DepositDetailDto, DepositDto, DepositFilter, DepositListDto, DepositQuery, DepositState } from './deposit.dto.js';

export interface DepositRow {
  id: string;
  reference: string;
  collector_id: string;
  collector_name: string;
  collector_user: string;
  bank: string;
  receipts: number;
  amount: bigint;
  state: DepositState;
  listed_by: string;
  listed_by_name: string;
  listed_at: Date;
  deposited_on: PlainDate | null;
  confirmed_by_name: string | null;
  confirmed_at: Date | null;
}

const COLUMNS = `d.id, d.reference, d.collector_id, c.name as collector_name, c.user_id as collector_user, d.bank, d.receipts, d.amount, d.state, d.listed_by, d.listed_by_name, d.listed_at, d.deposited_on, d.confirmed_by_name, d.confirmed_at`;
const FROM = 'from deposits d join collectors c on c.village_id = $1 and c.id = d.collector_id';

/** What of a query filters, as cursors know it. */
export const depositFilterOf = ({ collector, status, search }: DepositFilter): DepositFilter => ({ collector, status, search: search?.trim() || undefined });

/** Newest first. */
export async function listDeposits(database: Database, actor: Actor, query: DepositQuery): Promise<DepositListDto> {
  const filter = depositFilterOf(query);
  const limit = query.limit ?? 25;
  const from = decodeCursor(query.after, ['instant', 'uuid'], filter);
  const rows = await database.readVillage<DepositRow>(actor, depositsStatement(actor, filter, from, limit + 1));
  return page(rows, limit, filter, (row) => [row.listed_at.toISOString(), row.id], (row) => depositDto(row, actor));
}

/** One page of a list, behind a position (instant, id). */
export function depositsStatement(actor: Actor, filter: DepositFilter, from: readonly string[] | null, limit: number): ReadStatement {
  const found = depositConditions(actor, filter);
  if (from) found.add('n', `(d.listed_at, d.id) < (${found.value(from[0])}::timestamptz, ${found.value(from[1])}::uuid)`);
  return { name: `deposits-${found.shape}`, text: `select ${COLUMNS} ${FROM} where ${found.sql} order by d.listed_at desc, d.id desc limit ${found.value(limit)}`, values: found.values };
}

/** How many the list holds. */
export function depositCountStatement(actor: Actor, filter: DepositFilter): ReadStatement {
  const found = depositConditions(actor, filter);
  return { name: `deposit-count-${found.shape}`, text: `select count(*)::int as count ${FROM} where ${found.sql}`, values: found.values };
}

function depositConditions(actor: Actor, { collector, status, search }: DepositFilter): Conditions {
  const found = new Conditions(actor.unitId, 'd.village_id = $1');
  if (collector) found.add('c', `d.collector_id = ${found.value(collector)}::uuid`);
  if (status) found.add('s', `d.state = ${found.value(status)}`);
  addWords(found, search, ['d.reference'], ['c.name']);
  return found;
}

/** With its receipts. @throws DomainError 404 */
export async function depositById(database: Database, clock: Clock, actor: Actor, id: string): Promise<DepositDetailDto> {
  const [rows, payments] = await database.readVillageAll<[DepositRow, Parameters<typeof listPaymentsOf.dto>[0]]>(actor, [
    { name: 'deposit', text: `select ${COLUMNS} ${FROM} where d.village_id = $1 and d.id = $2`, values: [actor.unitId, id] },
    listPaymentsOf.statement(actor.unitId, id),
  ]);
  const row = rows[0];
  if (!row) throw notFound();
  const today = clock.today();
  return { ...depositDto(row, actor), payments: payments.map((payment) => listPaymentsOf.dto(payment, actor, today)) };
}

function depositDto(row: DepositRow, actor: Actor): DepositDto {
  const open = row.state === 'listed';
  const confirms = actor.permissions.has('deposit.confirm');
  const actions = [
    ...(open && confirms && actor.userId !== row.listed_by && actor.userId !== row.collector_user ? ['confirm'] : []),
    ...(open && (confirms || (actor.permissions.has('deposit.list') && actor.userId === row.listed_by)) ? ['cancel'] : []),
  ];
  return {
    id: row.id, reference: row.reference, collectorId: row.collector_id, collectorName: row.collector_name, bank: row.bank, receipts: row.receipts, amount: rupiahToNumber(BigInt(row.amount)), state: row.state,
    listedBy: row.listed_by_name, listedAt: row.listed_at.toISOString(), depositedOn: row.deposited_on, confirmedBy: row.confirmed_by_name, confirmedAt: row.confirmed_at?.toISOString() ?? null, actions,
  };
}

/** Step: what the bank should show of a deposit; null before it is confirmed with its proof. */
export function confirmedDeposit(tx: Tx, id: string): Promise<{ reference: string; amount: bigint; depositedOn: PlainDate } | undefined> {
  return tx.one(`select reference, amount, deposited_on as "depositedOn" from deposits where village_id = $1 and id = $2 and state in ('confirmed', 'settled')`, [tx.actor.unitId, id]);
}
