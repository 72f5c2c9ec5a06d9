import { v7 as uuidv7 } from 'uuid';
import type { TestApi } from './api.js';
import { asOwner, connectedAs } from './database.js';
import type { Browser } from './sign-in.js';
import { until } from './until.js';

/** Everything a signed-in user hears on the stream of his unit's tasks. */
export async function listen(api: TestApi, browser: Browser): Promise<{ heard(): string; stop(): void }> {
  const { port } = await addressOf(api);
  const ending = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/tasks/events`, { headers: { authorization: `Bearer ${browser.token}` }, signal: ending.signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`the stream answered ${answer.status}`);
  let heard = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) heard += piece.value;
  };
  void read().catch(() => undefined);
  return { heard: () => heard, stop: () => ending.abort() };
}

async function addressOf(api: TestApi): Promise<{ port: number }> {
  const server = api.app.getHttpServer();
  if (!server.listening) await new Promise<void>((open) => void server.listen(0, '127.0.0.1', open));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the API does not listen');
  return address;
}

/** Which columns of which table the portal's role reads once it has set the village by hand, tried one by one. */
export async function columnsThePortalReads(tables: readonly string[], unitId: number): Promise<Record<string, string[]>> {
  const columns = await asOwner<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and table_name = any($1) order by 1, 2`,
    [tables],
  );
  const read: Record<string, string[]> = {};
  await connectedAs('portal', async (client) => {
    await client.query(`set app.village_id = '${unitId}'`);
    for (const { table, column } of columns) {
      const answer = await client.query(`select ${column} from ${table} limit 1`).catch(() => null);
      if (answer) (read[table] ??= []).push(column);
    }
  });
  return read;
}

/** What a job's payload would name, by the field that names it. */
const targets: Readonly<Record<string, { field: string; of: string }>> = {
  'render-letter': { field: 'letterId', of: `select id from letters where village_id = $1 and status = 'approved'` },
  'check-resident-import': { field: 'runId', of: 'select id from import_runs where village_id = $1' },
  'write-resident-import': { field: 'runId', of: 'select id from import_runs where village_id = $1' },
  'take-back-resident-import': { field: 'runId', of: 'select id from import_runs where village_id = $1' },
  'clear-resident-import': { field: 'runId', of: 'select id from import_runs where village_id = $1' },
};

/**
 * Lays a job into the outbox of one village that names a record of another, as somebody who could write there would,
 * and waits until the worker has dealt with it.
 * @returns the code it failed with, or null when it did its work
 * @throws Error for a job nobody has said here how to forge
 */
export async function forge(job: string, inVillage: number, ofVillage: number): Promise<{ failure: string | null }> {
  const target = targets[job];
  if (!target) throw new Error(`say in leak-elsewhere.ts what the job ${job} names`);
  const [record] = await asOwner<{ id: string }>(`${target.of} limit 1`, [ofVillage]);
  const id = uuidv7();
  await asOwner(
    `insert into outbox (id, village_id, kind, name, payload, request_id, created_at) values ($1, $2, 'job', $3, $4, 'forged', now() - interval '1 minute')`,
    [id, inVillage, job, JSON.stringify({ [target.field]: record?.id })],
  );
  const rows = await until(() => asOwner<{ done: boolean; failure: string | null }>('select done_at is not null as done, failure_code as failure from outbox where id = $1', [id]), ([row]) => Boolean(row?.done || row?.failure));
  return { failure: rows[0]?.failure ?? null };
}
