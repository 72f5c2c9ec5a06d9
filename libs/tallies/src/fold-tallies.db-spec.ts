import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { asOwner } from '../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { buildUnit } from '../../../test/support/unit.js';
import { FoldTallies } from './fold-tallies.js';
import { defineRecount, RecountTallies, type TallyDrift } from './recount.js';
import { tally } from './tally.js';

const measure = `spec-${process.pid}`;
const truth = new Map<number, number>();
let ownOfOffice = 0;
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
    if (tx.actor.unitId === 0) return ownOfOffice === 0 ? [] : [{ day: '2026-11-25', dim1: 'P', dim2: '', total: ownOfOffice }];
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
    expect(await recount.run(jobActor(a.unitId, 'spec'))).toEqual([{ level: 'village', region: a.code, measure, day: '2026-11-24', dim1: 'L', dim2: '', total: 99, counted: 6 }]);
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

describe('a cell that comes to nothing', () => {
  const held = 'spec-held';
  const move = (unitId: number, delta: number, dim1 = '08:15'): Promise<void> => app.database.inVillage(jobActor(unitId, 'spec'), (tx) => tally(tx, [{ measure: held, day: '2026-11-24', dim1, delta }]));
  const cells = () => asOwner(`select level, dim1, total::int as total from tallies where measure = $1 order by level, dim1`, [held]);

  it('is taken away at each level where nothing is left, and comes back when there is something again', async () => {
    const [a, b] = villages;
    if (!a || !b) throw new Error('no villages');
    const fold = new FoldTallies(worker.database);
    await move(a.unitId, 500);
    await move(b.unitId, 300);
    await fold.run();
    await move(a.unitId, -500);
    await fold.run();
    expect(await cells()).toEqual([{ level: 'district', dim1: '08:15', total: 300 }, { level: 'regency', dim1: '08:15', total: 300 }, { level: 'village', dim1: '08:15', total: 300 }]);
    await move(b.unitId, -300);
    await fold.run();
    expect(await cells()).toEqual([]);
    await move(a.unitId, 40);
    await fold.run();
    expect((await cells()).map(({ total }) => total)).toEqual([40, 40, 40]);
    await move(a.unitId, -40);
    await fold.run();
  });

  it('is never made of what came and went between two folds', async () => {
    const [a] = villages;
    if (!a) throw new Error('no villages');
    await move(a.unitId, 70, '09:00');
    await move(a.unitId, -70, '09:00');
    await new FoldTallies(worker.database).run();
    expect(await cells()).toEqual([]);
    expect(await asOwner('select 1 from tally_deltas where measure = $1', [held])).toEqual([]);
  });
});

describe('the counts above the villages', () => {
  const day = '2026-11-25';
  const cell = { measure, day: '2026-11-25', dim1: 'P', dim2: '' };
  const above = async (): Promise<TallyDrift[]> => (await new RecountTallies(worker.database).above()).filter((drift) => drift.measure === measure && drift.day === day);
  const countP = (unitId: number, delta: number): Promise<void> => app.database.inVillage(jobActor(unitId, 'spec'), (tx) => tally(tx, [{ measure, day, dim1: 'P', delta }]));
  const tamper = (level: string, region: string, by: number): Promise<unknown> =>
    asOwner('update tallies set total = total + $4 where level = $1 and region_code = $2 and measure = $3 and day = $5', [level, region, measure, by, day]);

  it('are the sums of two villages of one district and one of another, while more is still waiting', async () => {
    const [a, b] = villages;
    const c = await buildUnit('desa', '35.07.98');
    if (!a || !b) throw new Error('no villages');
    await countP(a.unitId, 3);
    await countP(b.unitId, 4);
    await countP(c.id, 5);
    await new FoldTallies(worker.database).run();
    await countP(a.unitId, 7);
    expect(await above()).toEqual([]);

    await tamper('district', '35.07.99', 1);
    expect(await above()).toEqual([{ ...cell, level: 'district', region: '35.07.99', counted: 8, total: 7 }]);
    await tamper('district', '35.07.99', -1);
    await tamper('regency', '35.07', -2);
    expect(await above()).toEqual([{ ...cell, level: 'regency', region: '35.07', counted: 10, total: 12 }]);
    await tamper('regency', '35.07', 2);
    await tamper('village', c.code, 1);
    expect((await above()).map(({ level, region }) => `${level} ${region}`)).toEqual(['district 35.07.98', 'regency 35.07']);
    await tamper('village', c.code, -1);
    expect(await above()).toEqual([]);
  });

  it('hold the rows of the regency office itself as well, folded or waiting', async () => {
    ownOfOffice = 6;
    await app.database.inVillage(jobActor(0, 'spec'), (tx) => tally(tx, [{ measure, day, dim1: 'P', delta: 6 }]));
    expect(await above()).toEqual([]);
    await new FoldTallies(worker.database).run();
    expect(await above()).toEqual([]);
    ownOfOffice = 8;
    expect(await above()).toEqual([{ ...cell, level: 'regency', region: '35.07', counted: 25, total: 27 }]);
    ownOfOffice = 6;
    expect(() => new RecountTallies(app.database).run(jobActor(0, 'spec'))).toThrow(RangeError);
  });
});
