import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { jobActor } from '../actor/actor.js';
import type { Database } from './database.js';

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
    const [row] = (await app.source.query(`select nullif(current_setting('app.village_id', true), '') as v`)) as { v: string | null }[];
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
