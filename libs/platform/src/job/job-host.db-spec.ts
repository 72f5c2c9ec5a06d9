import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModuleRef } from '@nestjs/core';
import { z } from 'zod';
import { asOwner, workerDatabase } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { type Actor, jobActor } from '../actor/actor.js';
import { DomainError } from '../http/domain-error.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { CancelTask } from '../task/cancel-task.js';
import { taskById } from '../task/task.queries.js';
import { TaskRecorder } from '../task/task-recorder.js';
import { defineJob, type JobContext, onFact } from './define-job.js';
import { JobHost } from './job-host.js';
import { QueueStore } from './queue.js';

const runs: { n: number; unitId: number; attempt: number }[] = [];

class Count {
  async run(actor: Actor, payload: { n: number }, context: JobContext): Promise<void> {
    runs.push({ n: payload.n, unitId: actor.unitId, attempt: context.attempt });
    if (payload.n === 13 && context.attempt < 3) throw new Error('try again');
    if (payload.n === 14) throw new DomainError('SPEC_REFUSED', 409, 'Ditolak.');
    if (payload.n === 16 && context.signal.aborted) throw new Error('put right');
    if (payload.n === 15) {
      context.progress(1, 2);
      await new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(context.signal.reason as Error)));
    }
  }
}
const countJob = defineJob({ name: 'spec-count', schema: z.object({ n: z.number() }), run: Count, cancelPermission: 'spec.do' });
onFact('spec.happened', countJob, (fact) => ({ n: Number(fact['n']) }));

