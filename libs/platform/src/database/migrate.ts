import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { queueNames } from '../job/queue.js';

/**
 * Brings the schema up to date as the owner: our migrations in file order (each in a transaction, one
 * process at a time by advisory lock), then the tables of the embedded queue, which BullMQ keeps.
 * @returns the names of the migrations that ran now
 */
export async function migrate(ownerUrl: string, directory: string): Promise<string[]> {
  const ran = await runner({ databaseUrl: ownerUrl, dir: directory, direction: 'up', migrationsTable: 'pgmigrations', log: () => undefined });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client as never, 'bullmq');
    // BullMQ makes a queue's sequence at its first job; ours are made here, so that no app role needs CREATE.
    for (const name of queueNames) await client.query(`create sequence if not exists bullmq.bullmq_jid_${createHash('md5').update(name).digest('hex')}`);
    // The queue's functions and tables belong to the owner; app and worker only use them.
    await client.query(`grant select, insert, update, delete on all tables in schema bullmq to pamong_app, pamong_worker`);
    await client.query(`grant usage, select, update on all sequences in schema bullmq to pamong_app, pamong_worker`);
    await client.query(`grant execute on all functions in schema bullmq to pamong_app, pamong_worker`);
  } finally {
    await client.end();
  }
  return ran.map((migration) => migration.name);
}
