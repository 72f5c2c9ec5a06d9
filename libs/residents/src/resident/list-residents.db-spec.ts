import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { listResidents, countResidents } from './resident.queries.js';
import type { ResidentQuery } from './resident.dto.js';

let app: OpenDatabase;
let first: number;
let second: number;
let operator: Actor;
let krajan: Awaited<ReturnType<typeof buildArea>>;
let sawah: Awaited<ReturnType<typeof buildArea>>;

const names = async (query: ResidentQuery, actor = operator): Promise<string[]> => (await listResidents(app.database, app.clock, actor, query)).items.map((row) => row.name);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
  operator = await staffAt(first, 'operator');
  krajan = await buildArea(first, 'KRAJAN');
  sawah = await buildArea(first, 'SAWAH');
  const year = Number(app.clock.today().slice(0, 4));
  const family = await buildResident(first, { name: 'Budi Santoso', sex: 1, birthDate: '1970-03-09', areaId: krajan.rtId, familyNumber: '3507990101200001' });
  await buildResident(first, { name: "Siti Nur'aini", family, familyPosition: 3, areaId: krajan.rtId });
  await buildResident(first, { name: 'Santi Wulandari', family, familyPosition: 4, birthDate: `${year - 3}-01-01`, areaId: krajan.rtId });
  await buildResident(first, { name: 'SITI AMINAH', areaId: sawah.rwId, nik: '3507994303710999' });
  await buildResident(first, { name: 'Aminah', areaId: null, basicStatus: 2, nik: '3507995101880777' });
  await buildResident(second, { name: 'Siti Santoso', nik: '3507994303710998', familyNumber: '3507990101200001' });
});

afterAll(() => app.close());

describe('the list of residents', () => {
  it('is in order of names and knows nobody of another village', async () => {
    expect(await names({})).toEqual(['Aminah', 'Budi Santoso', 'Santi Wulandari', 'SITI AMINAH', "Siti Nur'aini"]);
    expect(await names({}, await staffAt(second, 'operator'))).toEqual(['Siti Santoso']);
  });

  it('gives every person once, page after page, and refuses a cursor of another filter', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listResidents(app.database, app.clock, operator, { limit: 2, after });
      seen.push(...page.items.map((row) => row.name));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual(await names({}));
    const { next } = await listResidents(app.database, app.clock, operator, { limit: 2 });
    await expect(names({ limit: 2, after: next ?? '', sex: 'L' })).rejects.toMatchObject({ code: 'CURSOR_MISMATCH', status: 422 });
  });

  it('filters by area with all areas in it, sex, status and age', async () => {
    expect(await names({ area: krajan.hamletId })).toEqual(['Budi Santoso', 'Santi Wulandari', "Siti Nur'aini"]);
    expect(await names({ area: sawah.hamletId })).toEqual(['SITI AMINAH']);
    expect(await names({ area: krajan.rtId, sex: 'L' })).toEqual(['Budi Santoso']);
    expect(await names({ status: 'dead' })).toEqual(['Aminah']);
    expect(await names({ ageTo: 3 })).toEqual(['Santi Wulandari']);
    expect(await names({ ageFrom: 4, status: 'alive', sex: 'P' })).toEqual(['SITI AMINAH', "Siti Nur'aini"]);
  });

  it('filters by what is odd about a person', async () => {
    const { unitId } = await buildVillage();
    await buildResident(unitId, { name: 'Cocok' });
    await buildResident(unitId, { name: 'Beda Tanggal', birthDate: '1988-01-21', nik: '3507996001880001' });
    await buildResident(unitId, { name: 'Beda Tahun', birthDate: '1988-01-21', nik: '3507996101890002' });
    await buildResident(unitId, { name: 'Bayi', nik: '0350799200100001' });
    const actor = await staffAt(unitId, 'operator');
    expect(await names({ problem: 'nik-birthdate-mismatch' }, actor)).toEqual(['Beda Tahun', 'Beda Tanggal']);
    expect(await names({ problem: 'temporary-nik' }, actor)).toEqual(['Bayi']);
    expect(await countResidents(app.database, app.clock, actor, { problem: 'temporary-nik' })).toEqual({ count: 1, capped: false });
  });

  it('shows where one lives and a masked NIK only', async () => {
    const { items } = await listResidents(app.database, app.clock, operator, { search: 'budi' });
    expect(items[0]).toMatchObject({ hamlet: 'KRAJAN', rw: '001', rt: '002', nikMasked: expect.stringMatching(/^350799\*{6}\d{4}$/), familyPosition: 'Kepala keluarga', status: 'alive', sex: 'L' });
    expect(JSON.stringify(items)).not.toMatch(/\d{16}/);
  });

  it('counts what the list holds', async () => {
    expect(await countResidents(app.database, app.clock, operator, { status: 'alive' })).toEqual({ count: 4, capped: false });
    expect(await countResidents(app.database, app.clock, operator, { search: 'siti' })).toEqual({ count: 2, capped: false });
  });
});

