import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { barePayments } from '../bench/stage/bare-payments.mjs';
import { asOwner, workerDatabase } from './database.js';
import { openDatabase, type OpenDatabase } from './database-of.js';
import { TaxVillage } from './tax-village.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let bare: ReturnType<typeof barePayments>;

beforeAll(async () => {
  [app, worker] = [await openDatabase('app'), await openDatabase('worker')];
  bare = barePayments(workerDatabase().owner, 1);
});

afterAll(() => Promise.all([app.close(), worker.close(), bare.close()]));

/** The rows of a village, each as its table and the columns that are filled, by what stands in them. */
async function rowsOf(unitId: number): Promise<Map<string, string>> {
  const tables = await asOwner<{ name: string }>(`select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'village_id'`);
  const each = tables.map(({ name }) => `select '${name}' as name, to_jsonb(t) as row from ${name} t where village_id = $1`);
  const rows = await asOwner<{ name: string; row: Record<string, unknown> }>(each.join(' union all '), [unitId]);
  return new Map(rows.map(({ name, row }) => [name + JSON.stringify(row), `${name}: ${Object.keys(row).filter((column) => row[column] !== null).toSorted().join(' ')}`]));
}

async function writtenBy(village: TaxVillage, act: () => Promise<unknown>): Promise<string[]> {
  const before = await rowsOf(village.unitId);
  await act();
  return [...(await rowsOf(village.unitId))].flatMap(([row, shape]) => (before.has(row) ? [] : [shape])).toSorted();
}

it.each(['payInSteps', 'payAtOnce'] as const)('the bench of payments is measured against a transaction that writes the very rows and columns of a payment: %s', async (way) => {
  const [ours, theirs] = [await TaxVillage.open(app, worker), await TaxVillage.open(app, worker)];
  const [bill, other] = [await ours.bill(), await theirs.bill()];
  const payment = { desk: { unit: theirs.unitId, collector: theirs.collectorId }, bill: { id: other.id, amount: Number(other.amount) } };
  const written = await writtenBy(ours, () => ours.pay([bill]));
  expect(written.length).toBeGreaterThan(12);
  expect(await writtenBy(theirs, () => bare[way](payment))).toEqual(written);
  await expect(bare[way](payment)).rejects.toThrow('paid already');
});