async function until(question: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (await question()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited for nothing');
}

const stores: [string, string | undefined][] = [['Postgres', undefined]];
if (process.env['TEST_REDIS_URL']) stores.push(['Redis', process.env['TEST_REDIS_URL']]);

describe.each(stores)('the queue on %s', (_name, redisUrl) => {
  let app: OpenDatabase & { relay: OutboxRelay; store: QueueStore };
  let worker: typeof app & { host: JobHost };
  let unit: number;
  let actor: Actor;

  async function open(role: 'app' | 'worker') {
    const opened = await openDatabase(role);
    const store = new QueueStore({ redisUrl, databaseUrl: workerDatabase()[role], poolSize: 8 }, () => undefined);
    const relay = new OutboxRelay(store, opened.database, () => undefined);
    opened.database.afterCommit = (rows) => relay.forwardSoon(rows);
    return { ...opened, relay, store };
  }

  async function close(all: typeof app): Promise<void> {
    await all.relay.close();
    await all.store.close();
    await all.close();
  }

  beforeAll(async () => {
    runs.length = 0;
    ({ unitId: unit } = await buildVillage());
    actor = jobActor(unit, 'spec-request', '00000000-0000-7000-8000-000000000001');
    app = await open('app');
    const opened = await open('worker');
    const modules = { get: () => new Count() } as unknown as ModuleRef;
    worker = { ...opened, host: new JobHost(opened.store, opened.database, modules, new TaskRecorder(opened.database), { info: () => undefined, error: () => undefined }) };
    await worker.host.start({ quick: 4, heavy: 1 });
  });

  afterAll(async () => {
    await worker.host.stop(2_000);
    await close(worker);
    await close(app);
  });

  it('runs a job once after commit, in the village of its outbox row', async () => {
    await app.database.inVillage(actor, (tx) => tx.enqueue(countJob, { n: 1 }));
    await until(() => runs.some((r) => r.n === 1));
    expect(runs.filter((r) => r.n === 1)).toEqual([{ n: 1, unitId: unit, attempt: 1 }]);
  });

  it('does not let a payload choose the village', async () => {
    const other = await buildVillage();
    const wish = JSON.stringify({ n: 4, unitId: other.unitId, villageId: other.unitId, village_id: other.unitId });
    await asOwner(`insert into outbox (id, village_id, kind, name, payload, request_id, created_at) values (gen_random_uuid(), $1, 'job', 'spec-count', $2, 'spec', now() - interval '5 seconds')`, [unit, wish]);
    await worker.relay.sweep(new Date());
    await until(() => runs.some((r) => r.n === 4));
    expect(runs.filter((r) => r.n === 4)).toEqual([{ n: 4, unitId: unit, attempt: 1 }]);
  });

  it('runs nothing of a transaction that was undone', async () => {
    await expect(
      app.database.inVillage(actor, async (tx) => {
        tx.enqueue(countJob, { n: 2 });
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    await app.database.inVillage(actor, (tx) => tx.enqueue(countJob, { n: 3 }));
    await until(() => runs.some((r) => r.n === 3));
    expect(runs.some((r) => r.n === 2)).toBe(false);
  });

  it('tries a failing job again and keeps a refusal at once', async () => {
    await app.database.inVillage(actor, (tx) => tx.enqueue(countJob, { n: 13 }));
    const refused = await app.database.inVillage(actor, (tx) => tx.startTask(countJob, { n: 14 }, { kind: 'spec' }));
    await until(() => runs.filter((r) => r.n === 13).length === 3);
    await until(async () => (await asOwner('select 1 from tasks where id = $1 and finished_at is not null', [refused])).length === 1);
    const [task] = await asOwner('select status, failure_code from tasks where id = $1', [refused]);
    expect(task).toEqual({ status: 'failed', failure_code: 'SPEC_REFUSED' });
    expect(runs.filter((r) => r.n === 14)).toHaveLength(1);
  });

  it('spreads a fact to its subscribers, once', async () => {
    await app.database.inVillage(actor, (tx) => tx.fact('spec.happened', { n: 20 }));
    await until(() => runs.some((r) => r.n === 20));
    expect(runs.filter((r) => r.n === 20)).toHaveLength(1);
  });

  it('carries rows whose process died before forwarding', async () => {
    app.database.afterCommit = () => undefined;
    await app.database.inVillage(actor, (tx) => tx.enqueue(countJob, { n: 30 }));
    app.database.afterCommit = (rows) => app.relay.forwardSoon(rows);
    await worker.relay.sweep(new Date(Date.now() + 5_000));
    await until(() => runs.some((r) => r.n === 30));
  });

  it.each(['with a task', 'without one'])('gives a job up that took the worker down three times, %s', async (kind) => {
    app.database.afterCommit = () => undefined;
    const n = kind === 'with a task' ? 16 : 17;
    await app.database.inVillage(actor, (tx) => (n === 16 ? tx.startTask(countJob, { n }, { kind: 'spec' }) : tx.enqueue(countJob, { n })));
    app.database.afterCommit = (rows) => app.relay.forwardSoon(rows);
    await asOwner(`update outbox set starts = 3 where village_id = $2 and name = 'spec-count' and payload = $1`, [JSON.stringify({ n }), unit]);
    await worker.relay.sweep(new Date(Date.now() + 5_000));
    const row = () => asOwner('select o.failure_code, t.status, t.failure_code as told from outbox o left join tasks t on t.outbox_id = o.id where o.village_id = $2 and o.payload = $1 and o.failed_at is not null', [JSON.stringify({ n }), unit]);
    await until(async () => (await row()).length === 1);
    expect(await row()).toEqual([n === 16 ? { failure_code: 'JOB_KILLED_WORKER', status: 'failed', told: 'JOB_KILLED_WORKER' } : { failure_code: 'JOB_KILLED_WORKER', status: null, told: null }]);
    expect(runs.filter((run) => run.n === 17)).toHaveLength(0);
  });

  it('counts no orderly failure as a death', async () => {
    await app.database.inVillage(actor, (tx) => tx.enqueue(countJob, { n: 13 }));
    await until(() => runs.filter((r) => r.n === 13).length === 6);
    await until(async () => (await asOwner(`select 1 from outbox where village_id = $1 and payload = '{"n": 13}' and done_at is not null`, [unit])).length === 2);
    expect((await asOwner(`select max(starts) as most from outbox where village_id = $1 and payload = '{"n": 13}'`, [unit]))[0]).toEqual({ most: 1 });
  });

  it('cancels running work through its task, for those who may do it', async () => {
    const id = await app.database.inVillage(actor, (tx) => tx.startTask(countJob, { n: 15 }, { kind: 'spec' }));
    await until(async () => (await asOwner(`select 1 from tasks where id = $1 and status = 'running'`, [id])).length === 1);
    const cancelTask = new CancelTask(app.database);
    await expect(cancelTask.run(actor, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
    expect((await taskById(app.database, actor, id)).actions).toEqual([]);
    const doer = { ...actor, permissions: new Set(['spec.do']) };
    expect((await taskById(app.database, doer, id)).actions).toEqual(['cancel']);
    await cancelTask.run(doer, id);
    await until(async () => (await asOwner(`select 1 from tasks where id = $1 and status = 'cancelled'`, [id])).length === 1);
  });
});
