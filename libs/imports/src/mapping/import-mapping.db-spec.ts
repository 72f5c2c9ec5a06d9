import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { DeleteImportMapping } from './delete-import-mapping.js';
import { importMappingById, listImportMappings } from './import-mapping.queries.js';
import { ReplaceImportMapping } from './replace-import-mapping.js';
import { SaveImportMapping } from './save-import-mapping.js';

let app: OpenDatabase;
let first: Actor;
let second: Actor;

const mapping = { nop: 'NO OBJEK', payerName: 'NAMA', amount: 'TAGIHAN' };
const save = (actor: Actor, name: string, headings: Record<string, string> = mapping): Promise<string> => new SaveImportMapping(app.database).run(actor, { kind: 'assessments', name, mapping: headings });
const replace = (actor: Actor, id: string, name: string, headings: Record<string, string> = mapping): Promise<void> => new ReplaceImportMapping(app.database).run(actor, id, { name, mapping: headings });
const names = async (actor: Actor): Promise<string[]> => (await listImportMappings(app.database, actor, 'assessments')).map(({ name }) => name);

beforeAll(async () => {
  app = await openDatabase('app');
  // Two offices; that only the regency's may keep mappings is the route's to say.
  [first, second] = [await staffAt((await buildVillage()).unitId, 'village-secretary'), await staffAt((await buildVillage()).unitId, 'village-secretary')];
});

afterAll(() => app.close());

describe('saved mappings', () => {
  it('are kept under a name that one of a kind has, by name, in their own office', async () => {
    const id = await save(first, '  DHKP   2026 ', { ...mapping, rt: '' });
    await save(first, 'Aplikasi lama');
    await expect(save(first, 'dhkp 2026')).rejects.toMatchObject({ code: 'MAPPING_EXISTS', status: 409, errors: [{ field: 'name' }] });
    await save(second, 'DHKP 2026');
    expect(await names(first)).toEqual(['Aplikasi lama', 'DHKP 2026']);
    expect(await importMappingById(app.database, first, id)).toMatchObject({ name: 'DHKP 2026', mapping, savedBy: first.userName });
    await expect(importMappingById(app.database, second, id)).rejects.toMatchObject({ status: 404 });
  });

  it('are replaced and forgotten by their own office alone, each act in the trail', async () => {
    const id = await save(first, 'Ganti');
    await expect(replace(second, id, 'Curian')).rejects.toMatchObject({ status: 404 });
    await expect(new DeleteImportMapping(app.database).run(second, id)).rejects.toMatchObject({ status: 404 });
    await expect(replace(first, id, 'aplikasi LAMA')).rejects.toMatchObject({ code: 'MAPPING_EXISTS' });
    await replace(first, id, 'ganti', { ...mapping, amount: 'PBB' });
    expect(await importMappingById(app.database, first, id)).toMatchObject({ name: 'ganti', mapping: { ...mapping, amount: 'PBB' } });
    await new DeleteImportMapping(app.database).run(first, id);
    await expect(new DeleteImportMapping(app.database).run(first, id)).rejects.toMatchObject({ status: 404 });
    const acts = await asOwner<{ action: string }>('select action from audit_entries where village_id = $1 and subject_id = $2 order by id', [first.unitId, id]);
    expect(acts.map(({ action }) => action)).toEqual(['import-mapping.saved', 'import-mapping.replaced', 'import-mapping.deleted']);
  });

  it('of one kind of list know nothing of another', async () => {
    const kept = { bookedOn: 'TGL', remark: 'URAIAN', amount: 'NILAI' };
    await save(first, 'Sama nama');
    const id = await new SaveImportMapping(app.database).run(first, { kind: 'bank-statements', name: 'Sama nama', mapping: kept });
    expect((await listImportMappings(app.database, first, 'bank-statements')).map((one) => [one.id, one.mapping])).toEqual([[id, kept]]);
    expect(await names(first)).toContain('Sama nama');
  });

  it('hold headings and nothing else', async () => {
    const wrong: Record<string, unknown>[] = [{}, { nop: '' }, { nop: 7 }, { 'nop; drop': 'A' }, { nop: 'x'.repeat(201) }, { nop: { a: 1 } }];
    for (const headings of wrong) await expect(save(first, 'Salah', headings as Record<string, string>)).rejects.toMatchObject({ status: 422 });
  });
});
