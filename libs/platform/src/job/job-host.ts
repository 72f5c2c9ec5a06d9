import type { Job, Worker } from 'bullmq';
import { v5 as uuidv5 } from 'uuid';
import type { ModuleRef } from '@nestjs/core';
import { jobActor } from '../actor/actor.js';
import { requestContext } from '../actor/request-context.js';
import type { Database } from '../database/database.js';
import type { FactPayload, Tx } from '../database/tx.js';
import { DomainError } from '../http/domain-error.js';
import { BOOKKEEPING, type TaskRecorder, type TaskRef } from '../task/task-recorder.js';
import { jobNamed, subscribersOf, type JobVerb } from './define-job.js';
import { queueNames, type QueueMessage, type QueueStore } from './queue.js';

interface OutboxRow {
  id: string;
  village_id: number;
  kind: 'job' | 'fact';
  name: string;
  payload: unknown;
  user_id: string | null;
  request_id: string;
  done_at: Date | null;
  failed_at: Date | null;
  /** Begun so often, this time included, without an orderly end. */
  starts: number;
}

/** A job during which the worker ended so often is given up: whoever waits behind it must not wait for ever. */
const MOST_DEATHS = 3;

const killed = (): DomainError => new DomainError('JOB_KILLED_WORKER', 422, 'Pekerjaan ini berkali-kali menghentikan sistem, jadi tidak dicoba lagi. Hubungi admin kabupaten.');

export interface JobLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Runs jobs: reads the outbox row a message names, checks its payload, opens the actor of the row's
 * village and calls the verb. A refusal by a rule (DomainError) fails at once and is kept on the task;
 * anything else is tried again.
 */
export class JobHost {
  private workers: Worker<QueueMessage>[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly store: QueueStore,
    private readonly database: Database,
    private readonly modules: ModuleRef,
    private readonly tasks: TaskRecorder,
    private readonly log: JobLog,
  ) {}

  /** @throws when the queue cannot be used: its schema is missing or the server does not answer */
  async start(concurrency: { quick: number; heavy: number }): Promise<void> {
    await this.store.assertReady();
    this.workers = queueNames.map((name) => this.store.worker(name, concurrency[name], (job) => this.run(job)));
  }

  /** Stops taking work, tells running jobs to stop, and waits for them; what does not finish is taken up by the next worker. */
  async stop(patienceMs = 8_000): Promise<void> {
    const closing = Promise.allSettled(this.workers.map((w) => w.close()));
    const timer = setTimeout(() => this.stopping.abort(new Error('shutting down')), patienceMs / 2);
    const deadline = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
    await Promise.race([closing, deadline]);
    clearTimeout(timer);
  }

  private async run(message: Job<QueueMessage>): Promise<void> {
    const { row, task } = await this.load(message.data.outboxId);
    if (!row || row.done_at || row.failed_at) return;
    await requestContext.run({ requestId: row.request_id }, () => (row.kind === 'fact' ? this.spread(row) : this.perform(row, task, message)));
  }

