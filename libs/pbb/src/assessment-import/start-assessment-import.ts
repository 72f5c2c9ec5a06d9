import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '#audit';
import { moveRun, openRun, type ReceivedForm } from '#imports';
import { type Actor, bodyHash, Database, invalidFields, type Tx } from '#platform';
import { ASSESSMENT_IMPORT, ASSESSMENT_IMPORT_SUBJECT, type AssessmentOptions } from './assessment-import.js';
import { checkAssessmentImport } from './assessment-import.job.js';
import { readOptions } from './read-options.js';

/** Takes a tax list in, of the whole regency or of one village, and has it checked; no bill changes. */
@Injectable()
export class StartAssessmentImport {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the run's id, the same for the same key and file @throws DomainError 422 for the form's fields, IDEMPOTENCY_KEY_REUSED (409) */
  async run(actor: Actor, requestKey: string, { fields, ...file }: ReceivedForm): Promise<string> {
    const { village, ...said } = readOptions(fields);
    return this.database.inVillage(actor, async (tx) => {
      const options: AssessmentOptions = { ...said, unitId: village === null ? null : await unitOf(tx, village) };
      const requestHash = bodyHash({ kind: ASSESSMENT_IMPORT, sha256: file.sha256, ...said, village });
      const { id, opened } = await openRun(tx, { id: uuidv7(), kind: ASSESSMENT_IMPORT, requestKey, requestHash, file, options });
      if (!opened) return id;
      const taskId = tx.startTask(checkAssessmentImport, { runId: id }, { kind: 'assessment-import.check', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: id });
      await moveRun(tx, id, 'checking', { task_id: taskId });
      audit(tx, { action: 'assessment-import.uploaded', subjectType: ASSESSMENT_IMPORT_SUBJECT, subjectId: id, detail: { fileSha256: file.sha256, size: file.size, taxYear: said.taxYear, dueOn: said.dueOn, village } });
      return id;
    });
  }
}

/** The unit of a village's code. @throws DomainError 422 */
async function unitOf(tx: Tx, code: string): Promise<number> {
  const unit = await tx.one<{ id: number }>('select id from units where code = $1 and id > 0', [code]);
  if (!unit) throw invalidFields([{ field: 'village', code: 'UNKNOWN', message: 'Desa ini tidak ada di kabupaten ini.' }]);
  return unit.id;
}
