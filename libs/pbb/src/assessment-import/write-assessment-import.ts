import { Inject, Injectable } from '@nestjs/common';
import { importStale, importWork, lockRun, moveRun } from '#imports';
import { type Actor, Clock, Database, DomainError, faultPoint, jobActor, type JobContext, type JobVerb, type Tx } from '#platform';
import { ASSESSMENT_IMPORT } from './assessment-import.js';
import { clearStaged } from './staged-assessments.js';
import { writePart } from './write-part.js';

interface WaitingPart {
  readonly prefix: string;
  readonly for_village_id: number;
}

/**
 * Writes a checked list, village by village: each part in one transaction of its own, so that a crash leaves whole villages
 * and the next try goes on with the rest. What a part has written is known by the village's own row of the list.
 */
@Injectable()
export class WriteAssessmentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    // A part that is written stays written: a run that was cancelled or failed can be applied again, which goes on, or taken back.
    await importWork(this.database, actor, runId, context, { cancelled: 'checked', failed: 'checked' }, async () => {
      const parts = await this.database.inVillage(actor, async (tx) => {
        if ((await lockRun(tx, ASSESSMENT_IMPORT, runId)).state !== 'applying') return [];
        return tx.query<WaitingPart>(`select prefix, for_village_id from assessment_parts where village_id = $1 and run_id = $2 and state = 'checked' order by prefix`, [actor.unitId, runId]);
      });
      for (const [done, part] of parts.entries()) {
        context.signal.throwIfAborted();
        await this.write(actor, runId, part);
        faultPoint('assessment-import:part-written');
        context.progress(done + 1, parts.length);
      }
      await this.database.inVillage(actor, async (tx) => {
        if ((await lockRun(tx, ASSESSMENT_IMPORT, runId)).state !== 'applying') return;
        await endParts(tx, runId);
        await moveRun(tx, runId, 'applied', { applied_at: tx.now });
      });
    });
  }

  /** One village: what is wrong with it does not keep the others out. */
  private async write(actor: Actor, runId: string, { prefix, for_village_id: unitId }: WaitingPart): Promise<void> {
    const refusal = await this.database
      .inVillage(jobActor(unitId, actor.requestId, actor.userId), (tx) => writePart(tx, { runUnit: actor.unitId, runId, prefix, today: this.clock.today() }))
      .then(() => null, (error: unknown) => refusalOf(error));
    await this.database.inVillage(actor, (tx) =>
      tx.query('update assessment_parts set state = $4, refusal = $5 where village_id = $1 and run_id = $2 and prefix = $3', [actor.unitId, runId, prefix, refusal === null ? 'applied' : 'refused', refusal]));
  }
}

/** @throws what is no refusal but a fault, to be tried again */
function refusalOf(error: unknown): string {
  if ((error as { code?: string }).code === '23505') return importStale().detail;
  if (error instanceof DomainError) return error.detail;
  throw error;
}

/** Step: the rows are needed no more. Parts nobody confirmed are left out for good: the same file brings them in later and changes nothing else. */
export async function endParts(tx: Tx, runId: string): Promise<void> {
  await tx.query(
    `update assessment_parts set state = 'refused', refusal = 'Belum diterapkan. Tetapkan desa untuk kode NOP ini, lalu unggah lagi berkasnya.'
      where village_id = $1 and run_id = $2 and state in ('unconfirmed', 'checked')`,
    [tx.actor.unitId, runId],
  );
  await clearStaged(tx, runId);
}
