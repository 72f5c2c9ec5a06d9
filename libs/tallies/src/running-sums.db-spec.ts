import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { addDays, plainDate } from '#values';
import { asOwner } from '../../../test/support/database.js';
import { openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { buildUnit } from '../../../test/support/unit.js';
import { FoldTallies } from './fold-tallies.js';
import { RecountTallies } from './recount.js';
import { tally } from './tally.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let villages: { unitId: number; code: string; districtCode: string }[];
const first = plainDate('2023-12-20');
const acts: { unit: number; day: string; year: string; book: string; delta: number }[] = [];

const receive = async (unit: number, day: string, year: string, book: string, delta: number): Promise<void> => {
  await app.database.inVillage(jobActor(unit, 'spec'), (tx) => tally(tx, [{ measure: 'pbb-received', day, dim1: year, dim2: book, delta }]));
  acts.push({ unit, day, year, book, delta });
};
const fold = () => new FoldTallies(worker.database).run();
const drift = () => new RecountTallies(worker.database).running();
const sumAt = async (unit: number, region: string, year: string, book: string, day: string): Promise<number> =>
  Number((await asOwner<{ total: string }>(
    `select total from tally_sums where village_id = $1 and region_code = $2 and measure = 'pbb-received' and dim1 = $3 and dim2 = $4 and day <= $5 order by day desc limit 1`, [unit, region, year, book, day],
  ))[0]?.total ?? 0);
const truth = (units: number[], year: string, book: string, day: string): number =>
  acts.filter((act) => units.includes(act.unit) && act.year === year && (book === '*' || act.book === book) && act.day <= day).reduce((sum, act) => sum + act.delta, 0);

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  // A district of their own: other specs count in the common one.
  villages = [await buildUnit('desa', '35.07.93'), await buildUnit('kelurahan', '35.07.93')].map(({ id, code, district }) => ({ unitId: id, code, districtCode: district }));
});
afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('running totals', () => {
  it('hold what was counted up to any day, however late and in whatever order it was written and folded', async () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const units = villages.map(({ unitId }) => unitId);
    for (let round = 0; round < 12; round += 1) {
      for (let n = 0; n < 6; n += 1) {
        const undo = acts[random(acts.length * 3 + 1)];
        if (undo) await receive(undo.unit, undo.day, undo.year, undo.book, -undo.delta);
        else await receive(units[random(2)] ?? 0, addDays(first, random(400)), random(2) ? '2024' : '2023', String(1 + random(3)), 1_000 + random(9_000));
      }
      await fold();
    }
    for (const day of [first, '2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31', '2030-01-01']) {
      for (const year of ['2023', '2024']) {
        for (const book of ['1', '2', '3', '*']) {
          for (const { unitId, code } of villages) expect(await sumAt(unitId, code, year, book, day)).toBe(truth([unitId], year, book, day));
          expect(await sumAt(0, villages[0]?.districtCode ?? '', year, book, day)).toBe(truth(units, year, book, day));
        }
      }
    }
    expect(await drift()).toEqual([]);
  });

  it('are found to be wrong when one was changed by hand', async () => {
    await receive(villages[0]?.unitId ?? 0, '2025-06-01', '2025', '2', 500);
    await fold();
    const change = (by: number) => asOwner(`update tally_sums set total = total + $2 where village_id = $1 and dim1 = '2025' and dim2 = '*'`, [villages[0]?.unitId, by]);
    await change(1);
    expect(await drift()).toEqual([{ region: villages[0]?.code, measure: 'pbb-received', day: '2025-06-01', dim1: '2025', dim2: '*', counted: 501, total: 500 }]);
    await change(-1);
    expect(await drift()).toEqual([]);
  });

  it('carry a stock on from the day its change was made, so that its past can be asked for', async () => {
    const [village] = villages;
    const register = async (at: string, delta: number): Promise<void> => {
      app.clock.follow(Date.parse(at) - Date.now());
      await app.database.inVillage(jobActor(village?.unitId ?? 0, 'spec'), (tx) => tally(tx, [{ measure: 'residents', day: '1970-01-01', dim1: '1', dim2: '1980-05', delta }]));
      app.clock.follow(0);
      await fold();
    };
    // 18.00 UTC is the next day at the office.
    await register('2025-03-01T18:00:00Z', 4);
    await register('2025-04-10T02:00:00Z', -1);
    const at = async (day: string) => (await asOwner<{ total: string }>(`select total from tally_sums where village_id = $1 and measure = 'residents' and day <= $2 order by day desc limit 1`, [village?.unitId, day]))[0]?.total;
    expect([await at('2025-03-01'), await at('2025-03-02'), await at('2025-04-09'), await at('2025-04-10')].map((total) => Number(total ?? 0))).toEqual([0, 4, 4, 3]);
    expect(await drift()).toEqual([]);
  });

  it('show a village its own alone, the office all, and let neither write', async () => {
    const seen = async (unit: number) => (await app.database.readVillage<{ village_id: number }>(jobActor(unit, 'spec'), { name: '', text: `select distinct village_id from tally_sums where measure = 'pbb-received' order by 1`, values: [] })).map((row) => row.village_id);
    const [a, b] = villages.map(({ unitId }) => unitId);
    expect(await seen(a ?? 0)).toEqual([a]);
    expect(await seen(0)).toEqual(expect.arrayContaining([0, a, b]));
    for (const unit of [0, a ?? 0]) await expect(app.database.inVillage(jobActor(unit, 'spec'), (tx) => tx.query('update tally_sums set total = 0'))).rejects.toMatchObject({ code: '42501' });
  });
});