describe('search', () => {
  it.each([
    ['siti', ['SITI AMINAH', "Siti Nur'aini"]],
    ['aminah siti', ['SITI AMINAH']],
    ['SAN', ['Budi Santoso', 'Santi Wulandari']],
    ['amin', ['Aminah', 'SITI AMINAH']],
    ['nuraini', ["Siti Nur'aini"]],
    ['nur’aini', ["Siti Nur'aini"]],
    ['aini', ["Siti Nur'aini"]],
    ['nur aini si', ["Siti Nur'aini"]],
    ['santos', ['Budi Santoso']],
    ['siti budi', []],
    ["' or 1=1 --", []],
    ['%', []],
    ['3507994303', ['SITI AMINAH']],
    ['35.0799.510188.0777', ['Aminah']],
    ['350799010120', ['Budi Santoso', 'Santi Wulandari', "Siti Nur'aini"]],
    ['35079', []],
  ])('for %s finds %j', async (search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  it('goes together with filters and pages', async () => {
    expect(await names({ search: 'siti', area: krajan.rwId })).toEqual(["Siti Nur'aini"]);
    const page = await listResidents(app.database, app.clock, operator, { search: 'siti', limit: 1 });
    expect(await names({ search: 'siti', limit: 1, after: page.next ?? '' })).toEqual(["Siti Nur'aini"]);
  });

  it('leaves a trace that holds no number', async () => {
    const actor = await staffAt(first, 'operator');
    await names({ search: 'Siti AMI' }, actor);
    await names({ search: '3507994303710999' }, actor);
    await names({}, actor);
    const trail = await asOwner<{ action: string; detail: object }>('select action, detail from audit_entries where village_id = $1 and user_id = $2 order by at, id', [first, actor.userId]);
    expect(trail).toEqual([
      { action: 'resident.searched', detail: { by: 'name', words: 'SITI AMI' } },
      { action: 'resident.searched', detail: { by: 'number', region: '350799', digits: 16 } },
    ]);
  });
});

describe('the head of an area', () => {
  it('sees the people of his own area only, also when he searches', async () => {
    const head = await staffAt(first, 'neighbourhood-head', krajan.rtId);
    expect(await names({}, head)).toEqual(['Budi Santoso', 'Santi Wulandari', "Siti Nur'aini"]);
    expect(await names({ search: 'siti' }, head)).toEqual(["Siti Nur'aini"]);
    expect(await names({ search: '3507994303710999' }, head)).toEqual([]);
    expect(await names({ area: sawah.hamletId }, head)).toEqual([]);
    expect(await countResidents(app.database, app.clock, head, {})).toEqual({ count: 3, capped: false });
  });

  it('sees nobody when he was given no area', async () => {
    expect(await names({}, await staffAt(first, 'hamlet-head'))).toEqual([]);
  });
});
