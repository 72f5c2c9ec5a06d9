import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { jobActor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { AddArea } from './add-area.js';
import { listAreas } from './area.queries.js';
import { ensureArea } from './ensure-areas.js';
import { RemoveArea } from './remove-area.js';
import { RenameArea } from './rename-area.js';

let app: OpenDatabase;
let first: number;
let second: number;
const actor = (unit: number) => jobActor(unit, 'spec');
const add = (unit: number, kind: 'hamlet' | 'rw' | 'rt', name: string, parentId: string | null = null) => new AddArea(app.database).run(actor(unit), { kind, name, parentId });
const pathsOf = async (unit: number): Promise<string[]> => (await listAreas(app.database, actor(unit))).map((area) => area.path);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage('kelurahan'));
});

afterAll(() => app.close());

describe('areas', () => {
  it('are added as the import writes them and listed parents first', async () => {
    const hamlet = await add(first, 'hamlet', 'Dusun Krajan');
    const rw = await add(first, 'rw', '1', hamlet.id);
    const rt = await add(first, 'rt', '3', rw.id);
    expect(rt).toMatchObject({ name: '003', parentId: rw.id, path: 'KRAJAN / RW 001 / RT 003' });
    expect(await pathsOf(first)).toEqual(['KRAJAN', 'KRAJAN / RW 001', 'KRAJAN / RW 001 / RT 003']);
    expect(await app.database.inVillage(actor(first), (tx) => ensureArea(tx, { hamlet: 'KRAJAN', rw: '001', rt: '003' }))).toBe(rt.id);
  });

  it('stand once in one place, also without a hamlet above', async () => {
    await add(second, 'rw', '001');
    await expect(add(second, 'rw', 'RW 1')).rejects.toMatchObject({ code: 'AREA_EXISTS', status: 409, errors: [{ field: 'name' }] });
    await expect(add(first, 'hamlet', 'krajan')).rejects.toMatchObject({ code: 'AREA_EXISTS' });
  });

  it('lie in one of their own village that may contain them', async () => {
    const [hamlet] = await asOwner<{ id: string }>(`select id from areas where village_id = $1 and kind = 'hamlet'`, [first]);
    await expect(add(second, 'rw', '2', hamlet?.id)).rejects.toMatchObject({ status: 422, errors: [{ field: 'parentId' }] });
    await expect(add(first, 'hamlet', 'SUMBER', hamlet?.id)).rejects.toMatchObject({ errors: [{ field: 'parentId' }] });
    await expect(add(first, 'rt', '1', uuidv7())).rejects.toMatchObject({ errors: [{ field: 'parentId' }] });
  });

  it('are renamed with their people in them, and to no name taken', async () => {
    const lor = await add(first, 'hamlet', 'LOR');
    const rename = new RenameArea(app.database);
    expect((await rename.run(actor(first), lor.id, 'Kidul')).path).toBe('KIDUL');
    await expect(rename.run(actor(first), lor.id, 'KRAJAN')).rejects.toMatchObject({ code: 'AREA_EXISTS' });
    await expect(rename.run(actor(second), lor.id, 'LOR')).rejects.toMatchObject({ status: 404 });
    const [entry] = await asOwner(`select action, detail from audit_entries where village_id = $1 and subject_id = $2 and action = 'area.updated'`, [first, lor.id]);
    expect(entry).toEqual({ action: 'area.updated', detail: { name: ['LOR', 'KIDUL'] } });
  });

  it('are removed only when empty', async () => {
    const remove = new RemoveArea(app.database);
    const wetan = await add(first, 'hamlet', 'WETAN');
    await asOwner(`insert into families (village_id, id, number, area_id, created_at) values ($1, $2, '3507260101010001', $3, now())`, [first, uuidv7(), wetan.id]);
    await expect(remove.run(actor(first), wetan.id)).rejects.toMatchObject({ code: 'AREA_IN_USE', status: 409 });
    const [krajan] = await asOwner<{ id: string }>(`select id from areas where village_id = $1 and name = 'KRAJAN'`, [first]);
    await expect(remove.run(actor(first), krajan?.id ?? '')).rejects.toMatchObject({ code: 'AREA_IN_USE' });
    await expect(remove.run(actor(second), wetan.id)).rejects.toMatchObject({ status: 404 });
    await asOwner('delete from families where village_id = $1', [first]);
    await remove.run(actor(first), wetan.id);
    expect(await pathsOf(first)).not.toContain('WETAN');
  });

  it('are not removed under those who work for them', async () => {
    const timur = await add(first, 'hamlet', 'TIMUR');
    const { userId } = await staffAt(first, 'hamlet-head', timur.id);
    await expect(new RemoveArea(app.database).run(actor(first), timur.id)).rejects.toMatchObject({ code: 'AREA_IN_USE', status: 409 });
    await asOwner('update memberships set area_id = null where user_id = $1', [userId]);
    await new RemoveArea(app.database).run(actor(first), timur.id);
  });

  it('made by two imports at once are the same', async () => {
    const path = { hamlet: 'SERENTAK', rw: '009', rt: '009' };
    const ids = await Promise.all([1, 2, 3, 4].map(() => app.database.inVillage(actor(first), (tx) => ensureArea(tx, path))));
    expect(new Set(ids).size).toBe(1);
  });
});
