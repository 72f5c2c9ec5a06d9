import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { jobActor } from '../actor/actor.js';
import type { Database } from './database.js';
import type { Tx } from './tx.js';

let app: OpenDatabase;
let database: Database;
let first: number;
let second: number;

const task = (unit: number, id = uuidv7()) => [id, unit, 'spec', 'queued', uuidv7(), new Date()];
const insertTask = 'insert into tasks (id, village_id, kind, status, outbox_id, created_at) values ($1, $2, $3, $4, $5, $6)';

beforeAll(async () => {
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
  app = await openDatabase('app');
  database = app.database;
});

afterAll(() => app.close());

describe('inVillage', () => {
  it('undoes everything when the work fails', async () => {
    const actor = jobActor(first, 'spec');
    const id = uuidv7();
    await expect(
      database.inVillage(actor, async (tx) => {
        await tx.query(insertTask, task(first, id));
        expect(await tx.query('select id from tasks where id = $1', [id])).toHaveLength(1);
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    expect((await asOwner('select 1 from tasks where id = $1', [id])).length).toBe(0);
  });

  it('sees and writes rows of its own village only', async () => {
    await database.inVillage(jobActor(first, 'spec'), (tx) => tx.query(insertTask, task(first)));
    const seen = await database.inVillage(jobActor(second, 'spec'), (tx) => tx.query('select * from tasks where village_id = $1', [first]));
    expect(seen).toHaveLength(0);
    await expect(database.inVillage(jobActor(second, 'spec'), (tx) => tx.query(insertTask, task(first)))).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a unit that is not an integer', async () => {
    await expect(database.inVillage({ ...jobActor(first, 'spec'), unitId: '1; drop table tasks' as never }, async () => 1)).rejects.toThrow('integer');
  });

  it('leaves no village behind on a pooled connection', async () => {
    await database.inVillage(jobActor(first, 'spec'), async () => undefined);
    const { rows } = await app.pool.query<{ v: string | null }>(`select nullif(current_setting('app.village_id', true), '') as v`);
    expect(rows[0]?.v ?? null).toBeNull();
  });

  it('sends what is only written before the next question, in order', async () => {
    const actor = jobActor(first, 'spec');
    const id = uuidv7();
    const status = await database.inVillage(actor, async (tx) => {
      tx.write(insertTask, task(first, id));
      tx.write(`update tasks set status = 'running' where id = $1`, [id]);
      const row = await tx.one<{ status: string }>('select status from tasks where id = $1', [id]);
      tx.write(`update tasks set status = 'done' where id = $1`, [id]);
      return row?.status;
    });
    expect([status, await asOwner('select status from tasks where id = $1', [id])]).toEqual(['running', [{ status: 'done' }]]);
  });

  it('fails whole when something that was only written fails, at the next question or at the end', async () => {
    const actor = jobActor(first, 'spec');
    const [id, other] = [uuidv7(), uuidv7()];
    const twice = (tx: Tx): void => {
      tx.write(insertTask, task(first, other));
      tx.write(insertTask, task(first, other));
    };
    await expect(database.inVillage(actor, twice)).rejects.toMatchObject({ code: '23505' });
    await expect(
      database.inVillage(actor, async (tx) => {
        twice(tx);
        await tx.query(insertTask, task(first, id));
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await asOwner('select 1 from tasks where id = any($1)', [[id, other]])).toEqual([]);
  });

  it('does not say that it committed when a failure was swallowed', async () => {
    const id = uuidv7();
    await expect(
      database.inVillage(jobActor(first, 'spec'), async (tx) => {
        tx.write(insertTask, task(first, id));
        await tx.query('select 1 / $1::int', [0]).catch(() => undefined);
      }),
    ).rejects.toThrow('rolled back');
    expect(await asOwner('select 1 from tasks where id = $1', [id])).toEqual([]);
  });

  it('checks the session although the work asks nothing', async () => {
    const actor = { ...jobActor(first, 'spec'), kind: 'staff' as const, sessionId: uuidv7(), sessionVersion: 1 };
    await expect(database.inVillage(actor, () => 1)).rejects.toMatchObject({ code: 'SESSION_REVOKED', status: 401 });
    expect(await database.inVillage(jobActor(first, 'spec'), () => 1)).toBe(1);
  });
});

describe('readVillage', () => {
  it('reads several statements with one wait, in its own village only', async () => {
    const id = uuidv7();
    await database.inVillage(jobActor(first, 'spec'), (tx) => tx.query(insertTask, task(first, id)));
    const statement = { name: 'spec-task', text: 'select id from tasks where id = $1', values: [id] };
    const [own, count] = await database.readVillageAll<[{ id: string }, { n: bigint }]>(jobActor(first, 'spec'), [statement, { name: 'spec-count', text: 'select count(*) as n from tasks', values: [] }]);
    expect(own).toHaveLength(1);
    expect(count[0]?.n).toBeGreaterThan(0n);
    expect(await database.readVillage(jobActor(second, 'spec'), statement)).toHaveLength(0);
  });

  it('refuses to write, and its connection serves the next read', async () => {
    await expect(database.readVillage(jobActor(first, 'spec'), { name: 'spec-write', text: insertTask, values: task(first) })).rejects.toMatchObject({ code: '25006' });
    expect(await database.readVillage(jobActor(first, 'spec'), { name: 'spec-one', text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }]);
  });

  it('refuses a staff actor whose session is unknown', async () => {
    const actor = { ...jobActor(first, 'spec'), kind: 'staff' as const, sessionId: uuidv7(), sessionVersion: 1 };
    await expect(database.readVillage(actor, { name: 'spec-two', text: 'select 1', values: [] })).rejects.toMatchObject({ code: 'SESSION_REVOKED', status: 401 });
    await expect(database.inVillage(actor, async () => 1)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });
});

describe('without a village', () => {
  it.each(['app', 'worker', 'portal'] as const)('%s sees no row of a tenant table', async (role) => {
    await connectedAs(role, async (client) => {
      const answer = await client.query('select count(*)::int as n from audit_entries').catch((error: { code: string }) => ({ rows: [{ n: error.code }] }));
      expect([0, '42501']).toContain(answer.rows[0]?.n);
    });
  });
});

describe('one round trip', () => {
  const one = { name: 'spec-number', text: 'select $1::int as n', values: [1] };
  const failing = { name: 'spec-division', text: 'select 1 / $1::int as n', values: [0] };

  it('gives every one of many readers their own rows, whoever had the connection before', async () => {
    const reads = Array.from({ length: 200 }, (_, nth) => {
      const unit = nth % 2 ? first : second;
      const statement = { name: 'spec-own', text: `select $1::int as nth, current_setting('app.village_id') as unit, $2::text as word`, values: [nth, nth % 3 ? null : 'kata'] };
      return database.readVillage(jobActor(unit, 'spec'), nth % 5 ? statement : failing).then((rows) => expect(rows).toEqual([{ nth, unit: String(unit), word: nth % 3 ? null : 'kata' }]), (error: { code: string }) => expect([error.code, nth % 5]).toEqual(['22012', 0]));
    });
    await Promise.all(reads);
  });

  it('serves statements of different columns, and none at all', async () => {
    const actor = jobActor(first, 'spec');
    const day = { name: 'spec-day', text: `select date '2026-11-24' as day, 7::bigint as big, null::text as nothing, array[1, 2] as list`, values: [] };
    for (let nth = 0; nth < 6; nth++) {
      expect(await database.readVillageAll(actor, [one, day, { ...one, values: [2] }])).toEqual([[{ n: 1 }], [{ day: '2026-11-24', big: 7n, nothing: null, list: [1, 2] }], [{ n: 2 }]]);
    }
    expect(await database.readVillageAll(actor, [])).toEqual([]);
  });

  it('goes on after a failed statement, also one that failed when it was first sent', async () => {
    const actor = jobActor(first, 'spec');
    for (let nth = 0; nth < 6; nth++) {
      await expect(database.readVillageAll(actor, [failing, one])).rejects.toMatchObject({ code: '22012' });
      await expect(database.readVillage(actor, { name: 'spec-mistake', text: 'select no_such_column', values: [] })).rejects.toMatchObject({ code: '42703' });
      expect(await database.readVillage(actor, { ...failing, values: [1] })).toEqual([{ n: 1 }]);
    }
  });

  it('refuses one name for two texts before anything is sent', async () => {
    const actor = jobActor(first, 'spec');
    await Promise.all(Array.from({ length: 8 }, () => database.readVillage(actor, one)));
    await expect(database.readVillage(actor, { ...one, text: 'select 2 as n, $1::int' })).rejects.toThrow('two texts');
    expect(await database.readVillage(actor, one)).toEqual([{ n: 1 }]);
  });

  it('prepares anew what a change of the schema has overtaken', async () => {
    const actor = jobActor(first, 'spec');
    const name = `spec_${uuidv7().replaceAll('-', '')}`;
    const all = { name, text: `select * from ${name}`, values: [] };
    await asOwner(`create table ${name} (a int); insert into ${name} values (1); grant select on ${name} to pamong_app`);
    const ask = () => Promise.allSettled(Array.from({ length: 12 }, () => database.readVillage(actor, all)));
    await ask();
    await asOwner(`alter table ${name} add b int`);
    await ask();
    expect(await database.readVillage(actor, all)).toEqual([{ a: 1, b: null }]);
    await asOwner(`drop table ${name}`);
  });
});

describe('a read that leaves a trace', () => {
  const trace = (id: string, unit: number) => () => ({ name: 'spec-trace', text: insertTask, values: task(unit, id) });
  const traced = async (id: string) => (await asOwner('select 1 from tasks where id = $1', [id])).length;

  it('gives its rows and leaves it', async () => {
    const id = uuidv7();
    expect(await database.readVillageTraced(jobActor(first, 'spec'), { name: 'spec-one', text: 'select 1 as one', values: [] }, trace(id, first))).toEqual([{ one: 1 }]);
    expect(await traced(id)).toBe(1);
  });

  it('leaves none when the read fails', async () => {
    const id = uuidv7();
    await expect(database.readVillageTraced(jobActor(first, 'spec'), { name: 'spec-division', text: 'select 1 / $1::int as n', values: [0] }, trace(id, first))).rejects.toMatchObject({ code: '22012' });
    expect(await traced(id)).toBe(0);
  });

  it('gives nothing when the trace cannot be written', async () => {
    const id = uuidv7();
    await expect(database.readVillageTraced(jobActor(first, 'spec'), { name: 'spec-one', text: 'select 1 as one', values: [] }, trace(id, second))).rejects.toMatchObject({ code: '42501' });
    expect(await traced(id)).toBe(0);
  });

  it('does neither for a session that ended', async () => {
    const id = uuidv7();
    const actor = { ...jobActor(first, 'spec'), kind: 'staff' as const, sessionId: uuidv7(), sessionVersion: 1 };
    await expect(database.readVillageTraced(actor, { name: 'spec-one', text: 'select 1 as one', values: [] }, trace(id, first))).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
    expect(await traced(id)).toBe(0);
  });
});
