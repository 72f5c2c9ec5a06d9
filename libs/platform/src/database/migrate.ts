import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runMigrations } from 'bullmq';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { queueNames } from '../job/queue.js';

export interface Patience {
  /** Told before each new attempt. */
  readonly say: (text: string) => void;
  /** How long one statement waits for a lock: whoever asks for the table after it waits behind it for as long. */
  readonly lockTimeoutMs: number;
  readonly attempts: number;
  readonly pauseMs: number;
}

const usual: Patience = { say: () => undefined, lockTimeoutMs: 3_000, attempts: 5, pauseMs: 2_000 };

/**
 * Brings the schema up to date as the owner: our migrations in file order (each in a transaction, one
 * process at a time by advisory lock), then the tables of the embedded queue, which BullMQ keeps. A table that is in
 * use is asked for again a few times; what ran stays, so running it once more goes on from there.
 * @returns the names of the migrations that ran now
 * @throws Error when a table stays locked through every attempt
 */
export async function migrate(ownerUrl: string, directory: string, patience: Partial<Patience> = {}): Promise<string[]> {
  const { say, lockTimeoutMs, attempts, pauseMs } = { ...usual, ...patience };
  const connection = { connectionString: ownerUrl, options: `-c lock_timeout=${lockTimeoutMs}` };
  const before = new Set(await known(connection));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runner({ databaseUrl: connection, dir: directory, direction: 'up', migrationsTable: 'pgmigrations', log: () => undefined });
      await prepareQueue(connection);
      return (await known(connection)).filter((name) => !before.has(name));
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (attempt >= attempts) {
        throw new Error(`A table was locked by others for ${lockTimeoutMs / 1000} s at each of ${attempts} attempts. Nothing is half-done. Stop the worker or end the long transaction (pg_stat_activity, xact_start), then migrate again.`, { cause: error });
      }
      say(`a table is in use by others: attempt ${attempt + 1} of ${attempts} follows in ${pauseMs / 1000} s`);
      await sleep(pauseMs);
    }
  }
}

/** SQLSTATE of a lock that did not come in time. */
const LOCK_NOT_AVAILABLE = '55P03';

async function prepareQueue(connection: pg.ClientConfig): Promise<void> {
  await connected(connection, async (client) => {
    await runMigrations(client as never, 'bullmq');
    // BullMQ makes a queue's sequence at its first job; ours are made here, so that no app role needs CREATE.
    for (const name of queueNames) await client.query(`create sequence if not exists bullmq.bullmq_jid_${createHash('md5').update(name).digest('hex')}`);
    // The queue's functions and tables belong to the owner; app and worker only use them.
    await client.query(`grant select, insert, update, delete on all tables in schema bullmq to pamong_app, pamong_worker`);
    await client.query(`grant usage, select, update on all sequences in schema bullmq to pamong_app, pamong_worker`);
    await client.query(`grant execute on all functions in schema bullmq to pamong_app, pamong_worker`);
  });
}

/** Names of the migrations that have run, in their order. */
function known(connection: pg.ClientConfig): Promise<string[]> {
  return connected(connection, async (client) => {
    const { rows: [table] } = await client.query<{ there: boolean }>(`select to_regclass('public.pgmigrations') is not null as there`);
    if (!table?.there) return [];
    return (await client.query<{ name: string }>('select name from public.pgmigrations order by id')).rows.map(({ name }) => name);
  });
}

async function connected<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
