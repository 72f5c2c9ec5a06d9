import { type Actor, type Database, page, type ReadStatement } from '#platform';
import type { PenaltyRule } from '../penalty/late-penalty.js';
import { ruleMissing } from '../pbb.errors.js';
import type { TaxRuleSetDto, TaxRuleSetListDto } from './tax-rule-set.dto.js';

interface Row {
  id: string;
  tax_year_from: number;
  tax_year_to: number | null;
  monthly_rate: number;
  most_months: number;
  regulation: string;
  note: string | null;
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: Date;
  approved_by_name: string | null;
  approved_at: Date | null;
  rejected_at: Date | null;
}

/** A few sets in the life of a regency; more than this is no list any more. */
const MOST = 200;

/** Newest proposal first. */
export async function listTaxRuleSets(database: Database, actor: Actor): Promise<TaxRuleSetListDto> {
  const rows = await database.readVillage<Row>(actor, { name: 'tax-rule-sets', text: `select * from tax_rule_sets order by proposed_at desc, id desc limit ${MOST}`, values: [] });
  return page(rows, MOST, {}, (row) => [row.id], (row) => ruleSetDto(row, actor));
}

function ruleSetDto(row: Row, actor: Actor): TaxRuleSetDto {
  const state = row.approved_at ? 'approved' : row.rejected_at ? 'rejected' : 'proposed';
  const mayDecide = state === 'proposed' && actor.permissions.has('tax-rule.approve');
  return {
    id: row.id, taxYearFrom: row.tax_year_from, taxYearTo: row.tax_year_to, monthlyRate: row.monthly_rate, mostMonths: row.most_months, regulation: row.regulation, note: row.note, state,
    proposedBy: row.proposed_by_name, proposedAt: row.proposed_at.toISOString(), approvedBy: row.approved_by_name, approvedAt: row.approved_at?.toISOString() ?? null,
    actions: mayDecide ? [...(row.proposed_by === actor.userId ? [] : ['approve']), 'reject'] : [],
  };
}

/** A rule in force and the set it comes from. */
export interface RuleInForce extends PenaltyRule {
  readonly id: string;
  readonly taxYearFrom: number;
  readonly taxYearTo: number | null;
  readonly regulation: string;
}

/** Every approved set, latest approval first: what `ruleFor` looks in. */
export const rulesStatement: ReadStatement = {
  name: 'tax-rules-in-force',
  text: `select id, tax_year_from as "taxYearFrom", tax_year_to as "taxYearTo", monthly_rate as "monthlyRate", most_months as "mostMonths", regulation
           from tax_rule_sets where approved_at is not null order by approved_at desc, id desc`,
  values: [],
};

/** The rule of a tax year: of the sets whose years hold it the one approved last. Null when there is none. */
export function ruleFor(rules: readonly RuleInForce[], taxYear: number): RuleInForce | null {
  return rules.find(({ taxYearFrom, taxYearTo }) => taxYear >= taxYearFrom && (taxYearTo === null || taxYear <= taxYearTo)) ?? null;
}

/** @throws DomainError 409 TAX_RULE_MISSING: nothing is guessed */
export function requiredRule(rules: readonly RuleInForce[], taxYear: number): RuleInForce {
  const rule = ruleFor(rules, taxYear);
  if (!rule) throw ruleMissing(taxYear);
  return rule;
}
