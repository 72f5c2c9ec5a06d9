import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { DataSource } from 'typeorm';
import type pg from 'pg';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { jobActor } from '../actor/actor.js';
import { Clock } from '../clock/clock.js';
import { Database } from './database.js';
import { makePool, parserConfig } from './pools.js';

const first = 901;
const second = 902;
let source: DataSource;
let readPool: pg.Pool;
let database: Database;

const task = (unit: number, id = uuidv7()) => [id, unit, 'spec', 'queued', uuidv7(), new Date()];
const insertTask = 'insert into tasks (id, village_id, kind, status, outbox_id, created_at) values ($1, $2, $3, $4, $5, $6)';

beforeAll(async () => {
  for (const unit of [first, second]) {
    await asOwner(`insert into regions (code, name, kind) values ($1, 'Uji', 'desa'), ($2, 'Uji', 'district') on conflict do nothing`, [`99.07.01.2${unit}`, '99.07.01']);
    await asOwner(`insert into units (id, code, kind, district_code) values ($1, $2, 'desa', '99.07.01') on conflict do nothing`, [unit, `99.07.01.2${unit}`]);
  }
  source = await new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'], extra: { max: 4, ...parserConfig } }).initialize();
  readPool = makePool({ connectionString: process.env['DATABASE_URL'], max: 2, pipeline: true });
  database = new Database(source, readPool, new Clock());
});

afterAll(async () => {
  await source.destroy();
  await readPool.end();
});

describe('inVillage', () => {
  it('commits once, although repositories and nested transactions are used inside', async () => {
    const actor = jobActor(first, 'spec');
    const id = uuidv7();
    await expect(
      database.inVillage(actor, async (tx) => {
        await tx.query(insertTask, task(first, id));
        await tx.manager.transaction((nested) => nested.query('select 1'));
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
    const [row] = (await source.query(`select nullif(current_setting('app.village_id', true), '') as v`)) as { v: string | null }[];
    expect(row?.v ?? null).toBeNull();
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
