import type { Actor } from '../actor/actor.js';
import type { Database } from '../database/database.js';
import { DomainError } from '../http/domain-error.js';

/** The recording of one job run on its task row (when it has one). */
export interface TaskRun {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null, note?: string) => void;
  readonly result: (value: Record<string, unknown>) => void;
  done(): Promise<void>;
  failed(error: unknown): Promise<void>;
  cancelledByPerson(): Promise<void>;
  close(): void;
}

interface TaskRow {
  id: string;
  cancel_requested_at: Date | null;
}

const writeEveryMs = 400;

/**
 * Writes progress on transactions of its own, so that a person sees it before the job commits, and
 * learns of a wish to cancel with every write. Each change is announced on the channel `task`.
 */
export class TaskRecorder {
  constructor(private readonly database: Database) {}

  async begin(actor: Actor, outboxId: string): Promise<TaskRun> {
    const task = await this.database.inVillage(actor, async (tx) => {
      const row = await tx.one<TaskRow>('select id, cancel_requested_at from tasks where village_id = $1 and outbox_id = $2', [actor.unitId, outboxId]);
      if (!row) return undefined;
      await tx.query(`update tasks set status = 'running', started_at = coalesce(started_at, $3) where village_id = $1 and id = $2`, [actor.unitId, row.id, tx.now]);
      await announce(tx, actor.unitId, row.id);
      return row;
    });
    return task ? this.recording(actor, task) : idle();
  }

  private recording(actor: Actor, task: TaskRow): TaskRun {
    const cancel = new AbortController();
    // Cancelled before it began: the verb still runs, sees the aborted signal and puts its own rows right.
    if (task.cancel_requested_at) cancel.abort(new Error('cancelled'));
    let latest: { done: number; total: number | null; note: string | null } | null = null;
    let outcome: Record<string, unknown> | null = null;
    let writing: Promise<void> = Promise.resolve();

    const write = async (): Promise<void> => {
      const now = latest;
      latest = null;
      if (!now) {
        const row = await this.database.inVillage(actor, (tx) => tx.one<TaskRow>('select cancel_requested_at from tasks where village_id = $1 and id = $2', [actor.unitId, task.id]));
        if (row?.cancel_requested_at) cancel.abort(new Error('cancelled'));
        return;
      }
      await this.database.inVillage(actor, async (tx) => {
        const row = await tx.one<TaskRow>(
          `update tasks set progress_done = $3, progress_total = $4, progress_note = $5 where village_id = $1 and id = $2 returning cancel_requested_at`,
          [actor.unitId, task.id, now.done, now.total, now.note],
        );
        await announce(tx, actor.unitId, task.id);
        if (row?.cancel_requested_at) cancel.abort(new Error('cancelled'));
      });
    };
    const timer = setInterval(() => {
      writing = writing.then(write).catch(() => undefined);
    }, writeEveryMs);

    const close = async (status: string, failure: { code: string; message: string } | null): Promise<void> => {
      clearInterval(timer);
      await writing;
      await this.database.inVillage(actor, async (tx) => {
        await tx.query(
          `update tasks set status = $3, finished_at = $4, result = $5, failure_code = $6, failure_message = $7,
                  progress_done = coalesce($8::bigint, progress_done), progress_total = coalesce($9::bigint, progress_total)
            where village_id = $1 and id = $2`,
          [actor.unitId, task.id, status, tx.now, outcome && JSON.stringify(outcome), failure?.code ?? null, failure?.message ?? null, latest?.done ?? null, latest?.total ?? null],
        );
        await announce(tx, actor.unitId, task.id);
      });
    };
    return {
      signal: cancel.signal,
      progress: (done, total, note) => {
        latest = { done, total, note: note ?? null };
      },
      result: (value) => {
        outcome = value;
      },
      done: () => close('done', null),
      cancelledByPerson: () => close('cancelled', null),
      failed: (error) =>
        close(
          'failed',
          error instanceof DomainError
            ? { code: error.code, message: error.detail }
            : { code: 'INTERNAL', message: 'Maaf, ada gangguan di sistem kami. Tidak ada data yang berubah. Coba lagi.' },
        ),
      close: () => clearInterval(timer),
    };
  }
}

/** `village:task`, so a listener can tell whom it concerns without reading the row. */
async function announce(tx: { query(sql: string, values: unknown[]): Promise<unknown> }, unitId: number, taskId: string): Promise<void> {
  await tx.query(`select pg_notify('task', $1)`, [`${unitId}:${taskId}`]);
}

function idle(): TaskRun {
  const nothing = async (): Promise<void> => undefined;
  return { signal: new AbortController().signal, progress: () => undefined, result: () => undefined, done: nothing, failed: nothing, cancelledByPerson: nothing, close: () => undefined };
}
