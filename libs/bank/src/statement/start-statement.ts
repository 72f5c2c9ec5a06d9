import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { moveRun, openRun, type ReceivedForm } from '#imports';
import { type Actor, bodyHash, Database, invalidFields, newId } from '#platform';
import { readOptions } from './read-options.js';
import { STATEMENT_IMPORT, STATEMENT_SUBJECT } from './statement-import.js';
import { checkStatement } from './statement.job.js';

/** Takes a statement in and has it checked; nothing is booked yet. */
@Injectable()
export class StartStatement {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the run's id, the same for the same key and file @throws DomainError 422 for the form's fields, IDEMPOTENCY_KEY_REUSED (409) */
  async run(actor: Actor, requestKey: string, { fields, ...file }: ReceivedForm): Promise<string> {
    const options = readOptions(fields);
    return this.database.inVillage(actor, async (tx) => {
      const account = await tx.one<{ number: string }>('select number from bank_accounts where village_id = $1 and id = $2 and closed_at is null', [actor.unitId, options.accountId]);
      if (!account) throw invalidFields([{ field: 'account', code: 'UNKNOWN', message: 'Rekening ini tidak terdaftar.' }]);
      const requestHash = bodyHash({ kind: STATEMENT_IMPORT, sha256: file.sha256, ...options });
      const { id, opened } = await openRun(tx, { id: newId(), kind: STATEMENT_IMPORT, requestKey, requestHash, file, options });
      if (!opened) return id;
      const taskId = tx.startTask(checkStatement, { runId: id }, { kind: 'bank-statement.check', subjectType: STATEMENT_SUBJECT, subjectId: id });
      await moveRun(tx, id, 'checking', { task_id: taskId });
      audit(tx, { action: 'bank-statement.uploaded', subjectType: STATEMENT_SUBJECT, subjectId: id, detail: { fileSha256: file.sha256, size: file.size, number: account.number } });
      return id;
    });
  }
}
