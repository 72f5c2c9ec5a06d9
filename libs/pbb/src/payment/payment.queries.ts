import { auditedRead, typedWords } from '#audit';
import { type Actor, type Clock, Conditions, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import type { PlainDate } from '#values';
import { rupiahToNumber } from '#values';
import type { PaymentDetailDto, PaymentDto, PaymentFilter, PaymentListDto, PaymentQuery, PaymentState } from './payment.dto.js';
import type { Collector } from '../collector/own-collector.js';
import { addWords } from '../search-words.js';
import type { ChargedBill } from './charge-bills.js';
import { amountInWords, lineDto } from './quote-payment.js';
import { RECEIPT_SUBJECT } from './receipt-standing.js';

export interface PaymentRow {
  id: string;
  number_text: string;
  collector_id: string;
  collector_name: string;
  received_on: PlainDate;
  received_at: Date;
  paid_by: string;
  principal: bigint;
  penalty: bigint;
  entered_by: string;
  reversed_at: Date | null;
  reversed_by_name: string | null;
  reversal_reason: string | null;
  state: PaymentState;
}

/** Where the money of a receipt is follows from its deposit. */
const STATE = `case when p.reversed_at is not null then 'reversed' when d.state is null then 'in-hand' when d.state = 'listed' then 'listed' when d.state = 'confirmed' then 'deposited' else d.state end`;
const COLUMNS = `p.id, p.number_text, p.collector_id, c.name as collector_name, p.received_on, p.received_at, p.paid_by, p.principal, p.penalty, p.entered_by, p.reversed_at, p.reversed_by_name, p.reversal_reason, ${STATE} as state`;
const FROM = `from payments p join collectors c on c.village_id = $1 and c.id = p.collector_id
  left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id`;

const RECEIPT_READY = `exists (select from documents f where f.village_id = $1 and f.subject_type = '${RECEIPT_SUBJECT}' and f.subject_id = p.id) as receipt_ready`;

/** What of a query filters, as cursors know it. */
export const paymentFilterOf = ({ collector, status, day, olderThanHours, search }: PaymentFilter): PaymentFilter => ({ collector, status, day, olderThanHours, search: search?.trim() || undefined });

/** Newest first. A search by name or number leaves a trace, as one of bills does. */
export async function listPayments(database: Database, clock: Clock, actor: Actor, query: PaymentQuery): Promise<PaymentListDto> {
  const filter = paymentFilterOf(query);
  const limit = query.limit ?? 25;
  const from = decodeCursor(query.after, ['instant', 'uuid'], filter);
  const statement = paymentsStatement(actor, filter, clock.now(), from, limit + 1);
  const rows = filter.search
    ? await auditedRead<PaymentRow>(database, actor, statement, { action: 'payment.searched', subjectType: 'payment', detail: typedWords(filter.search) })
    : await database.readVillage<PaymentRow>(actor, statement);
  const today = clock.today();
  return page(rows, limit, filter, (row) => [row.received_at.toISOString(), row.id], (row) => paymentDto(row, actor, today));
}

/** One page of a list, behind a position (instant, id). */
export function paymentsStatement(actor: Actor, filter: PaymentFilter, now: Date, from: readonly string[] | null, limit: number): ReadStatement {
  const found = paymentConditions(actor, filter, now);
  if (from) found.add('n', `(p.received_at, p.id) < (${found.value(from[0])}::timestamptz, ${found.value(from[1])}::uuid)`);
  return { name: `payments-${found.shape}`, text: `select ${COLUMNS} ${FROM} where ${found.sql} order by p.received_at desc, p.id desc limit ${found.value(limit)}`, values: found.values };
}

/** How many the list holds. */
export function paymentCountStatement(actor: Actor, filter: PaymentFilter, now: Date): ReadStatement {
  const found = paymentConditions(actor, filter, now);
  return { name: `payment-count-${found.shape}`, text: `select count(*)::int as count ${FROM} where ${found.sql}`, values: found.values };
}

function paymentConditions(actor: Actor, { collector, status, day, olderThanHours, search }: PaymentFilter, now: Date): Conditions {
  const found = new Conditions(actor.unitId, 'p.village_id = $1');
  if (collector) found.add('c', `p.collector_id = ${found.value(collector)}::uuid`);
  if (day) found.add('d', `p.received_on = ${found.value(day)}::date`);
  if (olderThanHours) found.add('o', `p.received_at <= ${found.value(new Date(now.getTime() - olderThanHours * 3_600_000))}::timestamptz`);
  if (status === 'undeposited') found.add('u', `${STATE} in ('in-hand', 'listed')`);
  else if (status) found.add('s', `${STATE} = ${found.value(status)}`);
  addWords(found, search, ['p.number_text'], ['p.paid_by']);
  return found;
}

function paymentDto(row: PaymentRow, actor: Actor, today: PlainDate): PaymentDto {
  const mayReverse = actor.permissions.has('payment.reverse') && row.state === 'in-hand' && row.received_on === today && row.entered_by !== actor.userId;
  const [principal, penalty] = [BigInt(row.principal), BigInt(row.penalty)];
  return {
    id: row.id, number: row.number_text, collectorId: row.collector_id, collectorName: row.collector_name, receivedOn: row.received_on, receivedAt: row.received_at.toISOString(), paidBy: row.paid_by,
    principal: rupiahToNumber(principal), penalty: rupiahToNumber(penalty), total: rupiahToNumber(principal + penalty), state: row.state, reversalReason: row.reversal_reason, actions: mayReverse ? ['reverse'] : [],
  };
}

interface LineRow {
  bill_id: string;
  nop: string;
  payer_name: string;
  tax_year: number;
  principal: bigint;
  penalty: bigint;
  months: number;
}

/** The receipts of a deposit, cancelled or not. */
export const listPaymentsOf = {
  statement: (unitId: number, depositId: string): ReadStatement => ({
    name: 'payments-of-deposit',
    text: `select ${COLUMNS} ${FROM} join deposit_payments asked on asked.village_id = $1 and asked.payment_id = p.id and asked.deposit_id = $2 where p.village_id = $1 order by p.received_at, p.id`,
    values: [unitId, depositId],
  }),
  dto: paymentDto,
};

/** @throws DomainError 404 */
export async function paymentById(database: Database, clock: Clock, actor: Actor, id: string): Promise<PaymentDetailDto> {
  const [rows, lines] = await database.readVillageAll<[PaymentRow & { receipt_ready: boolean }, LineRow]>(actor, [
    { name: 'payment', text: `select ${COLUMNS}, ${RECEIPT_READY} ${FROM} where p.village_id = $1 and p.id = $2`, values: [actor.unitId, id] },
    {
      name: 'payment-lines',
      text: `select l.bill_id, o.nop, b.payer_name, l.tax_year, l.principal, l.penalty, l.months from payment_lines l
               join bills b on b.village_id = $1 and b.id = l.bill_id join tax_objects o on o.village_id = $1 and o.id = b.object_id where l.village_id = $1 and l.payment_id = $2 order by l.line`,
      values: [actor.unitId, id],
    },
  ]);
  const row = rows[0];
  if (!row) throw notFound();
  return {
    ...paymentDto(row, actor, clock.today()),
    inWords: amountInWords(BigInt(row.principal) + BigInt(row.penalty)),
    lines: lines.map((line) => lineDto({ billId: line.bill_id, nop: line.nop, payerName: line.payer_name, taxYear: line.tax_year, principal: BigInt(line.principal), penalty: BigInt(line.penalty), months: line.months })),
    reversedBy: row.reversed_by_name,
    receiptReady: row.receipt_ready,
  };
}

/** A receipt just written, as `paymentById` would read it; its number is known once the server has given it. */
export function receivedDto({ id, collector, lines, paidBy, receivedOn, receivedAt }: {
  readonly id: string;
  readonly collector: Collector;
  readonly lines: readonly ChargedBill[];
  readonly paidBy: string;
  readonly receivedOn: PlainDate;
  readonly receivedAt: Date;
}): PaymentDetailDto {
  const sum = (part: 'principal' | 'penalty'): bigint => lines.reduce((total, line) => total + line[part], 0n);
  const [principal, penalty] = [sum('principal'), sum('penalty')];
  return {
    id, number: '', collectorId: collector.id, collectorName: collector.name, receivedOn, receivedAt: receivedAt.toISOString(), paidBy, principal: rupiahToNumber(principal), penalty: rupiahToNumber(penalty), total: rupiahToNumber(principal + penalty),
    // Whoever received it may not reverse it.
    state: 'in-hand', reversalReason: null, actions: [], inWords: amountInWords(principal + penalty), lines: lines.map(lineDto), reversedBy: null, receiptReady: false,
  };
}
