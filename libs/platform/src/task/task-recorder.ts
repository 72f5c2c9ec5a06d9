import type { Actor } from '../actor/actor.js';
import type { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../http/domain-error.js';

/** The recording of one job run on its task row (when it has one). */
export interface TaskRun {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null, note?: string) => void;
  readonly result: (value: Record<string, unknown>) => void;
  /** The three ends take what else must be written in the same transaction. */
  done(also: Also): Promise<void>;
  failed(error: unknown, also: Also): Promise<void>;
  cancelledByPerson(also: Also): Promise<void>;
  close(): void;
}

type Also = (tx: Tx) => void;

/** A task that has begun. */
export interface TaskRef {
  readonly id: string;
  readonly cancelRequested: boolean;
}

const writeEveryMs = 400;

/** A job whose beginning or end is lost runs again, as after any crash, and its verb finds that there is nothing left to do. */
export const BOOKKEEPING = { relaxedDurability: true };

/**
 * Writes progress on transactions of its own, so that a person sees it before the job commits, and
 * learns of a wish to cancel with every write. Each change is announced on the channel `task`.
 */
export class TaskRecorder {
  constructor(private readonly database: Database) {}

  /** The recording of a task's run; without a task there is nothing to watch. */
  recording(actor: Actor, task: TaskRef | null): TaskRun {
    if (!task) return idle((also) => this.database.inVillage(actor, also, BOOKKEEPING));
    const cancel = new AbortController();
    // Cancelled before it began: the verb still runs, sees the aborted signal and puts its own rows right.
    if (task.cancelRequested) cancel.abort(new Error('cancelled'));
    let latest: { done: number; total: number | null; note: string | null } | null = null;
    let outcome: Record<string, unknown> | null = null;
    let writing: Promise<void> = Promise.resolve();

    const write = async (): Promise<void> => {
      const now = latest;
      latest = null;
      if (!now) {
        const row = await this.database.inVillage(actor, (tx) => tx.one<{ cancel_requested_at: Date | null }>('select cancel_requested_at from tasks where village_id = $1 and id = $2', [actor.unitId, task.id]));
        if (row?.cancel_requested_at) cancel.abort(new Error('cancelled'));
        return;
      }
      await this.database.inVillage(actor, async (tx) => {
        const row = await tx.one<{ cancel_requested_at: Date | null }>(
          `update tasks set progress_done = $3, progress_total = $4, progress_note = $5 where village_id = $1 and id = $2 returning cancel_requested_at`,
          [actor.unitId, task.id, now.done, now.total, now.note],
        );
        announce(tx, actor.unitId, task.id);
        if (row?.cancel_requested_at) cancel.abort(new Error('cancelled'));
      });
    };
    const timer = setInterval(() => {
      writing = writing.then(write).catch(() => undefined);
    }, writeEveryMs);

    const close = async (status: string, failure: { code: string; message: string } | null, also: Also): Promise<void> => {
      clearInterval(timer);
      await writing;
      await this.database.inVillage(actor, async (tx) => {
        tx.write(
          `update tasks set status = $3, finished_at = $4, result = $5, failure_code = $6, failure_message = $7,
                  progress_done = coalesce($8::bigint, progress_done), progress_total = coalesce($9::bigint, progress_total)
            where village_id = $1 and id = $2`,
          [actor.unitId, task.id, status, tx.now, outcome && JSON.stringify(outcome), failure?.code ?? null, failure?.message ?? null, latest?.done ?? null, latest?.total ?? null],
        );
        also(tx);
        announce(tx, actor.unitId, task.id);
      }, BOOKKEEPING);
    };
    return {
      signal: cancel.signal,
      progress: (done, total, note) => {
        latest = { done, total, note: note ?? null };
      },
      result: (value) => {
        outcome = value;
      },
      done: (also) => close('done', null, also),
      cancelledByPerson: (also) => close('cancelled', null, also),
      failed: (error, also) =>
        close(
          'failed',
          error instanceof DomainError
            ? { code: error.code, message: error.detail }
            : { code: 'INTERNAL', message: 'Maaf, ada gangguan di sistem kami. Tidak ada data yang berubah. Coba lagi.' },
          also,
        ),
      close: () => clearInterval(timer),
    };
  }
}

/** `village:task`, so a listener can tell whom it concerns without reading the row. */
function announce(tx: Tx, unitId: number, taskId: string): void {
  tx.write(`select pg_notify('task', $1)`, [`${unitId}:${taskId}`]);
}

function idle(end: (also: Also) => Promise<void>): TaskRun {
  return { signal: new AbortController().signal, progress: () => undefined, result: () => undefined, done: end, failed: (_error, also) => end(also), cancelledByPerson: end, close: () => undefined };
}
