import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModuleRef } from '@nestjs/core';
import { z } from 'zod';
import { asOwner, workerDatabase } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { type Actor, jobActor } from '../actor/actor.js';
import { DomainError } from '../http/domain-error.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
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
    if (payload.n === 15) {
      context.progress(1, 2);
      await new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(context.signal.reason as Error)));
    }
  }
}
const countJob = defineJob({ name: 'spec-count', schema: z.object({ n: z.number() }), run: Count });
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
    opened.database.afterCommit = (by, ids) => relay.forwardSoon(by, ids);
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
    app.database.afterCommit = (by, ids) => app.relay.forwardSoon(by, ids);
    await worker.relay.sweep(new Date(Date.now() + 5_000));
    await until(() => runs.some((r) => r.n === 30));
  });

  it('cancels running work through its task', async () => {
    const id = await app.database.inVillage(actor, (tx) => tx.startTask(countJob, { n: 15 }, { kind: 'spec' }));
    await until(async () => (await asOwner(`select 1 from tasks where id = $1 and status = 'running'`, [id])).length === 1);
    await app.database.inVillage(actor, (tx) => tx.query('update tasks set cancel_requested_at = $2 where id = $1', [id, tx.now]));
    await until(async () => (await asOwner(`select 1 from tasks where id = $1 and status = 'cancelled'`, [id])).length === 1);
  });
});
