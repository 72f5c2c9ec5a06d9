import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { ExportResidents } from './export-residents.js';
import type { ResidentQuery } from './resident.dto.js';

let app: OpenDatabase;
let village: number;
let operator: Actor;
let krajan: Awaited<ReturnType<typeof buildArea>>;

const lines = async (query: ResidentQuery, actor = operator): Promise<string[]> => (await buffer(await new ExportResidents(app.database, app.clock).run(actor, query))).toString().trimEnd().split('\r\n');

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: village } = await buildVillage());
  const { unitId: elsewhere } = await buildVillage();
  operator = await staffAt(village, 'operator');
  krajan = await buildArea(village, 'KRAJAN');
  await buildResident(village, { name: '=HYPERLINK("x")', areaId: krajan.rtId, sex: 1, birthDate: '1970-03-09', nik: '3507990903700001' });
  await buildResident(village, { name: 'Siti Aminah', nik: '3507995101880777', birthDate: '1988-01-12' });
  await buildResident(village, { name: 'Bayi Baru', nik: '0350799200100001', birthDate: '2026-01-01' });
  await buildResident(elsewhere, { name: 'Orang Lain', nik: '3507994303710998' });
});

afterAll(() => app.close());

describe('the list of residents as a file', () => {
  it('opens in a spreadsheet, holds no formula, no whole NIK and nobody of another village', async () => {
    const [headings, ...all] = await lines({});
    expect(headings).toMatch(/^\uFEFFNama;NIK;/);
    expect(all.find((line) => line.includes('HYPERLINK'))).toMatch(/^"'=HYPERLINK\(""x""\)";350799\*{6}0001;;L;09-03-1970;\d+;KRAJAN;001;002;Kepala keluarga;hidup$/);
    expect(all).toHaveLength(3);
    expect(all.join()).not.toMatch(/\d{16}|Orang Lain/);
  });

  it('holds what is filtered, also by what is odd about a person', async () => {
    expect((await lines({ search: 'siti' })).slice(1)).toEqual([expect.stringMatching(/^Siti Aminah;/)]);
    expect((await lines({ problem: 'temporary-nik' })).slice(1)).toEqual([expect.stringMatching(/^Bayi Baru;0\d+\*+\d+;ya;/)]);
    expect((await lines({ problem: 'nik-birthdate-mismatch' })).slice(1)).toEqual([expect.stringMatching(/^Siti Aminah;/)]);
  });

  it('is in the trail with its filters and how many it held, before it is read', async () => {
    const actor = await staffAt(village, 'operator');
    (await new ExportResidents(app.database, app.clock).run(actor, { search: 'siti am', status: 'alive' })).destroy();
    expect(await asOwner('select action, detail from audit_entries where village_id = $1 and user_id = $2', [village, actor.userId])).toEqual([
      { action: 'resident.exported', detail: { count: 1, status: 'alive', by: 'name', words: 'SITI AM' } },
    ]);
  });

  it('goes on behind the first page', async () => {
    const { unitId } = await buildVillage();
    const { familyId } = await buildResident(unitId, { name: 'A' });
    await asOwner(
      `insert into residents (village_id, id, family_id, birth_date, sex, basic_status, family_position, nik, name, sort_name, created_at, updated_at)
       select $1, gen_random_uuid(), $2, '1990-01-01', 1, 1, 4, (3507990101900000 + n)::text, 'ANAK ' || n, 'ANAK ' || lpad(n::text, 5, '0'), now(), now() from generate_series(1, 2100) n`,
      [unitId, familyId],
    );
    const all = await lines({}, await staffAt(unitId, 'operator'));
    expect(all).toHaveLength(2102);
    expect(new Set(all).size).toBe(2102);
  });
});
