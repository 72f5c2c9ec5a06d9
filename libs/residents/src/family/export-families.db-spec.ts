import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { ExportFamilies } from './export-families.js';
import type { FamilyQuery } from './family.dto.js';

let app: OpenDatabase;
let village: number;
let operator: Actor;
let krajan: Awaited<ReturnType<typeof buildArea>>;

const lines = async (query: FamilyQuery, actor = operator): Promise<string[]> => (await buffer(await new ExportFamilies(app.database).run(actor, query))).toString().trimEnd().split('\r\n');

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: village } = await buildVillage());
  const { unitId: elsewhere } = await buildVillage();
  operator = await staffAt(village, 'operator');
  krajan = await buildArea(village, 'KRAJAN');
  const budi = await buildResident(village, { name: '+Budi Santoso', areaId: krajan.rtId, familyNumber: '3507990101200011' });
  await buildResident(village, { name: 'Siti Aminah', family: budi, familyPosition: 3 });
  await buildResident(village, { name: 'Yatim Piatu', familyPosition: 4, familyNumber: '3507990101200012' });
  await buildResident(elsewhere, { name: 'Orang Lain', familyNumber: '3507990101200013' });
});

afterAll(() => app.close());

describe('the list of families as a file', () => {
  it('opens in a spreadsheet, holds no formula, no whole number and no family of another village', async () => {
    const [headings, ...all] = await lines({});
    expect(headings).toBe('\uFEFFNomor KK;KK sementara;Kepala keluarga;Anggota;Dusun;RW;RT;Alamat');
    expect(all).toEqual(["350799******0011;;'+Budi Santoso;2;KRAJAN;001;002;JL MAWAR 3", '350799******0012;;;1;;;;JL MAWAR 3']);
    expect(await lines({}, await staffAt((await buildVillage()).unitId, 'operator'))).toHaveLength(1);
  });

  it('holds what is filtered', async () => {
    expect((await lines({ headless: true })).slice(1)).toEqual([expect.stringMatching(/^350799\*{6}0012;/)]);
    expect((await lines({ area: krajan.hamletId })).slice(1)).toEqual([expect.stringMatching(/^350799\*{6}0011;/)]);
    expect((await lines({ search: 'siti' })).slice(1)).toEqual([expect.stringMatching(/^350799\*{6}0011;/)]);
    expect((await lines({ search: '3507990101200013' })).slice(1)).toEqual([]);
  });

  it('is in the trail with its filters and how many it held, before it is read, and keeps no number', async () => {
    const actor = await staffAt(village, 'operator');
    for (const query of [{ search: 'siti am', headless: true }, { search: '3507990101200011', area: krajan.rtId }]) (await new ExportFamilies(app.database).run(actor, query)).destroy();
    expect(await asOwner('select action, subject_type, detail from audit_entries where village_id = $1 and user_id = $2 order by id', [village, actor.userId])).toEqual([
      { action: 'family.exported', subject_type: 'family', detail: { count: 0, headless: true, by: 'name', words: 'SITI AM' } },
      { action: 'family.exported', subject_type: 'family', detail: { count: 1, area: krajan.rtId, by: 'number', region: '350799', digits: 16 } },
    ]);
  });

  it('goes on behind the first page', async () => {
    const { unitId } = await buildVillage();
    await asOwner(
      `insert into families (village_id, id, number, created_at) select $1, gen_random_uuid(), (3507990101300000 + n)::text, now() from generate_series(1, 2100) n`,
      [unitId],
    );
    const all = await lines({}, await staffAt(unitId, 'operator'));
    expect(all).toHaveLength(2101);
    expect(all[2100]).toMatch(/^350799\*{6}2100;/);
  });
});
