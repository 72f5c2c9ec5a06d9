import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MessageEvent } from '@nestjs/common';
import { type Observable, Subject } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { until } from '../../../../test/support/until.js';
import type { Actor } from '../actor/actor.js';
import type { Listener } from '../database/listener.js';
import { TaskEvents } from './task-events.js';

let app: OpenDatabase;
let village: number;
let elsewhere: number;
let tasks: Subject<{ unitId: number; taskId: string }>;
let events: TaskEvents;

/** What a stream has said so far, and how it ended. */
interface Heard {
  readonly types: (string | undefined)[];
  end: 'open' | 'complete' | 'error';
}

const listen = (stream: Observable<MessageEvent>): Heard => {
  const heard: Heard = { types: [], end: 'open' };
  stream.subscribe({ next: ({ type }) => heard.types.push(type), complete: () => (heard.end = 'complete'), error: () => (heard.end = 'error') });
  return heard;
};

const runningTask = async (unitId: number): Promise<string> => {
  const id = uuidv7();
  await asOwner(`insert into tasks (id, village_id, kind, status, outbox_id, created_at) values ($1, $2, 'render-letter', 'running', $3, now())`, [id, unitId, uuidv7()]);
  return id;
};

const revoke = (actor: Actor): Promise<unknown> => asOwner('update sessions set revoked_at = now() where id = $1', [actor.sessionId]);
const outdate = (actor: Actor): Promise<unknown> => asOwner('update sessions set version = version + 1 where id = $1', [actor.sessionId]);
const beat = (): void => void jest.advanceTimersByTime(20_000);
/** The question of the last heartbeat has been answered. */
const answered = (heard: Heard, ready: (now: Heard) => boolean): Promise<Heard> => until(async () => heard, ready);

beforeAll(async () => {
  app = await openDatabase('app');
  [{ unitId: village }, { unitId: elsewhere }] = [await buildVillage(), await buildVillage()];
});
afterAll(() => app.close());

beforeEach(() => {
  // Only what a heartbeat is made of: the connections to Postgres need their own timers.
  jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] });
  tasks = new Subject();
  events = new TaskEvents(app.database, { tasks } as unknown as Listener);
});
afterEach(() => {
  events.onModuleDestroy();
  jest.useRealTimers();
});

describe('a stream of tasks', () => {
  it('beats every 20 seconds for as long as the session stands, with and without events', async () => {
    const actor = await staffAt(village, 'operator');
    const id = await runningTask(village);
    const heard = listen(await events.ofUnit(actor));
    beat();
    await answered(heard, ({ types }) => types.length === 1);
    tasks.next({ unitId: village, taskId: id });
    tasks.next({ unitId: elsewhere, taskId: await runningTask(elsewhere) });
    await answered(heard, ({ types }) => types.length === 2);
    beat();
    await answered(heard, ({ types }) => types.length === 3);
    expect(heard).toEqual({ types: ['heartbeat', 'task', 'heartbeat'], end: 'open' });
  });

  it.each([['revoked', revoke], ['of other rights by now', outdate]] as const)('ends with the next heartbeat once its session is %s, though nothing happens, and leaves others open', async (_how, act) => {
    const [actor, neighbour] = [await staffAt(village, 'operator'), await staffAt(elsewhere, 'operator')];
    const [unit, one, other] = [listen(await events.ofUnit(actor)), listen(await events.ofTask(actor, await runningTask(village))), listen(await events.ofUnit(neighbour))];
    await act(actor);
    expect([unit.end, one.end]).toEqual(['open', 'open']);
    beat();
    for (const heard of [unit, one]) await answered(heard, ({ end }) => end !== 'open');
    await answered(other, ({ types }) => types.length === 1);
    expect([unit, one, other]).toEqual([{ types: [], end: 'complete' }, { types: ['task'], end: 'complete' }, { types: ['heartbeat'], end: 'open' }]);
    beat();
    await answered(other, ({ types }) => types.length === 2);
    expect([unit.types, one.types]).toEqual([[], ['task']]);
  });

  it('ends with the next event as well, without an error and without the event', async () => {
    const actor = await staffAt(village, 'operator');
    const heard = listen(await events.ofUnit(actor));
    await revoke(actor);
    tasks.next({ unitId: village, taskId: await runningTask(village) });
    await answered(heard, ({ end }) => end !== 'open');
    expect(heard).toEqual({ types: [], end: 'complete' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('of one task ends with the task, and its heartbeat with it', async () => {
    const actor = await staffAt(village, 'operator');
    const id = await runningTask(village);
    await asOwner(`update tasks set status = 'done', finished_at = now() where id = $1`, [id]);
    expect(listen(await events.ofTask(actor, id))).toEqual({ types: ['task'], end: 'complete' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stays open while the database is away, which says nothing about the session', async () => {
    const actor = await staffAt(village, 'operator');
    const heard = listen(await events.ofUnit(actor));
    const asked = jest.spyOn(app.database, 'readVillageAll').mockRejectedValueOnce(new Error('connection refused'));
    beat();
    await answered(heard, ({ types }) => types.length === 1);
    asked.mockRestore();
    expect(heard.end).toBe('open');
  });

  it('is refused before it begins when its session does not stand', async () => {
    const actor = await staffAt(village, 'operator');
    await revoke(actor);
    await expect(events.ofUnit(actor)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });
});
