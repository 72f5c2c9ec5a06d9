import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { analyze } from './analyze.js';

let worker: OpenDatabase;
let app: OpenDatabase;
let unitId: number;

beforeAll(async () => {
  [worker, app] = [await openDatabase('worker'), await openDatabase('app')];
  ({ unitId } = await buildVillage());
});

afterAll(() => Promise.all([worker.close(), app.close()]));

describe('analyze', () => {
  it('lets the worker tell the planner of rows that are not yet committed', async () => {
    const actor = jobActor(unitId, 'spec');
    const expected = await worker.database.inVillage(actor, async (tx) => {
      tx.write(`insert into tasks (id, village_id, kind, status, outbox_id, created_at) select gen_random_uuid(), $1, 'spec', 'done', gen_random_uuid(), $2 from generate_series(1, 700)`, [unitId, tx.now]);
      analyze(tx, 'tasks');
      const [row] = await tx.query<{ n: number }>(`select reltuples::int as n from pg_class where oid = to_regclass($1)`, ['tasks']);
      return row?.n;
    });
    expect(expected).toBeGreaterThanOrEqual(700);
  });

  it.each([
    ['no table of ours', 'tidak ada', '42P01'],
    ['another schema’s table', 'pg_catalog.pg_class', '42P01'],
    ['more than a name', 'tasks; drop table tasks', '42P01'],
  ])('refuses %s', async (_what, name, code) => {
    await expect(worker.database.inVillage(jobActor(unitId, 'spec'), (tx) => analyze(tx, name))).rejects.toMatchObject({ code });
  });

  it('is nobody else’s right', async () => {
    await expect(app.database.inVillage(jobActor(unitId, 'spec'), (tx) => analyze(tx, 'tasks'))).rejects.toMatchObject({ code: '42501' });
  });
});
