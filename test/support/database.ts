import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createClone, dropClone } from './clones.mjs';

/** Who connects: the owner passes row level security and is for arranging and looking, never for the act under test. */
export type DatabaseRole = 'owner' | 'app' | 'portal' | 'worker';

/** Connection URLs of one database by role. */
export type DatabaseUrls = Readonly<Record<DatabaseRole, string>>;

/** This worker's copy of the migrated template. Spec files that run in the same worker share it, so each builds its own villages. */
export function workerDatabase(): DatabaseUrls {
  return { owner: url('DATABASE_OWNER_URL'), app: url('DATABASE_URL'), portal: url('DATABASE_PORTAL_URL'), worker: url('DATABASE_WORKER_URL') };
}

/**
 * A copy nobody else uses, for tests that count everything or change the schema (about 0.2 s). Call `drop` in afterAll.
 */
export async function freshDatabase(): Promise<{ urls: DatabaseUrls; drop(): Promise<void> }> {
  const suffix = randomUUID().slice(0, 8);
  const urls = (await createClone(suffix)) as DatabaseUrls;
  return { urls, drop: () => dropClone(suffix) };
}

/** One connection as `role` for the time of `work`. */
export async function connectedAs<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>, urls = workerDatabase()): Promise<T> {
  const client = new pg.Client({ connectionString: urls[role] });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows of one statement run as the owner, past row level security: to arrange and to look, not to act. */
export function asOwner<R extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
  return connectedAs('owner', async (client) => (await client.query<R>(sql, values)).rows);
}

function url(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is missing: this spec belongs to a suite with the database set-up (test/jest.db.mjs)`);
  return value;
}
