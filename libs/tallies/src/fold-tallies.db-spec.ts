import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { asOwner } from '../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { FoldTallies } from './fold-tallies.js';
import { defineRecount, RecountTallies } from './recount.js';
import { tally } from './tally.js';

const measure = `spec-${process.pid}`;
const truth = new Map<number, number>();
let app: OpenDatabase;
let worker: OpenDatabase;
let villages: { unitId: number; code: string; districtCode: string }[];

const count = (unitId: number, delta: number, dim1 = 'L'): Promise<void> =>
  app.database.inVillage(jobActor(unitId, 'spec'), async (tx) => {
    tally(tx, [{ measure, day: '2026-11-24', dim1, delta }]);
    truth.set(unitId, (truth.get(unitId) ?? 0) + delta);
  });

const totals = () => asOwner(`select level, region_code, total::int as total from tallies where measure = $1 order by level, region_code`, [measure]);

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  villages = [await buildVillage(), await buildVillage('kelurahan')];
  defineRecount(measure, async (tx) => {
    const total = truth.get(tx.actor.unitId) ?? 0;
    return total === 0 ? [] : [{ day: '2026-11-24', dim1: 'L', dim2: '', total }];
  });
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('folding', () => {
  it('adds villages up into their district and the regency, and folding again adds nothing', async () => {
    const [a, b] = villages;
    if (!a || !b) throw new Error('no villages');
    await count(a.unitId, 3);
    await count(a.unitId, -1);
    await count(b.unitId, 5);
    const fold = new FoldTallies(worker.database);
    await fold.run();
    await fold.run();
    const rows = await totals();
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(expect.arrayContaining([
      { level: 'village', region_code: a.code, total: 2 },
      { level: 'village', region_code: b.code, total: 5 },
      { level: 'district', region_code: a.districtCode, total: 7 },
      { level: 'regency', region_code: '35.07', total: 7 },
    ]));
  });

  it('recounts equal to what is folded plus what still waits', async () => {
    const [a] = villages;
    if (!a) throw new Error('no villages');
    await count(a.unitId, 4);
    const recount = new RecountTallies(worker.database);
    expect(await recount.run(jobActor(a.unitId, 'spec'))).toEqual([]);
    truth.set(a.unitId, 99);
    expect(await recount.run(jobActor(a.unitId, 'spec'))).toEqual([{ measure, day: '2026-11-24', dim1: 'L', dim2: '', total: 99, counted: 6 }]);
    truth.set(a.unitId, 6);
  });

  it('folds each delta once although two workers fold at the same time', async () => {
    const [a] = villages;
    if (!a) throw new Error('no villages');
    await Promise.all(Array.from({ length: 20 }, () => count(a.unitId, 1)));
    await Promise.all([new FoldTallies(worker.database).run(), new FoldTallies(worker.database).run()]);
    await new FoldTallies(worker.database).run();
    expect(await new RecountTallies(worker.database).run(jobActor(a.unitId, 'spec'))).toEqual([]);
  });
});
