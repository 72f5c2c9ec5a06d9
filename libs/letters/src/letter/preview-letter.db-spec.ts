import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LetterDocument, TypesettingError, type Typesetter } from '#documents';
import { asOwner } from '../../../../test/support/database.js';
import { businessForm, LetterDesk, type LetterRoom, openLetterRoom } from '../../../../test/support/letter-desk.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { homeOf } from '../home/home.queries.js';
import { searchEverything } from '../search/search.queries.js';
import { applicantPaper } from './applicant.queries.js';
import { listLetters } from './letter-list.queries.js';
import { PreviewLetter } from './preview-letter.js';

let room: LetterRoom;
let desk: LetterDesk;
let other: LetterDesk;
let preview: PreviewLetter;
let drafts: LetterDocument[] = [];
let trouble: Error | null = null;

const press = {
  letter: async (document: LetterDocument) => {
    if (trouble) throw trouble;
    drafts.push(document);
    return { pdf: Buffer.from('%PDF'), pages: 1 };
  },
} as unknown as Typesetter;

beforeAll(async () => {
  room = await openLetterRoom();
  desk = await LetterDesk.open(room);
  other = await LetterDesk.open(room);
  preview = new PreviewLetter(room.app.database, room.app.clock, press, room.store);
});

afterAll(() => room.close());

const last = (): string => JSON.stringify(drafts.at(-1));

