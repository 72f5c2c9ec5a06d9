import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The only thing in a queue: which outbox row to run. A forged message can name no village. */
export interface QueueMessage {
  readonly outboxId: string;
}

export type QueueName = 'quick' | 'heavy';
export const queueNames: readonly QueueName[] = ['quick', 'heavy'];

/**
 * The queue on Postgres (embedded default) or Redis/Valkey (`REDIS_URL`), chosen here and nowhere else.
 * Lock times are short so that work of a killed worker is taken up again within seconds.
 */
export class QueueStore {
  private readonly pool: pg.Pool | null;
  private readonly redis: Redis | null;

  constructor(
    config: { redisUrl?: string | undefined; databaseUrl: string; poolSize: number },
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.redis = config.redisUrl ? new Redis(config.redisUrl, { maxRetriesPerRequest: null }) : null;
    this.redis?.on('error', onTrouble);
    // A pool of its own: BullMQ expects pg's standard type parsers. It waits for no disk: what is to be done stands in the
    // outbox, and what a crash of the machine takes from the queue the sweep carries there again.
    this.pool = this.redis ? null : new pg.Pool({ connectionString: config.databaseUrl, max: config.poolSize, options: '-c search_path=bullmq -c synchronous_commit=off' });
    this.pool?.on('error', onTrouble);
  }

  get kind(): 'redis' | 'postgres' {
    return this.redis ? 'redis' : 'postgres';
  }

  queue(name: QueueName): Queue<QueueMessage> {
    const queue = this.redis
      ? new Queue<QueueMessage>(name, { connection: this.redis, prefix: 'pamong' })
      : (new Queue<QueueMessage>(name, { connection: this.pool as never }, createPostgresBackend as never) as unknown as Queue<QueueMessage>);
    queue.on('error', this.onTrouble);
    return queue;
  }

  worker(name: QueueName, concurrency: number, processor: Processor<QueueMessage>): Worker<QueueMessage> {
    // A crash is not the job's fault (maxStalledCount); attempts count its own failures.
    const options = { concurrency, lockDuration: 5_000, stalledInterval: 3_000, maxStalledCount: 20 };
    const worker = this.redis
      ? new Worker<QueueMessage>(name, processor, { ...options, connection: this.redis, prefix: 'pamong' })
      : (new Worker<QueueMessage>(name, processor, { ...options, connection: this.pool as never }, createPostgresBackend as never) as unknown as Worker<QueueMessage>);
    worker.on('error', this.onTrouble);
    return worker;
  }

  /** A worker on a store that is not there would ask again without pause; so ask once, before. */
  async assertReady(): Promise<void> {
    const probe = this.queue('quick');
    try {
      await probe.waitUntilReady();
    } finally {
      await probe.close();
    }
  }

  async close(): Promise<void> {
    await this.pool?.end().catch(() => undefined);
    this.redis?.disconnect();
  }
}
