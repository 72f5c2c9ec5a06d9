import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '#audit';
import { moveRun, openRun, type ReceivedFile } from '#imports';
import { type Actor, bodyHash, Database } from '#platform';
import { RESIDENT_IMPORT, RESIDENT_IMPORT_SUBJECT } from './resident-import.js';
import { checkResidentImport } from './resident-import.job.js';

/** Takes a list in and has it checked; nothing of the register changes. */
@Injectable()
export class StartResidentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the run's id, the same for the same key and file @throws DomainError IDEMPOTENCY_KEY_REUSED (409) */
  run(actor: Actor, requestKey: string, file: ReceivedFile): Promise<string> {
    return this.database.inVillage(actor, async (tx) => {
      const { id, opened } = await openRun(tx, { id: uuidv7(), kind: RESIDENT_IMPORT, requestKey, requestHash: bodyHash({ kind: RESIDENT_IMPORT, sha256: file.sha256 }), file });
      if (!opened) return id;
      const taskId = tx.startTask(checkResidentImport, { runId: id }, { kind: 'resident-import.check', subjectType: RESIDENT_IMPORT_SUBJECT, subjectId: id });
      await moveRun(tx, id, 'checking', { task_id: taskId });
      audit(tx, { action: 'resident-import.uploaded', subjectType: 'resident-import', subjectId: id, detail: { fileSha256: file.sha256, size: file.size } });
      return id;
    });
  }
}