  private async perform(row: OutboxRow, begun: TaskRef | null, message: Job<QueueMessage>): Promise<void> {
    const definition = jobNamed(row.name);
    if (!definition) throw new Error(`no job is named ${row.name}`);
    const actor = jobActor(row.village_id, row.request_id, row.user_id);
    const attempt = message.attemptsMade + 1;
    // The verb is told to stop before it begins, so that it puts its rows right without doing again what it died of.
    const deadly = row.starts > MOST_DEATHS;
    if (deadly && !begun) {
      await this.database.inVillage(actor, (tx) => this.finish(tx, row, 'JOB_KILLED_WORKER'));
      return this.log.error({ job: row.name, outboxId: row.id }, 'job given up: the worker died of it');
    }
    const task = begun && { ...begun, cancelRequested: begun.cancelRequested || deadly };
    const run = this.tasks.recording(actor, task);
    const startedAt = performance.now();
    try {
      const verb = this.modules.get<JobVerb<unknown>>(definition.run, { strict: false });
      const signal = AbortSignal.any([run.signal, this.stopping.signal]);
      await verb.run(actor, definition.schema.parse(row.payload), {
        progress: run.progress,
        result: run.result,
        signal,
        get cancelled() {
          return run.signal.aborted;
        },
        attempt,
        lastAttempt: attempt >= definition.attempts,
      });
      await run.done((tx) => this.finish(tx, row, null));
      this.log.info({ job: row.name, outboxId: row.id, attempt, ms: Math.round(performance.now() - startedAt) }, 'job done');
    } catch (error) {
      if (this.stopping.signal.aborted) {
        await this.survived(row);
        throw error; // returned to the queue for the next worker
      }
      if (deadly) {
        this.log.error({ job: row.name, outboxId: row.id }, 'job given up: the worker died of it');
        return run.failed(killed(), (tx) => this.finish(tx, row, 'JOB_KILLED_WORKER'));
      }
      if (run.signal.aborted) {
        return run.cancelledByPerson((tx) => this.finish(tx, row, 'CANCELLED'));
      }
      const final = error instanceof DomainError || attempt >= definition.attempts;
      this.log.error({ job: row.name, outboxId: row.id, attempt, final, code: (error as { code?: unknown }).code, type: (error as Error).name, stack: (error as Error).stack?.split('\n').slice(1, 10).join('\n') }, 'job failed');
      if (!final) {
        await this.survived(row);
        throw error;
      }
      await run.failed(error, (tx) => this.finish(tx, row, error instanceof DomainError ? error.code : 'INTERNAL'));
    } finally {
      run.close();
    }
  }

  /** It failed, but the process lives: what counts as deadly is begun and never ended. */
  private async survived(row: OutboxRow): Promise<void> {
    await this.database.inScope('relay', jobActor(0, 'relay'), (tx) => tx.write('update outbox set starts = 0 where id = $1', [row.id]), BOOKKEEPING);
  }

  /** A fact becomes one job per subscriber; ids follow from the fact, so spreading twice adds nothing. */
  private async spread(row: OutboxRow): Promise<void> {
    const actor = jobActor(row.village_id, row.request_id, row.user_id);
    await this.database.inVillage(actor, async (tx) => {
      for (const { job, payload } of subscribersOf(row.name)) {
        const id = uuidv5(job.name, row.id);
        tx.write(
          `insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at)
           values ($1, $2, 'job', $3, $4, $5, $6, $7) on conflict (id) do nothing`,
          [id, row.village_id, job.name, JSON.stringify(payload(row.payload as FactPayload)), row.user_id, row.request_id, tx.now],
        );
        tx.outboxRows.push({ id, kind: 'job', name: job.name });
      }
      tx.write('update outbox set done_at = $2 where id = $1', [row.id, tx.now]);
    });
  }

  /** The row and the task people watch, which begins with it. */
  private load(id: string): Promise<{ row: OutboxRow | undefined; task: TaskRef | null }> {
    return this.database.inScope('relay', jobActor(0, 'relay'), async (tx) => {
      const row = await tx.one<OutboxRow & { task_id: string | null; cancel_requested_at: Date | null }>(
        `with row as (update outbox set starts = starts + 1, forwarded_at = coalesce(forwarded_at, $2) where id = $1 returning *), task as (
           update tasks t set status = 'running', started_at = coalesce(started_at, $2) from row
            where t.village_id = row.village_id and t.outbox_id = row.id and row.kind = 'job' and row.done_at is null and row.failed_at is null
            returning t.id, t.cancel_requested_at, pg_notify('task', t.village_id || ':' || t.id))
         select row.*, task.id as task_id, task.cancel_requested_at from row left join task on true`,
        [id, tx.now],
      );
      return { row, task: row?.task_id ? { id: row.task_id, cancelRequested: row.cancel_requested_at !== null } : null };
    }, BOOKKEEPING);
  }

  private finish(tx: Tx, row: OutboxRow, failureCode: string | null): void {
    tx.write(
      `update outbox set done_at = case when $3::text is null then $2::timestamptz end, failed_at = case when $3::text is not null then $2::timestamptz end, failure_code = $3 where id = $1`,
      [row.id, tx.now, failureCode],
    );
  }
}
