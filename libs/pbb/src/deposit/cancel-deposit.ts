import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, DomainError, notFound } from '#platform';
import { depositNotOpen } from '../pbb.errors.js';

/** Gives a listed deposit up: its receipts are free again, the cash was the collector's all the time. */
@Injectable()
export class CancelDeposit {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 403 for a collector's colleague; 409 DEPOSIT_STATE */
  async run(actor: Actor, depositId: string, reason: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const deposit = await tx.one<{ state: string; listed_by: string }>('select state, listed_by from deposits where village_id = $1 and id = $2 for update', [actor.unitId, depositId]);
      if (!deposit) throw notFound();
      if (deposit.listed_by !== actor.userId && !actor.permissions.has('deposit.confirm')) throw new DomainError('NOT_YOUR_DEPOSIT', 403, 'Setoran ini disusun petugas lain.');
      if (deposit.state !== 'listed') throw depositNotOpen();
      tx.write(`update deposits set state = 'cancelled', cancelled_by = $3, cancelled_by_name = $4, cancelled_at = $5, cancel_reason = $6 where village_id = $1 and id = $2`, [actor.unitId, depositId, actor.userId, actor.userName, tx.now, reason]);
      tx.write('update deposit_payments set living = false where village_id = $1 and deposit_id = $2', [actor.unitId, depositId]);
      audit(tx, { action: 'deposit.cancelled', subjectType: 'deposit', subjectId: depositId, reason });
    });
  }
}
