import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { loadLetter, nextStatus } from './load-letter.js';
import { recordStep } from './record-step.js';
import { renderLetterJob } from './render-letter.job.js';

/** Has the paper of an approved letter made again after it failed; number and content stay as approved. */
@Injectable()
export class RetryRendering {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 LETTER_NOT_RENDERABLE */
  run(actor: Actor, letterId: string): Promise<void> {
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const status = nextStatus(letter, 'render');
      tx.write('update letters set status = $3, failure_code = null, failure_message = null, failure_field = null, updated_at = $4 where village_id = $1 and id = $2', [tx.actor.unitId, letterId, status, tx.now]);
      recordStep(tx, letter, 'rendering');
      audit(tx, { action: 'letter.rendering-retried', subjectType: 'letter', subjectId: letterId, detail: { status: [letter.status, status] } });
      tx.startTask(renderLetterJob, { letterId }, { kind: 'render-letter', subjectType: 'letter', subjectId: letterId });
    });
  }
}
