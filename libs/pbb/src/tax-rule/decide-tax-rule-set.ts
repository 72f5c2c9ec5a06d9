import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { ownProposal, ruleDecided } from '../pbb.errors.js';

interface Proposal {
  readonly proposed_by: string;
  readonly approved_at: Date | null;
  readonly rejected_at: Date | null;
}

/** Puts a proposed rule set into force, or turns it down. Who proposed it may withdraw it but not approve it. */
@Injectable()
export class DecideTaxRuleSet {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 403 TAX_RULE_OWN_PROPOSAL; 409 TAX_RULE_DECIDED */
  async run(actor: Actor, id: string, approved: boolean): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const set = await tx.one<Proposal>('select proposed_by, approved_at, rejected_at from tax_rule_sets where id = $1 for update', [id]);
      if (!set) throw notFound();
      if (set.approved_at ?? set.rejected_at) throw ruleDecided();
      if (approved && set.proposed_by === actor.userId) throw ownProposal();
      if (approved) {
        tx.write('update tax_rule_sets set approved_by = $2, approved_by_name = $3, approved_at = $4 where id = $1', [id, actor.userId, actor.userName, tx.now]);
        audit(tx, { action: 'tax-rule.approved', subjectType: 'tax-rule', subjectId: id });
      } else {
        tx.write('update tax_rule_sets set rejected_at = $2 where id = $1', [id, tx.now]);
        audit(tx, { action: 'tax-rule.rejected', subjectType: 'tax-rule', subjectId: id });
      }
    });
  }
}
