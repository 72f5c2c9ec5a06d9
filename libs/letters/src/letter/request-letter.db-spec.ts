import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { jobActor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildOfficial, businessForm, LetterDesk, type LetterRoom, openLetterRoom } from '../../../../test/support/letter-desk.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { usedElsewhere } from '../../../residents/src/resident-import/resident-use.js';
import '../letters.module.js';
import { EditLetter } from './edit-letter.js';
import { listLetters } from './letter-list.queries.js';
import { ReturnLetter } from './return-letter.js';
import { VerifyLetter } from './verify-letter.js';

let room: LetterRoom;
let desk: LetterDesk;
let other: LetterDesk;

beforeAll(async () => {
  room = await openLetterRoom();
  desk = await LetterDesk.open(room);
  other = await LetterDesk.open(room, 'kelurahan');
});

afterAll(() => room.close());

const field = (name: string, code?: string) => expect.objectContaining({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ field: name, ...(code ? { code } : {}) })]) });
const outsider = { name: 'Budi Santoso', nik: '3573010203900007', birthPlace: 'Malang', birthDate: '1990-03-02', sex: 'L', religion: 'Islam', maritalStatus: 'Kawin', occupation: 'Pedagang', citizenship: 'WNI', address: 'Jl Ijen 5, Kota Malang' };

