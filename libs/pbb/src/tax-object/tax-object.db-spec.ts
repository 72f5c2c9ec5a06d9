import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#platform';
import { AddArea, RemoveArea } from '#villages';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { buildBill } from '../../../../test/support/tax-bill.js';
import { PlaceTaxObject } from './place-tax-object.js';
import { listTaxObjects, taxObjectById } from './tax-object.queries.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let village: number;
let other: number;
let secretary: Actor;
let stranger: Actor;
let krajan: string;
let rw: string;
let rt: string;

const area = async (actor: Actor, kind: 'hamlet' | 'rw' | 'rt', name: string, parentId?: string): Promise<string> => (await new AddArea(app.database).run(actor, { kind, name, ...(parentId ? { parentId } : {}) })).id;
const place = (id: string, areaId: string | null, actor = secretary): Promise<void> => new PlaceTaxObject(app.database).run(actor, id, areaId);
const placeOf = async (id: string): Promise<unknown[]> => {
  const { areaPath, areaByHand } = await taxObjectById(app.database, secretary, id);
  return [areaPath, areaByHand];
};
const listed = (id: string, [placeName, rwName, rtName]: (string | null)[]) => asOwner('update tax_objects set place = $2, rw = $3, rt = $4 where id = $1', [id, placeName, rwName, rtName]);

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  ({ unitId: village } = await buildVillage());
  ({ unitId: other } = await buildVillage());
  [secretary, stranger] = [await staffAt(village, 'village-secretary'), await staffAt(other, 'village-secretary')];
  krajan = await area(secretary, 'hamlet', 'Krajan');
  rw = await area(secretary, 'rw', '1', krajan);
  rt = await area(secretary, 'rt', '3', rw);
  await area(secretary, 'rt', '3', await area(secretary, 'rw', '2', await area(secretary, 'hamlet', 'Lor')));
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('where an object lies', () => {
  it('is said by hand and audited once, and can be given back to the list', async () => {
    const { objectId } = await buildBill(worker.database, village);
    expect(await placeOf(objectId)).toEqual([null, false]);
    await place(objectId, rw);
    await place(objectId, rw);
    expect(await placeOf(objectId)).toEqual(['KRAJAN / RW 001', true]);
    await listed(objectId, ['Dsn. Krajan', '001', '003']);
    await place(objectId, null);
    expect(await placeOf(objectId)).toEqual(['KRAJAN / RW 001 / RT 003', false]);
    expect(await asOwner(`select action, subject_type, detail from audit_entries where village_id = $1 and subject_id = $2 order by id`, [village, objectId])).toEqual([
      { action: 'tax-object.placed', subject_type: 'tax-object', detail: { area: [null, 'KRAJAN / RW 001'], byHand: true } },
      { action: 'tax-object.placed', subject_type: 'tax-object', detail: { area: ['KRAJAN / RW 001', 'KRAJAN / RW 001 / RT 003'], byHand: false } },
    ]);
  });

  it('is the deepest area that none of what is listed contradicts, and none where two would do', async () => {
    const { objectId } = await buildBill(worker.database, village);
    const cases: [said: (string | null)[], path: string | null][] = [
      [['DUSUN  krajan', null, null], 'KRAJAN'],
      [['DSN_KRAJAN', '001', null], 'KRAJAN / RW 001'],
      [['krajan', null, '003'], 'KRAJAN / RW 001 / RT 003'],
      [[null, '002', '003'], 'LOR / RW 002 / RT 003'],
      // RT 003 is in both hamlets; a block is no hamlet; an RW that is not there says nothing but its hamlet does.
      [[null, null, '003'], null],
      [['BLOK 007', '001', null], 'KRAJAN / RW 001'],
      [['LOR', '001', '003'], 'LOR'],
      [['DUSUNAN', null, null], null],
    ];
    for (const [said, path] of cases) {
      await asOwner('update tax_objects set area_id = null where id = $1', [objectId]);
      await listed(objectId, said);
      await place(objectId, null);
      expect([said, await placeOf(objectId)]).toEqual([said, [path, false]]);
    }
  });

  it('is an area of the village alone', async () => {
    const { objectId } = await buildBill(worker.database, village);
    const foreign = await area(stranger, 'hamlet', 'Kidul');
    await expect(place(objectId, foreign)).rejects.toMatchObject({ status: 422, errors: [{ field: 'areaId' }] });
    await expect(place(objectId, uuidv7())).rejects.toMatchObject({ status: 422, errors: [{ field: 'areaId' }] });
    await expect(place(objectId, foreign, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(taxObjectById(app.database, stranger, objectId)).rejects.toMatchObject({ status: 404 });
    expect(await placeOf(objectId)).toEqual([null, false]);
  });

  it('keeps its area from being removed', async () => {
    const wetan = await area(secretary, 'hamlet', 'Wetan');
    const { objectId } = await buildBill(worker.database, village);
    await place(objectId, wetan);
    await expect(new RemoveArea(app.database).run(secretary, wetan)).rejects.toMatchObject({ code: 'AREA_IN_USE' });
    await place(objectId, krajan);
    await new RemoveArea(app.database).run(secretary, wetan);
  });
});

describe('the list of objects', () => {
  it('is found by NOP, by a name on a living bill and by area, each with its trace, and only here', async () => {
    const built = await buildBill(worker.database, village, { payerName: 'NGATIJAN WIRYO' });
    await buildBill(worker.database, other, { payerName: 'NGATIJAN WIRYO' });
    await place(built.objectId, rt);
    const ids = async (query: object, actor = secretary): Promise<string[]> => (await listTaxObjects(app.database, actor, query)).items.map(({ id }) => id);
    expect(await ids({ nop: built.nop })).toEqual([built.objectId]);
    expect(await ids({ search: 'wiryo nga' })).toEqual([built.objectId]);
    expect(await ids({ search: 'iryo' })).toEqual([]);
    expect(await ids({ area: krajan })).toContain(built.objectId);
    expect(await ids({ nop: built.nop }, stranger)).toEqual([]);
    expect(await ids({ area: krajan }, stranger)).toEqual([]);
    expect(await asOwner(`select detail from audit_entries where village_id = $1 and action = 'tax-object.searched' order by id`, [village])).toEqual([{ detail: { words: '(18 angka)' } }, { detail: { words: 'wiryo nga' } }, { detail: { words: 'iryo' } }]);
    await expect(ids({ nop: 'abc' })).rejects.toMatchObject({ status: 422 });
    const first = await listTaxObjects(app.database, secretary, { limit: 1 });
    const second = await listTaxObjects(app.database, secretary, { limit: 1, after: first.next ?? '' });
    expect(second.items[0]?.nop.localeCompare(first.items[0]?.nop ?? '')).toBe(1);
  });
});
