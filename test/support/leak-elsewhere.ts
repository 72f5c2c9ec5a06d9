import { v7 as uuidv7 } from 'uuid';
import { OutboxRelay } from '#platform';
import type { TestApi } from './api.js';
import { asOwner, connectedAs } from './database.js';
import { checkedStatement, expectedDeposit, quiet, settledClaim, unclaimedStatement, unmatchedStatement } from './leak-bank-builders.js';
import { appliedImport, appliedList, type Build, checkedImport, checkedList, failedLetter, unprintedReceipt } from './leak-builders.js';
import { fingerprintOf, type LeakWorld } from './leak-world.js';
import type { Browser } from './sign-in.js';

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

/** A record on which the job would act at once, and the field of its payload that names it. */
interface Target {
  readonly field: string;
  readonly build: Build;
  /** Brings the built record into the state in which the job acts; $1 village, $2 record. */
  readonly ready?: string;
  /** It lives at the regency's office, on whose behalf the job runs. */
  readonly atOffice?: true;
  /** The job runs for the village, and what it changes lies at the office. */
  readonly changesOffice?: true;
  /** The payload of a job that needs more than the one id; the record is then `one/another`. */
  readonly payload?: (one: string, another: string) => object;
}

const targets: Readonly<Record<string, Target>> = {
  'render-letter': { field: 'letterId', build: failedLetter, ready: `update letters set status = 'approved', failure_code = null, failure_message = null where village_id = $1 and id = $2` },
  'render-receipt': { field: 'paymentId', build: unprintedReceipt },
  'expect-receipt': { field: 'deposit', build: expectedDeposit, changesOffice: true, ready: 'delete from expected_receipts where $1::int is not null and deposit_id = $2' },
  'settle-deposit': { field: 'depositIds', build: expectedDeposit, payload: (deposit) => ({ claims: [{ claimId: uuidv7(), depositIds: [deposit] }] }) },
  'unsettle-deposit': { field: 'depositIds', build: settledClaim, payload: (claimId, deposit) => ({ claimId, depositIds: [deposit] }) },
  'note-settled': { field: 'claim', build: settledClaim, changesOffice: true, payload: (claim) => ({ claims: [claim] }), ready: 'update claim_deposits set settled_at = null where $1::int is not null and claim_id::text = split_part($2, $$/$$, 1)' },
  'pass-on-claims': { field: 'claimId', build: settledClaim, atOffice: true, payload: (claimId) => ({ claimId }), ready: 'update claims set passed_on_at = null where village_id = $1 and id::text = split_part($2, $$/$$, 1)' },
  'match-lines': { field: 'statementId', build: unmatchedStatement, atOffice: true, payload: (statementId) => ({ statementId, expectedId: null }) },
  'check-bank-statement': { field: 'runId', build: checkedStatement, atOffice: true, ready: `update import_runs set state = 'checking', checked_at = null where village_id = $1 and id = $2` },
  'clear-bank-statement': { field: 'runId', build: checkedStatement, atOffice: true },
  'write-bank-statement': { field: 'runId', build: checkedStatement, atOffice: true, ready: `update import_runs set state = 'applying', rows_mode = 'all', applied_by_name = 'Uji' where village_id = $1 and id = $2` },
  'take-back-bank-statement': { field: 'runId', build: unclaimedStatement, atOffice: true, ready: `update import_runs set state = 'reversing', reversed_by_name = 'Uji', reversal_reason = 'Uji' where village_id = $1 and id = $2` },
  'check-assessment-import': { field: 'runId', build: checkedList, atOffice: true, ready: `update import_runs set state = 'checking', checked_at = null where village_id = $1 and id = $2` },
  'clear-assessment-import': { field: 'runId', build: checkedList, atOffice: true },
  'compare-assessment-parts': { field: 'runId', build: checkedList, atOffice: true, ready: `update assessment_parts set amount = amount + 1 where village_id = $1 and run_id = $2` },
  'write-assessment-import': { field: 'runId', build: checkedList, atOffice: true, ready: `update import_runs set state = 'applying', rows_mode = 'good', applied_by_name = 'Uji' where village_id = $1 and id = $2` },
  'take-back-assessment-import': { field: 'runId', build: appliedList, atOffice: true, ready: `update import_runs set state = 'reversing', reversed_by_name = 'Uji', reversal_reason = 'Uji' where village_id = $1 and id = $2` },
  'write-assessment-errors': { field: 'runId', build: checkedList, atOffice: true, ready: 'update import_runs set errors_sha256 = null where village_id = $1 and id = $2' },
  'check-resident-import': { field: 'runId', build: checkedImport, ready: `update import_runs set state = 'checking', checked_at = null where village_id = $1 and id = $2` },
  'write-resident-import': { field: 'runId', build: checkedImport, ready: `update import_runs set state = 'applying', rows_mode = 'good', existing_mode = 'skip', applied_by_name = 'Uji' where village_id = $1 and id = $2` },
  'take-back-resident-import': { field: 'runId', build: appliedImport, ready: `update import_runs set state = 'reversing', reversed_by_name = 'Uji', reversal_reason = 'Uji' where village_id = $1 and id = $2` },
  'clear-resident-import': { field: 'runId', build: checkedImport },
  'write-resident-import-errors': { field: 'runId', build: checkedImport, ready: 'update import_runs set errors_sha256 = null where village_id = $1 and id = $2' },
};

/**
 * Lays a job into the outbox of a village that names a record of the first one, as somebody who could write there would, and
 * waits until the worker has dealt with it and all it set off; from the second village, then, as a control, from the record's own.
 * @returns whether each of them changed anything where the record is
 * @throws Error for a job nobody has said here how to forge
 */
export async function forge(job: string, world: LeakWorld): Promise<{ fromOutside: boolean; fromInside: boolean }> {
  const target = targets[job];
  if (!target) throw new Error(`say in leak-elsewhere.ts what the job ${job} names`);
  const { first, second } = world;
  const record = await target.build(first);
  const unit = target.atOffice ? 0 : first.unit.id;
  const looked = target.changesOffice ? 0 : unit;
  await quiet(first, second);
  if (target.ready) await asOwner(target.ready, [unit, record]);
  const [one = '', another = ''] = record.split('/');
  const changedBy = async (unitId: number): Promise<boolean> => {
    const before = await fingerprintOf(looked);
    await runJob(job, unitId, target.payload?.(one, another) ?? { [target.field]: record }, world);
    return before !== (await fingerprintOf(looked));
  };
  return { fromOutside: await changedBy(second.unit.id), fromInside: await changedBy(unit) };
}

async function runJob(name: string, unitId: number, payload: object, { worker, first, second }: LeakWorld): Promise<void> {
  await asOwner(`insert into outbox (id, village_id, kind, name, payload, request_id, created_at) values ($1, $2, 'job', $3, $4, 'forged', now() - interval '1 minute')`, [uuidv7(), unitId, name, JSON.stringify(payload)]);
  // The worker's own sweep, which would come by itself within two seconds: that wait was nearly all the time this took.
  await worker.get(OutboxRelay).sweep(new Date());
  await quiet(first, second);
}
