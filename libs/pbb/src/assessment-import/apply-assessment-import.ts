import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { appliedBefore, importBusy, importHasErrors, importNotReady, isOneAtWork, lockRun, moveRun } from '#imports';
import { type Actor, bodyHash, Database, DomainError } from '#platform';
import { ASSESSMENT_IMPORT, ASSESSMENT_IMPORT_SUBJECT } from './assessment-import.js';
import { writeAssessmentImport } from './assessment-import.job.js';
import type { AssessmentApplicationDto } from './assessment-import.dto.js';

/** Releases a checked list: its bills are opened village by village. */
@Injectable()
export class ApplyAssessmentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError 404; 409 IMPORT_HAS_ERRORS, PREFIX_UNCONFIRMED, IMPORT_STATE, IMPORT_BUSY, IDEMPOTENCY_KEY_REUSED */
  async run(actor: Actor, runId: string, key: string, { rows }: AssessmentApplicationDto): Promise<void> {
    const hash = bodyHash({ runId, rows });
    await this.database.inVillage(actor, async (tx) => {
      const run = await lockRun(tx, ASSESSMENT_IMPORT, runId);
      if (run.state !== 'checked' && appliedBefore(run, key, hash)) return;
      if (run.state !== 'checked' || !run.counts) throw importNotReady();
      if (rows === 'all' && run.counts.rejected > 0) throw importHasErrors(run.counts.rejected);
      const parts = await tx.one<{ open: number; ready: number }>(
        `select count(*) filter (where state = 'unconfirmed')::int as open, count(*) filter (where state in ('checked', 'applied'))::int as ready from assessment_parts where village_id = $1 and run_id = $2`,
        [actor.unitId, runId],
      );
      const { open, ready } = parts ?? { open: 0, ready: 0 };
      if (open > 0 && (rows === 'all' || ready === 0)) throw prefixUnconfirmed(open);
      const taskId = tx.startTask(writeAssessmentImport, { runId }, { kind: 'assessment-import.apply', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId });
      await moveRun(tx, runId, 'applying', {
        task_id: taskId, application_key: key, application_hash: hash, rows_mode: rows, applied_by: actor.userId, applied_by_name: actor.userName, failure_code: null, failure_message: null,
      });
      audit(tx, { action: 'assessment-import.released', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: runId, detail: { ...run.counts, rows, fileSha256: run.file_sha256 } });
    }).catch((error: unknown) => {
      throw isOneAtWork(error) ? importBusy() : error;
    });
  }
}

const prefixUnconfirmed = (open: number): DomainError =>
  new DomainError('PREFIX_UNCONFIRMED', 409, `Desa untuk ${open} kode NOP belum ditetapkan. Tetapkan dahulu, atau terapkan hanya yang sudah jelas.`);
