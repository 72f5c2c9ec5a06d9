import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { jobActor } from '../actor/actor.js';
import type { Database } from '../database/database.js';
import type { OutboxEntry } from '../database/tx.js';
import { jobNamed } from '../job/define-job.js';
import { queueNames, type QueueMessage, type QueueName, type QueueStore } from '../job/queue.js';

/** Milliseconds between two loads: on Postgres a load of one costs as much as several payments, and hardly less than one of fifty. */
const PAUSE = 100;

/**
 * Carries committed outbox rows into the queue: at once from the process that committed them, and by
 * the worker's sweep when that process died in between. The row's id is the queue's job id, so
 * carrying twice runs once.
 */
export class OutboxRelay {
  private readonly queues = new Map<QueueName, Queue<QueueMessage>>();
  private waiting: OutboxEntry[] = [];
  private underway: Promise<void> | null = null;

  constructor(
    private readonly store: QueueStore,
    private readonly database: Database,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Hands rows that were just committed to the queue; errors are left to the sweep. Whoever runs one marks it as forwarded.
   * The first go at once; what is committed within the next tenth of a second goes together.
   */
  forwardSoon(rows: readonly OutboxEntry[]): void {
    this.waiting.push(...rows);
    this.underway ??= this.carryWaiting().finally(() => {
      this.underway = null;
    });
  }

  /**
   * Rows nobody forwarded, and rows forwarded long ago that no queue knows any more (a lost queue).
   * @returns how many were carried
   */
  async sweep(now: Date): Promise<number> {
    const actor = jobActor(0, 'sweep');
    const rows = await this.database.inScope('relay', actor, (tx) =>
      tx.query<OutboxEntry>(
        `select id, kind, name from outbox
          where done_at is null and failed_at is null
            and ((forwarded_at is null and created_at < $1::timestamptz - interval '2 seconds') or forwarded_at < $1::timestamptz - interval '10 minutes')
          order by created_at limit 500`,
        [now],
      ),
    );
    if (rows.length === 0) return 0;
    await this.carry(rows);
    await this.database.inScope('relay', actor, (tx) => tx.write('update outbox set forwarded_at = $2 where id = any($1::uuid[]) and done_at is null', [rows.map(({ id }) => id), tx.now]));
    return rows.length;
  }

  async close(): Promise<void> {
    await this.underway;
    await Promise.allSettled([...this.queues.values()].map((q) => q.close()));
  }

  /** Opened at first use: the portal forwards nothing and has no right to the queue's tables. */
  private queue(name: QueueName): Queue<QueueMessage> {
    const open = this.queues.get(name) ?? this.store.queue(name);
    this.queues.set(name, open);
    return open;
  }

  private async carryWaiting(): Promise<void> {
    while (this.waiting.length > 0) {
      const rows = this.waiting;
      this.waiting = [];
      await this.carry(rows).catch(this.onTrouble);
      await sleep(PAUSE);
    }
  }

  private async carry(rows: readonly OutboxEntry[]): Promise<void> {
    for (const name of queueNames) {
      const mine = rows.filter((row) => queueOf(row) === name);
      if (mine.length === 0) continue;
      await this.queue(name).addBulk(
        mine.map((row) => ({
          name: row.name,
          data: { outboxId: row.id },
          opts: {
            jobId: row.id,
            attempts: jobNamed(row.name)?.attempts ?? 5,
            backoff: { type: 'exponential', delay: 500 },
            removeOnComplete: true,
            removeOnFail: true, // the outbox row remembers the failure; a kept job would block its id
          },
        })),
      );
    }
  }
}

/** Facts only spread into jobs, so they are quick. */
const queueOf = (row: OutboxEntry): QueueName => (row.kind === 'job' ? (jobNamed(row.name)?.queue ?? 'quick') : 'quick');
