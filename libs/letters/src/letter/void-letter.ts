import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { revokeDocument } from '#documents';
import { type Actor, Database } from '#platform';
import { loadLetter, nextStatus } from './load-letter.js';
import { readPublicReason, readReason } from './reason.js';
import { recordStep } from './record-step.js';

/** Takes a letter back: its number stays used, its page says DICABUT and why. */
@Injectable()
export class VoidLetter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 LETTER_NOT_VOIDABLE; 422 without a reason, or when the reason names somebody */
  async run(actor: Actor, letterId: string, input: { readonly reason: string }): Promise<void> {
    readReason(input.reason);
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const status = nextStatus(letter, 'void');
      const reason = readPublicReason(input.reason, letter.applicantName);
      tx.write('update letters set status = $3, void_reason = $4, updated_at = $5 where village_id = $1 and id = $2', [tx.actor.unitId, letterId, status, reason, tx.now]);
      await revokeDocument(tx, { subjectType: 'letter', subjectId: letterId, reasonPublic: reason });
      recordStep(tx, letter, 'voided', reason);
      audit(tx, { action: 'letter.voided', subjectType: 'letter', subjectId: letterId, reason, detail: { status: [letter.status, status], number: letter.numberText } });
    });
  }
}
