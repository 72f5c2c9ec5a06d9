import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { Env, JobHost, makeLogger, readEnv } from '#platform';
import { WorkerModule } from '../../apps/worker/src/app.module.js';
import { type TestApi, startApi } from './api.js';
import { asOwner } from './database.js';
import { buildOfficial } from './letter-desk.js';
import { Browser, signedIn } from './sign-in.js';
import { type BuiltUnit, buildUnit } from './unit.js';

/** One village of the walk with somebody in each chair that matters. */
export interface Home {
  readonly api: TestApi;
  readonly unit: BuiltUnit;
  /** May nearly everything. */
  readonly secretary: Browser;
  /** May approve and void. */
  readonly head: Browser;
  /** Sees the village's own pages and its tasks, nothing else. */
  readonly treasurer: Browser;
  /** Sees residents of his hamlet (he was given none), and no tasks. */
  readonly hamletHead: Browser;
  /** Signs letters, being the head. */
  readonly officialId: string;
}

/** Two villages that know nothing of each other, the API, and a worker beside it in this process. */
export interface LeakWorld {
  readonly api: TestApi;
  readonly worker: INestApplicationContext;
  readonly first: Home;
  readonly second: Home;
  readonly nobody: Browser;
  close(): Promise<void>;
}

export async function openLeakWorld(): Promise<LeakWorld> {
  const api = await startApi();
  const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent' }));
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(env, makeLogger('silent', 'worker')), { logger: false });
  await worker.get(JobHost).start({ quick: 2, heavy: 1 });
  const [first, second] = [await settle(api), await settle(api)];
  return {
    api, worker, first, second,
    nobody: new Browser(api),
    close: async () => {
      await worker.close();
      await api.close();
    },
  };
}

async function settle(api: TestApi): Promise<Home> {
  const unit = await buildUnit();
  const [secretary, head, treasurer, hamletHead] = await Promise.all(['village-secretary', 'village-head', 'treasurer', 'hamlet-head'].map((role) => signedIn(api, role, unit.id)));
  if (!secretary || !head || !treasurer || !hamletHead) throw new Error('a chair of the village stayed empty');
  return { api, unit, secretary, head, treasurer, hamletHead, officialId: await buildOfficial(unit.id, { userId: head.userId }) };
}

/** A word nobody else is called by, letters only, as a name must be. */
export const someWord = (): string => uuidv7().replaceAll('-', '').slice(-14).replaceAll(/./g, (digit) => 'ABCDEFGHIJKLMNOP'[Number.parseInt(digit, 16)] ?? '');

/** What only this village may ever be told: ids of its records, names and numbers of its people. */
export async function secretsOf(unitId: number): Promise<string[]> {
  const ids = ['areas', 'officials', 'residents', 'families', 'letters', 'documents', 'import_runs', 'tasks', 'population_events', 'audit_entries', 'tax_objects', 'bills', 'journals', 'payments', 'deposits', 'collectors'];
  const rows = await asOwner<{ secret: string }>(
    `${ids.map((table) => `select id::text as secret from ${table} where village_id = $1`).join(' union all ')}
     union all select user_id::text from memberships where unit_id = $1
     union all select unnest(array[name, nik]) from residents where village_id = $1
     union all select unnest(array[b.payer_name, o.nop]) from bills b join tax_objects o on o.village_id = b.village_id and o.id = b.object_id where b.village_id = $1
     union all select name from import_issues where village_id = $1 and name is not null
     union all select number from families where village_id = $1
     union all select number_text from letters where village_id = $1 and number_text is not null
     union all select unnest(array[id::text, case_number]) from payment_disputes where for_village_id = $1
     union all select unnest(array[id::text, reference]) from expected_receipts where for_village_id = $1
     union all select sha256 from documents where village_id = $1`,
    [unitId],
  );
  return rows.map(({ secret }) => secret);
}

/** Everything that an act could change in a village, as one hash; the trail and the queue are left out. */
export async function fingerprintOf(unitId: number): Promise<string> {
  const tables = ['areas', 'officials', 'residents', 'families', 'population_events', 'resident_tokens', 'letters', 'letter_steps', 'letter_tokens', 'documents', 'document_tokens', 'import_runs', 'resident_import_rows', 'village_profiles', 'village_settings', 'issued_numbers', 'tasks', 'tax_objects', 'bills', 'bill_positions', 'assessment_lists', 'assessment_parts', 'assessment_rows', 'journals', 'transfers', 'collectors', 'collector_assignments', 'payments', 'payment_lines', 'deposits', 'deposit_payments', 'settlements', 'bank_accounts', 'bank_statements', 'statement_lines', 'expected_receipts', 'claims', 'claim_lines', 'claim_deposits', 'bank_statement_rows'];
  const hashes = tables.map((table) => `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t where village_id = $1`);
  const users = `select md5(coalesce(string_agg(u.name || u.active || u.password_hash || m.id || m.role || coalesce(m.ended_at::text, '-'), '|' order by m.id), '')) from users u join memberships m on m.user_id = u.id where m.unit_id = $1`;
  const rows = await asOwner<{ hash: string }>([...hashes, users].join(' union all '), [unitId]);
  return rows.map(({ hash }) => hash).join(' ');
}
