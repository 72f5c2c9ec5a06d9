import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { loadLetter, nextStatus, setStatus } from './load-letter.js';
import { readReason } from './reason.js';
import { recordStep } from './record-step.js';

/** Sends a letter back to the desk to be mended; its reason is shown there. */
@Injectable()
export class ReturnLetter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 422 without a reason; 404; 409 LETTER_NOT_RETURNABLE */
  async run(actor: Actor, letterId: string, input: { readonly reason: string }): Promise<void> {
    const reason = readReason(input.reason);
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const status = nextStatus(letter, 'return');
      setStatus(tx, letterId, status);
      recordStep(tx, letter, 'returned', reason);
      audit(tx, { action: 'letter.returned', subjectType: 'letter', subjectId: letterId, reason, detail: { status: [letter.status, status] } });
    });
  }
}