describe('a preview', () => {
  it('is a draft without number and QR, of what is typed and not of what is stored', async () => {
    await preview.ofRequest(desk.operator, desk.body());
    expect(drafts.at(-1)).toMatchObject({ draft: true, number: { before: '500.2.2.4/', after: expect.stringMatching(/^\/35\.07\.99\.\d{4}\/\d{4}$/) } });
    expect(last()).toContain(desk.siti.nik);
    const id = await desk.request();
    await preview.ofLetter(desk.head, id, { data: { ...businessForm, businessName: 'Toko Baru' } });
    expect(last()).toContain('Toko Baru');
    expect((await desk.letter(id)).data['businessName']).toBe('Warung Susu');
  });

  it('names what is missing, and says when the press is away', async () => {
    await expect(preview.ofRequest(desk.operator, desk.body({ data: {} }))).rejects.toMatchObject({ status: 422, errors: expect.arrayContaining([expect.objectContaining({ field: 'data.purpose', code: 'REQUIRED' })]) });
    trouble = new TypesettingError('MISSING_GLYPH', 'Tanda tidak dapat dicetak.', { field: 'Nama Lengkap' });
    await expect(preview.ofRequest(desk.operator, desk.body())).rejects.toMatchObject({ status: 422, errors: [{ field: 'Nama Lengkap', code: 'MISSING_GLYPH' }] });
    trouble = new TypesettingError('TIMEOUT', 'Belum selesai.');
    await expect(preview.ofRequest(desk.operator, desk.body())).rejects.toMatchObject({ status: 503 });
    trouble = null;
  });

  it('takes no more than its village’s share of the press at once', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow = { letter: async () => opened.then(() => ({ pdf: Buffer.from('%PDF'), pages: 1 })) } as unknown as Typesetter;
    const verb = new PreviewLetter(room.app.database, room.app.clock, slow, room.store);
    const four = Array.from({ length: 4 }, () => verb.ofRequest(desk.operator, desk.body()));
    await expect(verb.ofRequest(desk.secretary, desk.body())).rejects.toMatchObject({ code: 'TYPESETTER_BUSY', status: 429, retryAfterSeconds: 2 });
    const elsewhere = verb.ofRequest(other.operator, other.body());
    open();
    await expect(Promise.all([...four, elsewhere])).resolves.toHaveLength(5);
    await expect(verb.ofRequest(desk.secretary, desk.body())).resolves.toBeInstanceOf(Buffer);
  });

  it('answers 429 when too many wait for the press', async () => {
    trouble = new TypesettingError('BUSY', 'Sedang sibuk.');
    await expect(preview.ofRequest(desk.operator, desk.body())).rejects.toMatchObject({ status: 429 });
    trouble = null;
  });

  it('is traced once while somebody types, and refused to another village', async () => {
    const person = await buildResident(desk.unitId, { name: 'Warga Lain' });
    for (let i = 0; i < 3; i += 1) await preview.ofRequest(desk.operator, desk.body({ residentId: person.id }));
    expect(await asOwner(`select 1 from audit_entries where village_id = $1 and action = 'letter.previewed' and subject_id = $2`, [desk.unitId, person.id])).toHaveLength(1);
    await expect(preview.ofRequest(other.operator, desk.body())).rejects.toMatchObject({ status: 404 });
    await expect(preview.ofLetter(other.operator, await desk.request(), {})).rejects.toMatchObject({ status: 404 });
  });

  it('says the whole home in the sentence of a domicile letter when the address is left as recorded', async () => {
    const { rtId } = await buildArea(desk.unitId, 'BARAN');
    const neighbour = await buildResident(desk.unitId, { name: 'Warga Baran', areaId: rtId });
    const ask = (residence: string): Promise<unknown> => preview.ofRequest(desk.operator, desk.body({ type: 'SKD', residentId: neighbour.id, data: { residence, residentSince: 'lahir', purpose: 'sekolah' } }));
    await ask('JL MAWAR 3');
    expect(last()).toContain('"text":"Jl Mawar 3, RT 002 RW 001, Dusun Baran","bold":true');
    await ask('Dusun Krajan');
    expect(last()).toContain('"text":"Dusun Krajan","bold":true');
  });

  const poor = (residentId: string, changes: object = {}): Promise<unknown> => preview.ofRequest(desk.operator, desk.body({ type: 'SKTM', residentId, data: { purpose: 'sekolah', institution: 'SMP 1' }, ...changes }));
  const row = (label: string, value: string) => expect.objectContaining({ rows: expect.arrayContaining([expect.objectContaining({ label, value })]) });

  it('writes the family card’s words, the country, and the number of the card or that it is on its way', async () => {
    const person = await buildResident(desk.unitId, { name: 'Warga Kartu' });
    await asOwner(`update residents set marital_status = 2, marital_recorded = false, citizenship = 1, occupation = 20 where village_id = $1 and id = $2`, [desk.unitId, person.id]);
    await poor(person.id);
    for (const [label, value] of [['Nomor KK', person.familyNumber], ['Status Perkawinan', 'Kawin Belum Tercatat'], ['Kewarganegaraan', 'Indonesia'], ['Pekerjaan', 'Buruh Tani/Perkebunan']] as const) {
      expect(drafts.at(-1)?.body).toContainEqual(row(label, value));
    }
    const temporary = '0350799100000042';
    await asOwner('update families set number = $3 where village_id = $1 and id = $2', [desk.unitId, person.familyId, temporary]);
    await asOwner('update residents set marital_status = 1, marital_recorded = null where village_id = $1 and id = $2', [desk.unitId, person.id]);
    await poor(person.id);
    expect(drafts.at(-1)?.body).toContainEqual(row('Nomor KK', 'dalam proses'));
    expect(drafts.at(-1)?.body).toContainEqual(row('Status Perkawinan', 'Belum Kawin'));
    expect(last()).not.toContain(temporary);
  });

  it('writes the country of an outsider likewise', async () => {
    const outsider = { name: 'Budi Santoso', nik: '3573010203900007', birthPlace: 'Malang', birthDate: '1990-03-02', sex: 'L', religion: 'Islam', maritalStatus: 'Kawin', occupation: 'Pedagang', citizenship: 'wni', address: 'Jl Ijen 5' };
    const { residentId: _, ...body } = desk.body();
    await preview.ofRequest(desk.operator, { ...body, outsider });
    expect(drafts.at(-1)?.body).toContainEqual(row('Kewarganegaraan', 'Indonesia'));
  });

  it('prints a dash for what the register does not know, and the form is told beforehand', async () => {
    const { rtId } = await buildArea(desk.unitId, 'NGROTO');
    const person = await buildResident(desk.unitId, { name: 'Warga Setengah', areaId: rtId });
    await asOwner('update residents set religion = null, marital_status = null, occupation = 9, citizenship = 1 where village_id = $1 and id = $2', [desk.unitId, person.id]);
    await poor(person.id);
    expect(drafts.at(-1)?.body).toContainEqual(row('Agama', '-'));
    expect(await applicantPaper(room.app.database, desk.operator, person.id)).toEqual({ home: 'Jl Mawar 3, RT 002 RW 001, Dusun Ngroto', unknown: ['Agama', 'Status perkawinan'] });
    await expect(applicantPaper(room.app.database, other.operator, person.id)).rejects.toMatchObject({ status: 404 });
  });

  it('shows no full NIK to the head of a neighbourhood', async () => {
    const { rtId } = await buildArea(desk.unitId, 'SUMBER');
    const neighbour = await buildResident(desk.unitId, { name: 'Warga Rukun', areaId: rtId });
    const child = await buildResident(desk.unitId, { name: 'Anak Rukun', areaId: rtId, family: neighbour, familyPosition: 4 });
    const rt = await staffAt(desk.unitId, 'neighbourhood-head', rtId);
    await preview.ofRequest(rt, desk.body({ type: 'SKTM', residentId: neighbour.id, data: { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: child.id }] } }));
    expect(last()).toContain('Anak Rukun');
    expect(last()).not.toContain(neighbour.nik);
    expect(last()).not.toContain(child.nik);
    expect(last()).not.toContain(neighbour.familyNumber);
    expect(last()).toContain('RT 002 RW 001, Dusun Sumber');
  });
});

