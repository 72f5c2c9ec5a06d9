import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound } from '#platform';
import { disputeAnswered } from '../pbb.errors.js';

/** Writes down what came of a villager's report; the report itself stays as it was sent. */
@Injectable()
export class AnswerDispute {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 DISPUTE_ANSWERED */
  async run(actor: Actor, id: string, note: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const dispute = await tx.one<{ state: string }>('select state from payment_disputes where village_id = $1 and id = $2 for update', [actor.unitId, id]);
      if (!dispute) throw notFound();
      if (dispute.state !== 'open') throw disputeAnswered();
      tx.write(`update payment_disputes set state = 'answered', answer = $3, answered_by = $4, answered_by_name = $5, answered_at = $6 where village_id = $1 and id = $2`, [actor.unitId, id, note, actor.userId, actor.userName, tx.now]);
      audit(tx, { action: 'dispute.answered', subjectType: 'dispute', subjectId: id });
    });
  }
}
