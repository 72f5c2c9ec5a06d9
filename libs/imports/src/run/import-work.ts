import { type Actor, type Database, DomainError, type JobContext, type Tx } from '#platform';
import { FileRefused } from '../reading/file-refused.js';
import { moveRun } from './import-run.js';
import type { ImportState } from './import-run.workflow.js';

export interface ImportEnds {
  /** When a person cancels, and when the work is refused or fails for good. */
  readonly cancelled: ImportState;
  readonly failed: ImportState;
  /** Step in the same transaction: rows a run in such a state no longer needs. */
  readonly tidy?: (tx: Tx, state: ImportState) => Promise<void>;
}

/**
 * Runs the work of a job on a run and puts the run right whichever way it ends. `work` does everything in one
 * transaction, so whatever stops it has changed nothing; what may succeed another time is left as it is for the next try.
 */
export async function importWork(database: Database, actor: Actor, runId: string, context: JobContext, ends: ImportEnds, work: () => Promise<void>): Promise<void> {
  const end = (state: ImportState, failure: { code: string; message: string } | null): Promise<void> =>
    database.inVillage(actor, async (tx) => {
      await moveRun(tx, runId, state, { failure_code: failure?.code ?? null, failure_message: failure?.message ?? null });
      await ends.tidy?.(tx, state);
    });
  try {
    context.signal.throwIfAborted();
    await work();
  } catch (error) {
    if (context.signal.aborted) {
      if (context.cancelled) await end(ends.cancelled, null);
      throw error;
    }
    const refusal = error instanceof FileRefused ? new DomainError(error.code, 422, error.message) : error;
    if (refusal instanceof DomainError) await end(ends.failed, { code: refusal.code, message: refusal.detail });
    else if (context.lastAttempt) await end(ends.failed, { code: 'INTERNAL', message: 'Maaf, ada gangguan di sistem kami. Tidak ada data yang berubah. Coba lagi.' });
    throw refusal;
  }
}
