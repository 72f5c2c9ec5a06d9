import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';

@Injectable()
export class SignOut {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ends the actor's own session, for every tab and copy of its tokens. */
  async run(actor: Actor): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      enterIdentity(tx);
      tx.write(`update sessions set revoked_at = $2, revoked_reason = 'signed-out' where id = $1`, [actor.sessionId, tx.now]);
      audit(tx, { action: 'session.closed', subjectType: 'session', subjectId: actor.sessionId });
    });
  }
}
