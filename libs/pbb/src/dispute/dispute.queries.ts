import { auditedRead } from '#audit';
import { type Actor, Conditions, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import { formatNop, maskNop, type Nop, type PlainDate, rupiahToNumber } from '#values';
import { readCaseNumber } from './case-number.js';
import type { DisputeDetailDto, DisputeDto, DisputeListDto, DisputeQuery, DisputeState } from './dispute.dto.js';

export interface DisputeRow {
  id: string;
  case_number: string;
  village_code: string;
  village_name: string;
  district_name: string;
  tax_year: number;
  amount: bigint;
  paid_to: string;
  paid_on: PlainDate;
  sent_at: Date;
  state: DisputeState;
}

const COLUMNS = `p.id, p.case_number, u.code as village_code, r.name as village_name, d.name as district_name, p.tax_year, p.amount, p.paid_to, p.paid_on, p.sent_at, p.state`;
const FROM = `from payment_disputes p join units u on u.id = p.for_village_id join regions r on r.code = u.code join regions d on d.code = u.district_code`;

/** A number nobody was given. */
const NO_NUMBER = '';

/** Those who answer see every village's; anybody else those of his own district, and none when he has no district. */
function reach(actor: Actor): Conditions {
  const found = new Conditions(actor.unitId, 'p.village_id = $1');
  if (!mayAnswer(actor)) found.add('r', `u.district_code = ${found.value(actor.districtCode)}`);
  return found;
}

const mayAnswer = (actor: Actor): boolean => actor.permissions.has('dispute.answer');

/** Which reports; the same for the list, its count and its file. */
export type DisputeFilter = Pick<DisputeQuery, 'status' | 'number' | 'district'>;

/** Newest first. */
export async function listDisputes(database: Database, actor: Actor, query: DisputeQuery): Promise<DisputeListDto> {
  const filter = { status: query.status, number: query.number, district: query.district };
  const limit = query.limit ?? 25;
  const from = decodeCursor(query.after, ['instant', 'uuid'], filter);
  const rows = await database.readVillage<DisputeRow>(actor, disputesStatement(actor, filter, from, limit + 1));
  return page(rows, limit, filter, (row) => [row.sent_at.toISOString(), row.id], (row) => disputeDto(row, actor));
}

/** @param after instant and id of the last report seen; null = from the newest */
export function disputesStatement(actor: Actor, filter: DisputeFilter, after: readonly string[] | null, limit: number): ReadStatement {
  const found = conditionsOf(actor, filter);
  if (after) found.add('n', `(p.sent_at, p.id) < (${found.value(after[0])}::timestamptz, ${found.value(after[1])}::uuid)`);
  return { name: `disputes-${found.shape}`, text: `select ${COLUMNS} ${FROM} where ${found.sql} order by p.sent_at desc, p.id desc limit ${found.value(limit)}`, values: found.values };
}

/** How many the list holds in all. */
export function disputeCountStatement(actor: Actor, filter: DisputeFilter): ReadStatement {
  const { sql, values, shape } = conditionsOf(actor, filter);
  return { name: `dispute-count-${shape}`, text: `select count(*)::int as count ${FROM} where ${sql}`, values };
}

function conditionsOf(actor: Actor, { status, number, district }: DisputeFilter): Conditions {
  const found = reach(actor);
  if (status) found.add('s', `p.state = ${found.value(status)}`);
  if (number?.trim()) found.add('c', `p.case_number = ${found.value(readCaseNumber(number) ?? NO_NUMBER)}`);
  if (district) found.add('d', `u.district_code = ${found.value(district)}`);
  return found;
}

function disputeDto(row: DisputeRow, actor: Actor): DisputeDto {
  return {
    id: row.id, caseNumber: row.case_number, villageCode: row.village_code, villageName: row.village_name, districtName: row.district_name, taxYear: row.tax_year, amount: rupiahToNumber(BigInt(row.amount)),
    paidTo: row.paid_to, paidOn: row.paid_on, sentAt: row.sent_at.toISOString(), status: row.state, actions: row.state === 'open' && mayAnswer(actor) ? ['answer'] : [],
  };
}

interface DetailRow extends DisputeRow {
  nop: Nop;
  phone: string | null;
  story: string | null;
  answer: string | null;
  answered_by_name: string | null;
  answered_at: Date | null;
}

/** Leaves a trace: it names who is said to have taken the money, and how to reach who says so. @throws DomainError 404 */
export async function disputeById(database: Database, actor: Actor, id: string): Promise<DisputeDetailDto> {
  const found = reach(actor);
  found.add('i', `p.id = ${found.value(id)}::uuid`);
  const [row] = await auditedRead<DetailRow>(
    database, actor,
    { name: `dispute-${found.shape}`, text: `select ${COLUMNS}, p.nop, p.phone, p.story, p.answer, p.answered_by_name, p.answered_at ${FROM} where ${found.sql}`, values: found.values },
    { action: 'dispute.opened', subjectType: 'dispute', subjectId: id },
  );
  if (!row) throw notFound();
  const full = mayAnswer(actor);
  return {
    ...disputeDto(row, actor), nop: full ? formatNop(row.nop) : maskNop(row.nop), phone: full ? row.phone : null, story: row.story,
    answer: row.answer, answeredBy: row.answered_by_name, answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