describe('a request', () => {
  it('is the same letter for the same key and body, also when both come at once', async () => {
    const both = await Promise.all([desk.request({}, desk.operator, 'kunci-kembar-1'), desk.request({}, desk.operator, 'kunci-kembar-1')]);
    expect(both[0]).toBe(both[1]);
    expect(await desk.request({}, desk.operator, 'kunci-kembar-1')).toBe(both[0]);
    expect(await asOwner('select step from letter_steps where letter_id = $1', [both[0]])).toEqual([{ step: 'requested' }]);
    await expect(desk.request({ note: 'lain' }, desk.operator, 'kunci-kembar-1')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
  });

  it('has the same key in another village for a letter of its own', async () => {
    const here = await desk.request({}, desk.operator, 'kunci-dua-desa');
    const there = await other.request({}, other.operator, 'kunci-dua-desa');
    expect(there).not.toBe(here);
    await expect(desk.letter(there)).rejects.toMatchObject({ status: 404 });
  });

  it('promises the paper within the minutes the village decided, and names its applicant', async () => {
    const letter = await desk.letter(await desk.request());
    expect(Date.parse(letter.dueAt) - Date.parse(letter.requestedAt)).toBe(240 * 60_000);
    expect(letter).toMatchObject({ applicant: { name: 'Siti Aminah', nikMasked: expect.stringMatching(/^350799\*{6}\d{4}$/) }, data: businessForm, signatory: { name: 'SUWONDO HADI', positionText: 'Kepala Desa', capacity: 'head' }, actions: ['edit', 'verify', 'return'] });
  });

  it('may be of somebody who is not in the register only where the type allows it', async () => {
    const { residentId: _, ...body } = desk.body();
    const id = await desk.request({ ...body, residentId: undefined as never, outsider });
    expect(await desk.letter(id)).toMatchObject({ residentId: null, applicantName: 'Budi Santoso', applicant: { nikMasked: '357301******0007' } });
    await expect(desk.request({ type: 'SKTM', residentId: undefined as never, outsider, data: { purpose: 'sekolah', institution: 'SMP 1' } })).rejects.toEqual(field('outsider', 'OUTSIDER_NOT_ALLOWED'));
    await expect(desk.request({ residentId: undefined as never, outsider: { ...outsider, nik: '12', birthDate: '2099-01-01', address: ' ' } })).rejects.toMatchObject({ errors: [{ field: 'outsider.nik' }, { field: 'outsider.birthDate' }, { field: 'outsider.address' }] });
    await expect(desk.request({ outsider })).rejects.toEqual(field('residentId', 'APPLICANT_REQUIRED'));
  });

  it.each([
    ['a character that turns the line around', { ...businessForm, purpose: 'kredit \u202Eharum' }, 'data.purpose', 'HIDDEN_CHARACTER'],
    ['a control character', { ...businessForm, businessName: 'Warung\u0000' }, 'data.businessName', 'HIDDEN_CHARACTER'],
    ['a hidden tag', { ...businessForm, businessKind: 'dagang\u{E0041}' }, 'data.businessKind', 'HIDDEN_CHARACTER'],
    ['an emoji', { ...businessForm, purpose: 'kredit 😀' }, 'data.purpose', 'TEXT_NOT_PRINTABLE'],
    ['a field the type does not have', { ...businessForm, village_id: '1' }, 'data.village_id', 'UNKNOWN_FIELD'],
  ])('is refused for %s, naming the field', async (_what, data, name, code) => {
    await expect(desk.request({ data })).rejects.toEqual(field(name, code));
  });

  it('is refused for the dead, for people of another village and for signatories who may not', async () => {
    const late = await buildResident(desk.unitId, { name: 'Almarhum', basicStatus: 2 });
    await expect(desk.request({ residentId: late.id })).rejects.toMatchObject({ code: 'APPLICANT_NOT_LIVING', status: 422 });
    await expect(desk.request({ residentId: other.siti.id })).rejects.toMatchObject({ status: 404 });
    await expect(desk.request({ signatory: { officialId: other.headId, capacity: 'head' } })).rejects.toMatchObject({ status: 404 });
    const former = await buildOfficial(desk.unitId, { position: 'secretary', endedOn: '2025-12-31' });
    await expect(desk.request({ signatory: { officialId: former, capacity: 'on-behalf' } })).rejects.toEqual(field('signatory.officialId', 'SIGNATORY_NOT_IN_OFFICE'));
    await expect(desk.request({ signatory: { officialId: desk.secretaryId, capacity: 'head' } })).rejects.toEqual(field('signatory.capacity'));
    await expect(desk.request({ type: 'SKTM', data: { purpose: 'sekolah', institution: 'SMP 1' }, signatory: { officialId: desk.secretaryId, capacity: 'on-behalf' } })).rejects.toEqual(field('signatory.capacity'));
  });

  it('takes dependants from the register and keeps them as they were then', async () => {
    const child = await buildResident(desk.unitId, { name: 'Dewi', family: desk.siti, familyPosition: 4, birthDate: '2012-05-06' });
    const id = await desk.request({ type: 'SKTM', data: { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: child.id }, { nik: '-', name: 'Bayi', sex: 'P', birth: 'Malang, 2026', relation: 'Anak' }] } });
    await asOwner(`update residents set name = 'Dewi Berubah' where village_id = $1 and id = $2`, [desk.unitId, child.id]);
    const rows = (await desk.letter(id)).data['dependants'];
    expect(rows).toEqual([
      { residentId: child.id, nik: child.nik, name: 'Dewi', sex: 'P', birth: 'Malang, 06-05-2012', relation: 'Anak' },
      { nik: '-', name: 'Bayi', sex: 'P', birth: 'Malang, 2026', relation: 'Anak' },
    ]);
    await expect(desk.request({ type: 'SKTM', data: { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: other.siti.id }] } })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a letter on the desk', () => {
  const edit = (id: string, change: object, actor = desk.operator): Promise<void> => new EditLetter(room.app.database, room.app.clock).run(actor, id, change);

  it('is edited with the difference in the trail; returned it is requested again by that', async () => {
    const id = await desk.request();
    await edit(id, { data: { ...businessForm, businessName: 'Toko Baru' } });
    const [entry] = await asOwner(`select detail from audit_entries where action = 'letter.edited' and subject_id = $1`, [id]);
    expect(entry).toEqual({ detail: { businessName: ['Warung Susu', 'Toko Baru'] } });
    await new ReturnLetter(room.app.database).run(desk.operator, id, { reason: 'Keperluan belum jelas' });
    expect(await desk.letter(id)).toMatchObject({ status: 'returned', actions: ['edit'] });
    await edit(id, { data: { ...businessForm, purpose: 'kredit KUR' } });
    expect(await desk.letter(id)).toMatchObject({ status: 'requested', history: [{ step: 'requested' }, { step: 'edited' }, { step: 'returned', note: 'Keperluan belum jelas' }, { step: 'edited' }] });
  });

  it('is no longer edited once it was verified', async () => {
    const id = await desk.verified();
    await expect(edit(id, { data: businessForm })).rejects.toMatchObject({ code: 'LETTER_NOT_EDITABLE', status: 409 });
    await expect(new VerifyLetter(room.app.database).run(desk.operator, id)).rejects.toMatchObject({ code: 'LETTER_NOT_VERIFIABLE' });
  });

  it('is nobody else’s: every act of another village answers 404', async () => {
    const id = await desk.request();
    await expect(edit(id, {}, other.operator)).rejects.toMatchObject({ status: 404 });
    await expect(new VerifyLetter(room.app.database).run(other.operator, id)).rejects.toMatchObject({ status: 404 });
    await expect(new ReturnLetter(room.app.database).run(other.operator, id, { reason: 'bukan surat kami' })).rejects.toMatchObject({ status: 404 });
    await expect(other.letter(id)).rejects.toMatchObject({ status: 404 });
    expect((await listLetters(room.app.database, other.operator, {})).items.map((row) => row.id)).not.toContain(id);
  });
});

