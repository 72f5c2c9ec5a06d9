import { Inject, Injectable } from '@nestjs/common';
import { importWork, lockRun, moveRun } from '#imports';
import { type Actor, Clock, Database, DomainError, jobActor, type JobContext, type JobVerb } from '#platform';
import { ASSESSMENT_IMPORT } from './assessment-import.js';
import { takeBackPart } from './take-back-part.js';

/** Takes an applied list back, village by village; a village where something was paid since keeps its bills and says why. */
@Injectable()
export class TakeBackAssessmentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'applied', failed: 'applied' }, async () => {
      const { parts, reason } = await this.database.inVillage(actor, async (tx) => {
        const run = await lockRun(tx, ASSESSMENT_IMPORT, runId);
        const applied = run.state === 'reversing' ? await tx.query<{ prefix: string; for_village_id: number }>(`select prefix, for_village_id from assessment_parts where village_id = $1 and run_id = $2 and state = 'applied' order by prefix`, [actor.unitId, runId]) : [];
        return { parts: applied, reason: run.reversal_reason ?? '' };
      });
      let kept = 0;
      for (const [done, { prefix, for_village_id: unitId }] of parts.entries()) {
        context.signal.throwIfAborted();
        const refusal = await this.database
          .inVillage(jobActor(unitId, actor.requestId, actor.userId), (tx) => takeBackPart(tx, { runId, prefix, reason, today: this.clock.today() }))
          .then(() => null, (error: unknown) => {
            if (error instanceof DomainError) return error.detail;
            throw error;
          });
        if (refusal !== null) kept += 1;
        await this.database.inVillage(actor, (tx) =>
          tx.query(`update assessment_parts set state = $4, refusal = $5 where village_id = $1 and run_id = $2 and prefix = $3`, [actor.unitId, runId, prefix, refusal === null ? 'reversed' : 'applied', refusal]));
        context.progress(done + 1, parts.length);
      }
      await this.database.inVillage(actor, async (tx) => {
        if ((await lockRun(tx, ASSESSMENT_IMPORT, runId)).state !== 'reversing') return;
        if (kept === 0) await moveRun(tx, runId, 'reversed', { reversed_at: tx.now });
        else await moveRun(tx, runId, 'applied', { failure_code: 'PARTS_IN_USE', failure_message: `${kept} desa tidak ditarik kembali karena tagihannya sudah dibayar atau sudah diganti daftar yang lebih baru.` });
      });
    });
  }
}
