import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { loadLetter, nextStatus, setStatus } from './load-letter.js';
import { readReason } from './reason.js';
import { recordStep } from './record-step.js';

/** Closes a request for good. The applicant hears the reason and may ask again. */
@Injectable()
export class RejectLetter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 422 without a reason; 404; 409 LETTER_NOT_REJECTABLE */
  async run(actor: Actor, letterId: string, input: { readonly reason: string }): Promise<void> {
    const reason = readReason(input.reason);
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const status = nextStatus(letter, 'reject');
      setStatus(tx, letterId, status);
      recordStep(tx, letter, 'rejected', reason);
      audit(tx, { action: 'letter.rejected', subjectType: 'letter', subjectId: letterId, reason, detail: { status: [letter.status, status] } });
    });
  }
}
