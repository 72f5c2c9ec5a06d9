import { invalidFields, type Question } from '#platform';
import type { PlainDate, Rupiah } from '#values';
import { latePenalty } from '../penalty/late-penalty.js';
import { billNotPayable } from '../pbb.errors.js';
import { requiredRule, type RuleInForce, rulesStatement } from '../tax-rule/tax-rule-set.queries.js';

/** A bill about to be paid in full: principal, and the penalty as of the day the money is received. */
export interface ChargedBill {
  readonly billId: string;
  readonly objectId: string;
  readonly nop: string;
  readonly payerName: string;
  readonly taxYear: number;
  readonly taxBook: number;
  readonly dueOn: PlainDate;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly months: number;
  readonly ruleSetId: string | null;
}

export interface ChargeableBill {
  readonly id: string;
  readonly object_id: string;
  readonly nop: string;
  readonly payer_name: string;
  readonly tax_year: number;
  readonly tax_book: number;
  readonly due_on: PlainDate;
  readonly state: string;
  readonly owed: bigint;
}

/**
 * Both questions of a charge; `chargedBills` reads the answers. `lock` keeps the bills as they are until the transaction ends, in one
 * order whoever asks, so that two receipts over the same bills wait for each other and never for ever.
 */
export function chargeQuestions(unitId: number, billIds: readonly string[], { lock }: { lock: boolean }): [Question, Question] {
  const bills = {
    sql: `select b.id, b.object_id, o.nop, b.payer_name, b.tax_year, b.tax_book, b.due_on, p.state, p.owed
            from bill_positions p join bills b on b.village_id = $1 and b.id = p.bill_id join tax_objects o on o.village_id = $1 and o.id = b.object_id
           where p.village_id = $1 and p.bill_id = any($2::uuid[]) order by p.bill_id ${lock ? 'for update of p' : ''}`,
    values: [unitId, billIds],
  };
  return [bills, { sql: rulesStatement.text, values: rulesStatement.values }];
}

/**
 * What each bill costs on a day, oldest year first.
 * @throws DomainError 422 for a bill that is not here, 409 BILL_NOT_PAYABLE, TAX_RULE_MISSING
 */
export function chargedBills(billIds: readonly string[], rows: readonly ChargeableBill[], rules: readonly RuleInForce[], on: PlainDate): ChargedBill[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const missing = billIds.findIndex((id) => !byId.has(id));
  if (missing >= 0) throw invalidFields([{ field: `bills.${missing}`, code: 'BILL_UNKNOWN', message: 'Tagihan ini tidak ada di sini.' }]);
  return billIds
    .map((id, place) => charge(byId.get(id) as ChargeableBill, place, on, rules))
    .toSorted((a, b) => a.taxYear - b.taxYear || (a.nop < b.nop ? -1 : 1));
}

function charge(row: ChargeableBill, place: number, on: PlainDate, rules: readonly RuleInForce[]): ChargedBill {
  if (row.state !== 'unpaid') throw billNotPayable(row.nop, row.tax_year, row.state, place);
  const principal = BigInt(row.owed);
  const rule = on <= row.due_on ? null : requiredRule(rules, row.tax_year);
  const { months, amount } = rule ? latePenalty(principal, row.due_on, on, rule) : { months: 0, amount: 0n };
  return {
    billId: row.id, objectId: row.object_id, nop: row.nop, payerName: row.payer_name, taxYear: row.tax_year, taxBook: row.tax_book, dueOn: row.due_on, principal, penalty: amount, months, ruleSetId: rule?.id ?? null,
  };
}

export const totalOf = (lines: readonly Pick<ChargedBill, 'principal' | 'penalty'>[]): Rupiah => lines.reduce((sum, { principal, penalty }) => sum + principal + penalty, 0n);
