import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';
import { DomainError, notFound } from '../http/domain-error.js';

/** Whoever may do the work may stop it; seeing it is not enough. */
export const mayCancel = (actor: Actor, permission: string | null): boolean => permission !== null && actor.permissions.has(permission);

/** Asks running or waiting work to stop; the job itself puts its rows right and ends the task. */
@Injectable()
export class CancelTask {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED (403), TASK_ENDED (409) */
  async run(actor: Actor, taskId: string): Promise<void> {
    await this.database.inVillage(actor, async (tx) => {
      const task = await tx.one<{ finished_at: Date | null; cancel_permission: string | null }>('select finished_at, cancel_permission from tasks where village_id = $1 and id = $2 for update', [actor.unitId, taskId]);
      if (!task) throw notFound();
      if (!mayCancel(actor, task.cancel_permission)) throw new DomainError('NOT_ALLOWED', 403, 'Peran Anda tidak memiliki wewenang untuk membatalkan pekerjaan ini.');
      if (task.finished_at) throw new DomainError('TASK_ENDED', 409, 'Pekerjaan ini sudah selesai, tidak dapat dibatalkan.');
      tx.write('update tasks set cancel_requested_at = coalesce(cancel_requested_at, $3) where village_id = $1 and id = $2', [actor.unitId, taskId, tx.now]);
    });
  }
}
