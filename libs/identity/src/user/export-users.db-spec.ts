import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { ExportUsers } from './export-users.js';
import type { UserQuery } from './user.dto.js';
import { listUsers } from './user.queries.js';

let app: OpenDatabase;
let village: Awaited<ReturnType<typeof buildVillage>>;
let elsewhere: Awaited<ReturnType<typeof buildVillage>>;
let secretary: Actor;
let operator: Actor;

const lines = async (query: UserQuery, actor = secretary): Promise<string[]> => (await buffer(await new ExportUsers(app.database).run(actor, query))).toString().trimEnd().split('\r\n');
const named = async (query: UserQuery): Promise<string[]> => (await lines(query)).slice(1).map((line) => line.split(';')[0] ?? '');

beforeAll(async () => {
  app = await openDatabase('app');
  [village, elsewhere] = [await buildVillage(), await buildVillage()];
  secretary = await staffAt(village.unitId, 'village-secretary');
  operator = await staffAt(village.unitId, 'operator');
  const stranger = await staffAt(elsewhere.unitId, 'operator');
  await asOwner(`update users set name = '@Sri Wahyuni' where id = $1`, [operator.userId]);
  await asOwner(`update users set name = 'Agus Setiawan' where id = $1`, [secretary.userId]);
  await asOwner(`update users set name = 'Orang Lain' where id = $1`, [stranger.userId]);
  const closed = await staffAt(village.unitId, 'collector');
  await asOwner(`update users set name = 'Bambang Tutup', active = false, last_login_at = '2026-11-01T17:30:00Z' where id = $1`, [closed.userId]);
});

afterAll(() => app.close());

describe('the list of users as a file', () => {
  it('opens in a spreadsheet, holds no formula and nobody of another village', async () => {
    const [headings, ...all] = await lines({});
    expect(headings).toBe('\uFEFFNama;Nama pengguna;Peran;Kantor;Keadaan;Terakhir masuk;Pukul');
    expect(all).toHaveLength(3);
    expect(all).toContainEqual(expect.stringMatching(/^'@Sri Wahyuni;operator\.\w+;Operator Desa;Desa Uji [\d-]+;aktif;;$/));
    expect(all).toContainEqual(expect.stringMatching(/^Bambang Tutup;collector\.\w+;Petugas Pungut;[^;]+;nonaktif;02-11-2026;00\.30$/));
    expect(all.join()).not.toContain('Orang Lain');
  });

  it('holds what the list holds with the same filters', async () => {
    for (const query of [{ search: 'sri' }, { search: 'agus se' }, { search: 'ambang' }, { role: 'operator' }, { active: false }, { active: true, role: 'collector' }, { village: elsewhere.code }]) {
      const { items } = await listUsers(app.database, secretary, query);
      expect([query, await named(query)]).toEqual([query, items.map(({ name }) => name.replace('@', "'@"))]);
    }
    expect(await named({ search: 'setia' })).toEqual(['Agus Setiawan']);
    expect(await named({ search: 'operator.' })).toEqual(["'@Sri Wahyuni"]);
    expect(await named({ search: 'ambang' })).toEqual([]);
    expect(await named({ active: false })).toEqual(['Bambang Tutup']);
  });

  it('of a village shows a role somebody holds elsewhere, and filters by those held here', async () => {
    const both = await staffAt(village.unitId, 'treasurer');
    await asOwner(`update users set name = 'Dua Kantor' where id = $1`, [both.userId]);
    await asOwner(`insert into memberships (id, user_id, unit_id, role, created_at) values (gen_random_uuid(), $1, $2, 'village-officer', now())`, [both.userId, elsewhere.unitId]);
    expect(await named({ role: 'treasurer' })).toEqual(['Dua Kantor']);
    expect(await named({ role: 'village-officer' })).toEqual([]);
    expect((await lines({ role: 'treasurer' }))[1]).toMatch(/^Dua Kantor;[^;]+;Bendahara Desa, Kaur\/Kasi Desa;Desa Uji [\d-]+, Desa Uji [\d-]+;aktif/);
  });

  it('of the office holds every village, or the one that is asked for', async () => {
    const admin = await staffAt(0, 'regency-admin');
    const strangers = await lines({ village: elsewhere.code, role: 'operator' }, admin);
    expect(strangers.slice(1)).toEqual([expect.stringMatching(/^Orang Lain;/)]);
    const all = await lines({}, admin);
    for (const name of ['Orang Lain', 'Agus Setiawan', 'Bambang Tutup']) expect(all.some((line) => line.startsWith(name))).toBe(true);
  });

  it('is in the trail with its filters and how many it held, before it is read', async () => {
    const actor = await staffAt(village.unitId, 'village-secretary');
    (await new ExportUsers(app.database).run(actor, { active: false, search: ' bambang ' })).destroy();
    (await new ExportUsers(app.database).run(actor, { search: 'sri 3507994303710998' })).destroy();
    expect(await asOwner('select action, subject_type, detail from audit_entries where village_id = $1 and user_id = $2 order by id', [village.unitId, actor.userId])).toEqual([
      { action: 'user.exported', subject_type: 'user', detail: { count: 1, active: false, words: 'bambang' } },
      { action: 'user.exported', subject_type: 'user', detail: { count: 0, words: 'sri (16 angka)' } },
    ]);
  });
});
