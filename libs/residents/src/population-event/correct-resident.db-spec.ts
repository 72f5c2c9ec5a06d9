import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildResident, type BuiltResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { residentDetail } from '../resident/resident-detail.queries.js';
import { listResidents } from '../resident/resident.queries.js';
import { residentTallies } from '../residents.tallies.js';
import { CorrectResident } from './correct-resident.js';
import '../residents.tallies.js';

let app: OpenDatabase;
let first: number;
let second: number;
let operator: Actor;
let correctResident: CorrectResident;
let siti: BuiltResident;

const correct = (changes: Record<string, unknown>, more: { version?: number; residentId?: string; reportedOn?: string; actor?: Actor } = {}): Promise<{ id: string }> =>
  correctResident.run(more.actor ?? operator, { residentId: more.residentId ?? siti.id, reportedOn: more.reportedOn ?? app.clock.today(), changes, ...(more.version ? { version: more.version } : {}) });
const detail = (actor = operator, id = siti.id) => residentDetail(app.database, app.clock, actor, id);
const found = async (search: string): Promise<string[]> => (await listResidents(app.database, app.clock, operator, { search })).items.map((row) => row.id);

beforeAll(async () => {
  app = await openDatabase('app');
  correctResident = new CorrectResident(app.database, app.clock);
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
  operator = await staffAt(first, 'operator');
  siti = await buildResident(first, { name: 'Siti Aminah' });
});

afterAll(() => app.close());

describe('a correction', () => {
  it('changes the record and keeps what stood before, by whom, in words', async () => {
    const { id } = await correct({ name: "Siti Nur'aini", religion: 2, phone: '0812 3456-7890' });
    const after = await detail();
    expect(after).toMatchObject({ name: "Siti Nur'aini", religion: 'Kristen', phone: '081234567890', version: 2 });
    expect(after.events[0]).toMatchObject({ id, type: 'correction', typeName: 'Pembetulan data', reportedOn: app.clock.today(), recordedBy: operator.userName, reversal: false });
    expect(after.events[0]?.diff).toEqual({ name: ['Siti Aminah', "Siti Nur'aini"], religion: [null, 'Kristen'], phone: [null, '081234567890'] });
    expect(after.events[1]).toMatchObject({ type: 'opening' });
  });

  it('is found by the new name and no longer by the old', async () => {
    expect(await found('nuraini')).toEqual([siti.id]);
    expect(await found('siti nur')).toEqual([siti.id]);
    expect(await found('aminah')).toEqual([]);
  });

  it('stands in the audit trail with its diff, numbers masked', async () => {
    await correct({ fatherNik: '3507990102600001' });
    const [entry] = await asOwner<{ detail: Record<string, unknown>; user_id: string }>(`select detail, user_id from audit_entries where village_id = $1 and action = 'resident.corrected' order by at desc limit 1`, [first]);
    expect(entry).toMatchObject({ user_id: operator.userId, detail: { fatherNik: [null, '350799******0001'] } });
  });

  it('moves the person to another cell of the counts, and the recount agrees', async () => {
    const person = await buildResident(second, { name: 'Budi', sex: 1, birthDate: '1970-03-09' });
    const actor = await staffAt(second, 'operator');
    await asOwner(`insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at) select $1, 'population-events', '2026-01-01', 'opening', '', count(*), now() from population_events where village_id = $1`, [second]);
    for (const delta of residentTallies(null, { sex: 1, birthDate: '1970-03-09', basicStatus: 1 })) {
      await asOwner('insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at) values ($1, $2, $3, $4, $5, $6, now())', [second, delta.measure, delta.day, delta.dim1, delta.dim2, delta.delta]);
    }
    await correct({ birthDate: '1971-04-09' }, { residentId: person.id, actor });
    expect(await new RecountTallies(app.database).run(jobActor(second, 'spec'))).toEqual([]);
    const cells = await asOwner(`select dim1, dim2, sum(delta)::int as n from tally_deltas where village_id = $1 and measure = 'residents' group by 1, 2 order by 2`, [second]);
    expect(cells).toEqual([{ dim1: '1', dim2: '1970-03', n: 0 }, { dim1: '1', dim2: '1971-04', n: 1 }]);
  });

  it('replaces a temporary NIK by the one issued', async () => {
    const person = await buildResident(first, { name: 'Tanpa Nik', nik: '0350799200100001' });
    expect((await detail(operator, person.id)).temporaryNik).toBe(true);
    await correct({ nik: '3507996101880555' }, { residentId: person.id });
    expect(await detail(operator, person.id)).toMatchObject({ temporaryNik: false, nikMasked: '350799******0555' });
  });
});

