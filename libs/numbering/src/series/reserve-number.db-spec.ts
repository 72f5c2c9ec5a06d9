import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { jobActor } from '#platform';
import { connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { reserveNumber } from './reserve-number.js';

let app: OpenDatabase;
let first: number;
let second: number;

const reserve = (unit: number, request: { series?: string; period?: string; subjectId?: string; fail?: boolean } = {}): Promise<number> =>
  app.database.inVillage(jobActor(unit, 'spec'), async (tx) => {
    const number = await reserveNumber(tx, { series: request.series ?? 'letter', period: request.period ?? '2026', subjectType: 'letter', subjectId: request.subjectId ?? uuidv7() });
    if (request.fail) throw new Error('undo');
    return number;
  });

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
});

afterAll(() => app.close());

describe('reserving a number', () => {
  it('gives 50 parallel acts the numbers 1 to 50, although the series is new', async () => {
    const numbers = await Promise.all(upTo(50).map(() => reserve(first)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(upTo(50));
  });

  it('leaves no gap where an act was undone', async () => {
    const outcomes = await Promise.allSettled(upTo(20).map((n) => reserve(first, { period: '2027', fail: n % 3 === 0 })));
    const numbers = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(upTo(14));
  });

  it('counts villages, series and periods each for themselves', async () => {
    expect(await reserve(second)).toBe(1);
    expect(await reserve(first, { series: 'receipt' })).toBe(1);
    expect(await reserve(first, { period: '2028' })).toBe(1);
    expect(await reserve(first)).toBe(51);
  });

  it('gives a record one number only', async () => {
    const subjectId = uuidv7();
    await reserve(second, { subjectId });
    await expect(reserve(second, { subjectId })).rejects.toMatchObject({ code: '23505' });
    expect(await reserve(second)).toBe(3);
  });

  it.each(['app', 'worker'] as const)('lets %s neither take a number back nor see another village', async (role) => {
    await connectedAs(role, async (client) => {
      await client.query(`begin; set local app.village_id = '${second}'`);
      expect((await client.query('select 1 from issued_numbers where village_id = $1', [first])).rowCount).toBe(0);
      await expect(client.query('delete from issued_numbers')).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
    });
  });
});