describe('the head of a neighbourhood', () => {
  it('requests for his own people only and sees the letters he requested only', async () => {
    const { rtId } = await buildArea(desk.unitId, `KRAJAN ${uuidv7().slice(-4)}`);
    const neighbour = await buildResident(desk.unitId, { name: 'Warga Rukun', areaId: rtId });
    const child = await buildResident(desk.unitId, { name: 'Anak Rukun', areaId: rtId, family: neighbour, familyPosition: 4 });
    const rt = await staffAt(desk.unitId, 'neighbourhood-head', rtId);
    const colleague = await staffAt(desk.unitId, 'neighbourhood-head', rtId);
    const mine = await desk.request({ type: 'SKTM', residentId: neighbour.id, data: { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: child.id }] } }, rt, 'kunci-rt-12345');
    await expect(desk.request({ residentId: desk.siti.id }, rt)).rejects.toMatchObject({ status: 404 });
    const deskOwn = await desk.request();
    expect((await listLetters(room.app.database, rt, {})).items.map((row) => row.id)).toEqual([mine]);
    expect((await listLetters(room.app.database, rt, { search: 'siti' })).items).toEqual([]);
    await expect(desk.letter(deskOwn, rt)).rejects.toMatchObject({ status: 404 });
    await expect(desk.letter(mine, colleague)).rejects.toMatchObject({ status: 404 });
    const seen = await desk.letter(mine, rt);
    expect(seen.actions).toEqual(['edit']);
    expect(JSON.stringify(seen)).not.toContain(child.nik);
    expect((await desk.letter(mine)).data['dependants']).toMatchObject([{ nik: child.nik }]);
  });
});

describe('an import whose people have letters', () => {
  it('is not taken back, and says whose letter stands in the way', async () => {
    const here = await LetterDesk.open(room);
    const runId = uuidv7();
    await asOwner('update population_events set import_run_id = $2 where village_id = $1', [here.unitId, runId]);
    const inTheWay = (unitId: number) => room.worker.database.inVillage(jobActor(unitId, 'spec'), (tx) => usedElsewhere(tx, runId));
    expect(await inTheWay(here.unitId)).toBeNull();
    await here.request();
    expect(await inTheWay(here.unitId)).toBe('Siti Aminah (dipakai surat)');
    expect(await inTheWay(other.unitId)).toBeNull();
  });
});