describe('a correction is refused', () => {
  it.each([
    [{ birthDate: '30-02-1988' }, 'changes.birthDate'],
    [{ birthDate: '2999-01-01' }, 'changes.birthDate'],
    [{ name: '' }, 'changes.name'],
    [{ nik: '350799' }, 'changes.nik'],
    [{ nik: null }, 'changes.nik'],
    [{ religion: 12 }, 'changes.religion'],
    [{ phone: 'besok' }, 'changes.phone'],
    [{ fatherName: 'Budi 😀' }, 'changes.fatherName'],
    [{ currentAddress: 'x'.repeat(300) }, 'changes.currentAddress'],
    [{ basicStatus: 2 }, 'changes.basicStatus'],
    [{ familyNumber: '3507990101200009' }, 'changes.familyNumber'],
    [{ village_id: 1 }, 'changes.village_id'],
    [{ name: { evil: true } }, 'changes.name'],
    [{ sex: null }, 'changes.sex'],
  ])('for %j, naming the field', async (changes, field) => {
    await expect(correct(changes)).rejects.toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ field })]) });
  });

  it('when nothing differs, when reported tomorrow, and on no calendar day', async () => {
    await expect(correct({ birthPlace: 'MALANG' })).rejects.toMatchObject({ code: 'NOTHING_CHANGED' });
    await expect(correct({ birthPlace: 'BATU' }, { reportedOn: '2099-01-01' })).rejects.toMatchObject({ errors: [{ field: 'reportedOn', code: 'DATE_IN_FUTURE' }] });
    await expect(correct({ birthPlace: 'BATU' }, { reportedOn: '2026-02-30' })).rejects.toMatchObject({ errors: [{ field: 'reportedOn' }] });
  });

  it('when somebody else changed the record in between', async () => {
    const { version } = await detail();
    await correct({ birthPlace: 'BATU' }, { version });
    await expect(correct({ birthPlace: 'BLITAR' }, { version })).rejects.toMatchObject({ code: 'RESIDENT_CHANGED', status: 409 });
  });

  it('when another living person has the NIK', async () => {
    const other = await buildResident(first, { name: 'Orang Lain', nik: '3507996202880444' });
    await expect(correct({ nik: other.nik })).rejects.toMatchObject({ code: 'NIK_TAKEN', status: 409 });
    expect((await detail()).nikMasked).not.toMatch(/0444$/);
  });

  it('when the family already has a living head; one without a head gets one', async () => {
    const father = await buildResident(first, { name: 'Pak Kepala' });
    const mother = await buildResident(first, { name: 'Bu Istri', family: father, familyPosition: 3 });
    await expect(correct({ familyPosition: 1 }, { residentId: mother.id })).rejects.toMatchObject({ code: 'FAMILY_HAS_HEAD', status: 409, errors: [{ field: 'changes.familyPosition' }] });
    await correct({ familyPosition: 9 }, { residentId: father.id });
    await correct({ familyPosition: 1 }, { residentId: mother.id });
    const after = await detail(operator, mother.id);
    expect(after.family?.members.map(({ name, familyPosition }) => [name, familyPosition])).toEqual([['Bu Istri', 'Kepala keluarga'], ['Pak Kepala', 'Famili lain']]);
    expect(after.events[0]?.diff).toEqual({ familyPosition: ['Istri', 'Kepala keluarga'] });
  });

  it('for a person of another village, and nothing is left behind', async () => {
    const stranger = await staffAt(second, 'operator');
    await expect(correct({ birthPlace: 'BATU' }, { actor: stranger })).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    expect(await asOwner('select 1 from population_events where village_id = $1 and resident_id = $2', [second, siti.id])).toEqual([]);
  });
});
