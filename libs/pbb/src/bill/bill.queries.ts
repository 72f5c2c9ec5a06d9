import { auditedRead, typedWords } from '#audit';
import { type Actor, type Clock, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import { formatNop, type Nop, type PlainDate, rupiahToNumber } from '#values';
import { explainPenalty } from '../penalty/explain-penalty.js';
import { latePenalty } from '../penalty/late-penalty.js';
import { type RuleInForce, ruleFor, rulesStatement } from '../tax-rule/tax-rule-set.queries.js';
import { AREA_JOINS, AREA_PATH } from '../tax-object/area-columns.js';
import { billConditions, filterOf } from './bill-filter.js';
import type { BillCycleDto, BillDetailDto, BillDto, BillFilter, BillListDto, BillQuery, BillState } from './bill.dto.js';

export interface BillRow {
  id: string;
  object_id: string;
  nop: Nop;
  tax_year: number;
  cycle: number;
  amount: bigint;
  tax_book: number;
  due_on: PlainDate;
  payer_name: string;
  managed_by: string | null;
  address: string | null;
  area_path: string | null;
  state: BillState;
  owed: bigint;
}

const COLUMNS = `b.id, b.object_id, o.nop, b.tax_year, b.cycle, b.amount, b.tax_book, b.due_on, b.payer_name, b.managed_by, o.address, ${AREA_PATH} as area_path, p.state, p.owed`;
const FROM = `from bills b join tax_objects o on o.village_id = $1 and o.id = b.object_id join bill_positions p on p.village_id = $1 and p.bill_id = b.id ${AREA_JOINS}`;

/** By NOP, newest year first. A search by NOP or name leaves a trace: what somebody owes is not for everyone (UU 1/2022 Ps. 103). */
export async function listBills(database: Database, clock: Clock, actor: Actor, query: BillQuery): Promise<BillListDto> {
  const filter = filterOf(query);
  const limit = query.limit ?? 25;
  const from = decodeCursor(query.after, ['text', 'integer', 'integer'], filter);
  const statement = billsStatement(actor, filter, from && { nop: from[0] as Nop, tax_year: Number(from[1]), cycle: Number(from[2]) }, limit + 1);
  const searched = query.search?.trim() ?? query.nop?.trim();
  const rows = searched
    ? await auditedRead<BillRow>(database, actor, statement, { action: 'bill.searched', subjectType: 'bill', detail: typedWords(query.search ?? query.nop) })
    : await database.readVillage<BillRow>(actor, statement);
  const rules = await database.readVillage<RuleInForce>(actor, rulesStatement);
  const today = clock.today();
  return page(rows, limit, filter, (row) => [row.nop, String(row.tax_year), String(row.cycle)], (row) => billDto(row, rules, today));
}

/** One page of a list, behind `last`. */
export function billsStatement(actor: Actor, filter: BillFilter, last: Pick<BillRow, 'nop' | 'tax_year' | 'cycle'> | null, limit: number): ReadStatement {
  const found = billConditions(actor, filter);
  if (last) found.add('n', `(o.nop, -b.tax_year, -b.cycle) > (${found.value(last.nop)}::text, -${found.value(last.tax_year)}::int, -${found.value(last.cycle)}::int)`);
  return { name: `bills-${found.shape}`, text: `select ${COLUMNS} ${FROM} where ${found.sql} order by o.nop, b.tax_year desc, b.cycle desc limit ${found.value(limit)}`, values: found.values };
}

/** How many the list holds. */
export function billCountStatement(actor: Actor, filter: BillFilter): ReadStatement {
  const found = billConditions(actor, filter);
  return { name: `bill-count-${found.shape}`, text: `select count(*)::int as count ${FROM} where ${found.sql}`, values: found.values };
}

/** A bill as of today. */
export function billDto(row: BillRow, rules: readonly RuleInForce[], today: PlainDate): BillDto {
  const rule = ruleFor(rules, row.tax_year);
  const owed = BigInt(row.owed);
  const penalty = row.state !== 'unpaid' || today <= row.due_on ? { months: 0, amount: 0n } : rule && latePenalty(owed, row.due_on, today, rule);
  return {
    id: row.id, objectId: row.object_id, nop: formatNop(row.nop), taxYear: row.tax_year, cycle: row.cycle, amount: rupiahToNumber(BigInt(row.amount)), book: row.tax_book, dueOn: row.due_on,
    payerName: row.payer_name, managedBy: row.managed_by, address: row.address, areaPath: row.area_path, status: row.state, owed: rupiahToNumber(owed),
    penalty: penalty && { months: penalty.months, amount: rupiahToNumber(penalty.amount) },
  };
}

interface DetailRow extends BillRow {
  payer_address: string | null;
  land_area: number | null;
  building_area: number | null;
  land_class: string | null;
  building_class: string | null;
  cycles: BillCycleDto[];
}

/** @throws DomainError 404 */
export async function billById(database: Database, clock: Clock, actor: Actor, id: string): Promise<BillDetailDto> {
  const [rows, rules] = await database.readVillageAll<[DetailRow, RuleInForce]>(actor, [
    {
      name: 'bill',
      text: `select ${COLUMNS}, b.payer_address, o.land_area, o.building_area, o.land_class, o.building_class,
                    (select jsonb_agg(jsonb_build_object('cycle', c.cycle, 'amount', c.amount, 'openedAt', c.opened_at, 'closedAs', c.closed_as) order by c.cycle)
                       from bills c where c.village_id = $1 and c.object_id = b.object_id and c.tax_year = b.tax_year) as cycles
               ${FROM} where b.village_id = $1 and b.id = $2`,
      values: [actor.unitId, id],
    },
    rulesStatement,
  ]);
  const row = rows[0];
  if (!row) throw notFound();
  const today = clock.today();
  return {
    ...billDto(row, rules, today),
    payerAddress: row.payer_address, landArea: row.land_area, buildingArea: row.building_area, landClass: row.land_class, buildingClass: row.building_class,
    penaltyLines: row.state === 'unpaid' ? explainPenalty(BigInt(row.owed), row.tax_year, row.due_on, today, ruleFor(rules, row.tax_year)) : [],
    cycles: row.cycles.map((cycle) => ({ ...cycle, openedAt: new Date(cycle.openedAt).toISOString() })),
  };
}
