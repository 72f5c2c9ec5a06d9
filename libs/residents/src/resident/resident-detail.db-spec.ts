import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildArea, buildResident, type BuiltResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { familyDetail, listFamilies } from '../family/family.queries.js';
import { residentProblems } from './problems.queries.js';
import { residentDetail } from './resident-detail.queries.js';
import { RevealIdentity } from './reveal-identity.js';

let app: OpenDatabase;
let first: number;
let second: number;
let operator: Actor;
let stranger: Actor;
let budi: BuiltResident;
let siti: BuiltResident;
let krajan: Awaited<ReturnType<typeof buildArea>>;

const detail = (actor: Actor, id: string) => residentDetail(app.database, app.clock, actor, id);

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
  operator = await staffAt(first, 'operator');
  stranger = await staffAt(second, 'operator');
  krajan = await buildArea(first, 'KRAJAN');
  budi = await buildResident(first, { name: 'Budi Santoso', sex: 1, birthDate: '1970-03-09', areaId: krajan.rtId });
  siti = await buildResident(first, { name: 'Siti Aminah', family: budi, familyPosition: 3, areaId: krajan.rtId });
  await buildResident(first, { name: 'Tono', family: budi, familyPosition: 4, sex: 1, basicStatus: 3 });
  await asOwner('update residents set disability = 2, religion = 1, marital_status = 2, marital_recorded = true, father_nik = $3 where village_id = $1 and id = $2', [first, budi.id, '3507990102400009']);
});

afterAll(() => app.close());

describe('a resident', () => {
  it('comes in words with family and events, numbers masked', async () => {
    const found = await detail(operator, budi.id);
    expect(found).toMatchObject({
      name: 'Budi Santoso', religion: 'Islam', maritalStatus: 'Kawin', maritalRecorded: true, citizenship: 'WNI', disability: 'Cacat netra/buta', birthPlace: 'MALANG', hamlet: 'KRAJAN', rw: '001', rt: '002',
      actions: ['reveal', 'request-letter', 'correct'], version: 1,
    });
    expect(found.codes).toMatchObject({ religion: 1, disability: 2, education: null });
    expect(found.family.members.map((member) => [member.name, member.familyPosition, member.status])).toEqual([['Budi Santoso', 'Kepala keluarga', 'alive'], ['Siti Aminah', 'Istri', 'alive'], ['Tono', 'Anak', 'moved']]);
    expect(found.events).toEqual([expect.objectContaining({ type: 'opening', typeName: 'Saldo awal penduduk', reportedOn: '2026-01-01' })]);
    expect(JSON.stringify(found)).not.toMatch(/\d{16}/);
  });

  it('keeps specific personal data from roles that may not reveal', async () => {
    const found = await detail(await staffAt(first, 'village-officer'), budi.id);
    expect(found).toMatchObject({ disability: null, actions: ['request-letter'] });
    expect(found.codes['disability']).toBeNull();
  });

  it('is not found from another village, nor by the head of another area', async () => {
    await expect(detail(stranger, budi.id)).rejects.toMatchObject({ status: 404 });
    const sawah = await buildArea(first, 'SAWAH');
    await expect(detail(await staffAt(first, 'hamlet-head', sawah.hamletId), budi.id)).rejects.toMatchObject({ status: 404 });
    const own = await detail(await staffAt(first, 'hamlet-head', krajan.hamletId), budi.id);
    // Tono's area is not known, so he is in nobody's.
    expect(own.family.members.map((member) => member.name)).toEqual(['Budi Santoso', 'Siti Aminah']);
  });
});

describe('revealing', () => {
  it('gives the full numbers and leaves who, whom and why', async () => {
    const reveal = new RevealIdentity(app.database);
    expect(await reveal.run(operator, budi.id, { reason: 'Mencocokkan KTP' })).toEqual({ nik: budi.nik, familyNumber: budi.familyNumber, fatherNik: '3507990102400009', motherNik: null });
    const trail = await asOwner(`select subject_id, reason, user_id, detail from audit_entries where village_id = $1 and action = 'resident.revealed'`, [first]);
    expect(trail).toEqual([{ subject_id: budi.id, reason: 'Mencocokkan KTP', user_id: operator.userId, detail: null }]);
  });

  it('of another village finds nobody and leaves no trace of having', async () => {
    await expect(new RevealIdentity(app.database).run(stranger, budi.id, { reason: 'Mencocokkan KTP' })).rejects.toMatchObject({ status: 404 });
    expect(await asOwner(`select 1 from audit_entries where village_id = $1 and action = 'resident.revealed'`, [second])).toEqual([]);
  });
});

describe('families', () => {
  it('are listed with head and living members, in their own village only', async () => {
    const { items } = await listFamilies(app.database, operator, {});
    expect(items).toEqual([expect.objectContaining({ id: budi.familyId, headName: 'Budi Santoso', members: 2, hamlet: 'KRAJAN', address: 'JL MAWAR 3', temporaryNumber: false })]);
    expect(JSON.stringify(items)).not.toMatch(/\d{16}/);
    expect((await listFamilies(app.database, stranger, {})).items).toEqual([]);
  });

  it('are found by a member’s name, by number and by a member’s NIK', async () => {
    for (const search of ['siti', budi.familyNumber, siti.nik]) expect((await listFamilies(app.database, operator, { search })).items.map((family) => family.id)).toEqual([budi.familyId]);
    for (const search of ['santi', '999999']) expect((await listFamilies(app.database, operator, { search })).items).toEqual([]);
    expect((await listFamilies(app.database, stranger, { search: budi.familyNumber })).items).toEqual([]);
  });

  it('show all who belong to them, to their own village only', async () => {
    const family = await familyDetail(app.database, app.clock, operator, budi.familyId);
    expect(family.members.map((member) => member.name)).toEqual(['Budi Santoso', 'Siti Aminah', 'Tono']);
    expect(family.headName).toBe('Budi Santoso');
    await expect(familyDetail(app.database, app.clock, stranger, budi.familyId)).rejects.toMatchObject({ status: 404 });
  });

  it('come page after page', async () => {
    const other = await buildVillage();
    const actor = await staffAt(other.unitId, 'operator');
    const built = [await buildResident(other.unitId), await buildResident(other.unitId), await buildResident(other.unitId)];
    const page = await listFamilies(app.database, actor, { limit: 2 });
    const rest = await listFamilies(app.database, actor, { limit: 2, after: page.next ?? '' });
    expect([...page.items, ...rest.items].map((family) => family.id)).toEqual(built.map((resident) => resident.familyId));
    expect(rest.next).toBeNull();
  });
});

describe('problems', () => {
  it('are counted by kind, in one village', async () => {
    const { unitId } = await buildVillage();
    await buildResident(unitId, { familyPosition: 4 });
    await buildResident(unitId, { nik: '3507996202880444', birthDate: '1988-01-21' });
    await buildResident(unitId, { nik: '0350799200100001' });
    await buildResident(unitId, { nik: '3507993112990001', birthDate: '1999-12-31', sex: 1 });
    const counts = Object.fromEntries((await residentProblems(app.database, await staffAt(unitId, 'operator'))).items.map(({ kind, count }) => [kind, count]));
    expect(counts).toEqual({ 'family-without-head': 1, 'nik-birthdate-mismatch': 1, 'temporary-nik': 1 });
    const headless = await listFamilies(app.database, await staffAt(unitId, 'operator'), { headless: true });
    expect(headless.items).toHaveLength(1);
  });
});
