import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, invalidFields, newId } from '#platform';
import type { NewTaxRuleSetDto } from './tax-rule-set.dto.js';

/** Writes down what a by-law charges for paying late; in force once somebody else approved it. */
@Injectable()
export class ProposeTaxRuleSet {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the set's id @throws DomainError 422 */
  run(actor: Actor, rule: NewTaxRuleSetDto): Promise<{ id: string }> {
    const to = rule.taxYearTo ?? null;
    if (to !== null && to < rule.taxYearFrom) throw invalidFields([{ field: 'taxYearTo', code: 'BEFORE_FROM', message: 'Tahun terakhir tidak boleh sebelum tahun pertama.' }]);
    return this.database.inVillage(actor, (tx) => {
      const id = newId();
      tx.write(
        `insert into tax_rule_sets (id, tax_year_from, tax_year_to, monthly_rate, most_months, regulation, note, proposed_by, proposed_by_name, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, rule.taxYearFrom, to, rule.monthlyRate, rule.mostMonths, rule.regulation, rule.note ?? null, actor.userId, actor.userName, tx.now],
      );
      audit(tx, { action: 'tax-rule.proposed', subjectType: 'tax-rule', subjectId: id, detail: { ...rule, taxYearTo: to } });
      return { id };
    });
  }
}
