import { type DynamicModule, Global, Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type pg from 'pg';
import type { Logger } from 'pino';
import { Clock } from './clock/clock.js';
import { Database } from './database/database.js';
import { Listener } from './database/listener.js';
import { makePool } from './database/pools.js';
import { Env, type EnvValues } from './env/env.js';
import { HealthController } from './health/health.controller.js';
import { JobHost } from './job/job-host.js';
import { QueueStore } from './job/queue.js';
import { Metrics } from './metrics/metrics.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { FileObjectStore, ObjectStore } from './store/object-store.js';
import { CancelTask } from './task/cancel-task.js';
import { TaskController } from './task/task.controller.js';
import { TaskEvents } from './task/task-events.js';
import { TaskRecorder } from './task/task-recorder.js';

export type AppName = 'api' | 'portal' | 'worker' | 'cli';

const WRITE_POOL = Symbol('write pool');
const READ_POOL = Symbol('read pool');
export const LOGGER = Symbol('logger');

/**
 * Connections of one process at most: writing transactions, pipelined reads, and the queue's pool on
 * Postgres. With the listener (all), the sign-in limits (api, 2) and two LISTENs of the queue (worker),
 * api 20 + portal 9 + worker 27 stay below the 60 that everything together may use.
 */
export function poolSizes(app: AppName, env: Pick<EnvValues, 'DATABASE_POOL' | 'DATABASE_READ_POOL'>): { write: number; read: number; queue: number } {
  if (app === 'portal') return { write: 2, read: env.DATABASE_READ_POOL, queue: 0 };
  if (app === 'worker') return { write: env.DATABASE_POOL, read: 2, queue: 14 };
  if (app === 'cli') return { write: 2, read: 2, queue: 1 };
  return { write: env.DATABASE_POOL, read: env.DATABASE_READ_POOL, queue: 3 };
}

/** The database URL of each process: its own Postgres role decides what it may see. */
function databaseUrl(env: Env, app: AppName): string {
  const { DATABASE_URL, DATABASE_WORKER_URL, DATABASE_PORTAL_URL } = env.values;
  if (app === 'worker') return DATABASE_WORKER_URL ?? DATABASE_URL;
  if (app === 'portal') return DATABASE_PORTAL_URL ?? DATABASE_URL;
  return DATABASE_URL;
}

/** At most one call in five seconds: a store that is away fails many times a second. */
function seldom(report: (error: unknown) => void): (error: unknown) => void {
  let last = 0;
  return (error) => {
    if (Date.now() - last < 5_000) return;
    last = Date.now();
    report(error);
  };
}

/** Everything the rooms stand on. One per process; `app` chooses the database role and what is started. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap, OnApplicationShutdown {
  static forApp(app: AppName, env: Env, logger: Logger): DynamicModule {
    const url = databaseUrl(env, app);
    const { REDIS_URL, PAMONG_STORE_DIR } = env.values;
    const pools = poolSizes(app, env.values);
    return {
      module: PlatformModule,
      providers: [
        { provide: Env, useValue: env },
        { provide: LOGGER, useValue: logger },
        { provide: Metrics, useValue: new Metrics(app) },
        Clock,
        { provide: WRITE_POOL, useFactory: () => makePool({ connectionString: url, max: pools.write, application_name: `pamong-${app}` }) },
        { provide: READ_POOL, useFactory: () => makePool({ connectionString: url, max: pools.read, application_name: `pamong-${app}-read` }) },
        { provide: Database, useFactory: (writing: pg.Pool, reading: pg.Pool, clock: Clock) => new Database(writing, reading, clock), inject: [WRITE_POOL, READ_POOL, Clock] },
        { provide: Listener, useFactory: () => new Listener(url) },
        { provide: QueueStore, useFactory: () => new QueueStore({ redisUrl: REDIS_URL, databaseUrl: url, poolSize: Math.max(1, pools.queue) }, seldom((error) => logger.warn({ code: (error as { code?: unknown }).code, type: (error as Error).name }, 'trouble with the queue'))) },
        {
          provide: OutboxRelay,
          useFactory: (store: QueueStore, database: Database) => new OutboxRelay(store, database, (error) => logger.warn({ code: (error as { code?: unknown }).code }, 'outbox left to the sweep')),
          inject: [QueueStore, Database],
        },
        { provide: TaskRecorder, useFactory: (database: Database) => new TaskRecorder(database), inject: [Database] },
        {
          provide: JobHost,
          useFactory: (store: QueueStore, database: Database, modules: ModuleRef, tasks: TaskRecorder) => new JobHost(store, database, modules, tasks, logger),
          inject: [QueueStore, Database, ModuleRef, TaskRecorder],
        },
        { provide: ObjectStore, useFactory: () => new FileObjectStore(PAMONG_STORE_DIR) },
        CancelTask,
        TaskEvents,
      ],
      exports: [Env, LOGGER, Metrics, Clock, Database, Listener, QueueStore, OutboxRelay, TaskRecorder, JobHost, ObjectStore, CancelTask, TaskEvents],
    };
  }

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OutboxRelay) private readonly relay: OutboxRelay,
    @Inject(Listener) private readonly listener: Listener,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Env) private readonly env: Env,
    @Inject(QueueStore) private readonly queues: QueueStore,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(WRITE_POOL) private readonly writePool: pg.Pool,
    @Inject(READ_POOL) private readonly readPool: pg.Pool,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.database.afterCommit = (rows) => this.relay.forwardSoon(rows);
    if (!this.env.production) this.listener.clock.subscribe((offset) => this.clock.follow(offset));
    await this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.close();
    await this.queues.close();
    await this.listener.close();
    this.metrics.close();
    await Promise.allSettled([this.writePool.end(), this.readPool.end()]);
  }
}

/** Tasks and health over HTTP. */
@Module({ controllers: [TaskController, HealthController] })
export class PlatformHttpModule {}
