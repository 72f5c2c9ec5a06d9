import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { loadLetter, nextStatus, setStatus } from './load-letter.js';
import { recordStep } from './record-step.js';

/** The desk has compared form and papers: the letter waits for its signatory. */
@Injectable()
export class VerifyLetter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 LETTER_NOT_VERIFIABLE */
  run(actor: Actor, letterId: string): Promise<void> {
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const status = nextStatus(letter, 'verify');
      setStatus(tx, letterId, status);
      recordStep(tx, letter, 'verified');
      audit(tx, { action: 'letter.verified', subjectType: 'letter', subjectId: letterId, detail: { status: [letter.status, status] } });
    });
  }
}