describe('the first page', () => {
  it('shows each role what waits for it, and nothing of another village', async () => {
    const here = await LetterDesk.open(room);
    const requested = await here.request();
    const verified = await here.verified();
    const onBehalf = await here.verified({ signatory: { officialId: here.secretaryId, capacity: 'on-behalf' } });
    const queueOf = async (actor = here.operator) => (await homeOf(room.app.database, room.app.clock, actor)).queue.map((row) => row.id);
    expect(await queueOf()).toEqual([requested]);
    expect(await queueOf(here.head)).toEqual([verified]);
    expect(await queueOf(here.secretary)).toEqual([requested, onBehalf]);
    expect(await queueOf(await staffAt(here.unitId, 'treasurer'))).toEqual([]);
    expect(await homeOf(room.app.database, room.app.clock, here.operator)).toMatchObject({ greetingName: 'Pengguna', today: { lettersIssued: 0, lettersRequested: 3, eventsRecorded: 0, medianMinutes: null } });
  });

  it('searches people and letters together, each with its trace', async () => {
    const here = await LetterDesk.open(room);
    const id = await here.request();
    const found = await searchEverything(room.app.database, room.app.clock, here.operator, 'siti');
    expect([found.residents.map((row) => row.id), found.letters.map((row) => row.id)]).toEqual([[here.siti.id], [id]]);
    const traces = await asOwner<{ action: string }>(`select action from audit_entries where village_id = $1 and action like '%.searched' order by 1`, [here.unitId]);
    expect(traces.map((row) => row.action)).toEqual(['letter.searched', 'resident.searched']);
  });

  it('searches for a number, in either list, without writing it into the trail', async () => {
    const here = await LetterDesk.open(room);
    await searchEverything(room.app.database, room.app.clock, here.operator, here.siti.nik);
    await searchEverything(room.app.database, room.app.clock, here.operator, `siti ${here.siti.nik}`);
    await listLetters(room.app.database, here.operator, { search: here.siti.nik });
    const traces = await asOwner<{ action: string; detail: object }>(`select action, detail from audit_entries where village_id = $1 and action like '%.searched' order by at, id`, [here.unitId]);
    const byNumber = { by: 'number', region: here.siti.nik.slice(0, 6), digits: 16 };
    expect(traces.filter((row) => row.action === 'letter.searched').map((row) => row.detail)).toEqual([byNumber, { by: 'name', words: '(16 angka) SITI' }, byNumber]);
    expect(traces).toHaveLength(5);
    expect(JSON.stringify(traces)).not.toContain(here.siti.nik.slice(6));
  });
});
