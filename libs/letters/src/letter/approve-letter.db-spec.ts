import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { plainDate, startOfDayInJakarta } from '#values';
import { ChangeOfficial } from '#villages';
import { asOwner } from '../../../../test/support/database.js';
import { buildOfficial, LetterDesk, type LetterRoom, openLetterRoom } from '../../../../test/support/letter-desk.js';
import { staffAt } from '../../../../test/support/staff.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import { ReturnLetter } from './return-letter.js';

let room: LetterRoom;

beforeAll(async () => {
  room = await openLetterRoom();
});

afterAll(() => room.close());

const at = (instant: number): void => {
  for (const { clock } of [room.app, room.worker]) clock.follow(instant - Date.now());
};
const numbers = (desk: LetterDesk) => asOwner<{ number: number; year: string }>(`select number, to_char(approved_on, 'YYYY') as year from letters where village_id = $1 and number is not null order by year, number`, [desk.unitId]);

describe('approvals', () => {
  it('of fifty letters at once give fifty numbers that follow each other, and another village’s its own', async () => {
    const [first, second] = [await LetterDesk.open(room), await LetterDesk.open(room)];
    const waiting = await Promise.all([...Array(50).fill(first), ...Array(10).fill(second)].map(async (desk: LetterDesk) => [desk, await desk.verified()] as const));
    await Promise.all(waiting.map(([desk, id]) => desk.approve(id)));
    const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
    expect((await numbers(first)).map(({ number }) => number)).toEqual(upTo(50));
    expect((await numbers(second)).map(({ number }) => number)).toEqual(upTo(10));
    const texts = await asOwner<{ number_text: string }>('select number_text from letters where village_id = $1', [first.unitId]);
    expect(new Set(texts.map((row) => row.number_text)).size).toBe(50);
  }, 60_000);

  it('of one letter by two clicks give one number', async () => {
    const desk = await LetterDesk.open(room);
    const id = await desk.verified();
    const both = await Promise.allSettled([desk.approve(id), desk.approve(id)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await numbers(desk)).toHaveLength(1);
  });

  it('ask for the paper in the same transaction: one job and its task for each approval, none for a refused one', async () => {
    const desk = await LetterDesk.open(room);
    const id = await desk.verified();
    await expect(desk.approve(id, desk.secretary)).rejects.toMatchObject({ code: 'NOT_THE_SIGNATORY' });
    const asked = () => asOwner(`select o.name, t.kind, t.subject_id from outbox o join tasks t on t.outbox_id = o.id where o.village_id = $1 and o.payload = jsonb_build_object('letterId', $2::text)`, [desk.unitId, id]);
    expect(await asked()).toEqual([]);
    await desk.approve(id);
    expect(await asked()).toEqual([{ name: 'render-letter', kind: 'render-letter', subject_id: id }]);
  });

  it('begin a new series at midnight WIB, not UTC', async () => {
    const desk = await LetterDesk.open(room);
    const newYear = startOfDayInJakarta(plainDate('2027-01-01')).getTime();
    const [before, after] = [await desk.verified(), await desk.verified()];
    at(newYear - 60_000);
    await desk.approve(before);
    at(newYear + 60_000);
    await desk.approve(after);
    at(Date.now());
    expect(await numbers(desk)).toEqual([{ number: 1, year: '2026' }, { number: 1, year: '2027' }]);
    expect(await desk.letter(before)).toMatchObject({ number: expect.stringMatching(/\/001\/.*\/2026$/), approvedOn: '2026-12-31', validUntil: '2027-03-31' });
    expect(await desk.letter(after)).toMatchObject({ number: expect.stringMatching(/\/001\/.*\/2027$/), approvedOn: '2027-01-01' });
  });

  it('leave no gap when one is undone, and count each type for itself where the village decided so', async () => {
    const desk = await LetterDesk.open(room);
    await asOwner(`insert into village_settings (village_id, key, effective_from, value) values ($1, 'letter.numbering-mode', '2020-01-01', '"per-type"')`, [desk.unitId]);
    await desk.approved();
    const id = await desk.verified();
    await asOwner(`update residents set basic_status = 2 where village_id = $1 and id = $2`, [desk.unitId, desk.siti.id]);
    await expect(desk.approve(id)).rejects.toMatchObject({ code: 'APPLICANT_NOT_LIVING' });
    await asOwner(`update residents set basic_status = 1 where village_id = $1 and id = $2`, [desk.unitId, desk.siti.id]);
    await desk.approve(id);
    const domicile = await desk.approved({ type: 'SKD', data: { residence: 'Dusun Krajan', residentSince: 'lahir', purpose: 'sekolah' } });
    expect((await desk.letter(id)).number).toContain('/002/');
    expect((await desk.letter(domicile)).number).toContain('400.12.2.1/001/');
  });

  it('freeze what is printed: later changes of resident, office or official do not reach it', async () => {
    const desk = await LetterDesk.open(room);
    const id = await desk.approved();
    const stored = async (): Promise<LetterSnapshot> => (await asOwner<{ snapshot: LetterSnapshot }>('select snapshot from letters where id = $1', [id]))[0]?.snapshot as LetterSnapshot;
    const before = await stored();
    await asOwner(`update residents set name = 'Nama Lain', nik = '3507990101010909' where village_id = $1 and id = $2`, [desk.unitId, desk.siti.id]);
    await asOwner(`update officials set name = 'KADES LAIN' where village_id = $1 and id = $2`, [desk.unitId, desk.headId]);
    await asOwner(`insert into village_profiles (village_id, display_name, updated_at) values ($1, 'Desa Lain', now())`, [desk.unitId]);
    await desk.render(id);
    expect(await stored()).toEqual(before);
    expect(JSON.stringify(before)).toContain('SITI AMINAH');
    const [document] = await asOwner<{ snapshot: LetterSnapshot }>('select snapshot from documents where village_id = $1 and subject_id = $2', [desk.unitId, id]);
    expect(document?.snapshot).toEqual(before);
    expect(await desk.letter(id)).toMatchObject({ applicant: { nikMasked: `${desk.siti.nik.slice(0, 6)}******${desk.siti.nik.slice(12)}` }, signatory: { name: 'SUWONDO HADI' } });
  });

  it('are the signatory’s own act: the head for himself, the secretary on his behalf', async () => {
    const desk = await LetterDesk.open(room);
    const byHead = await desk.verified();
    await expect(desk.approve(byHead, desk.secretary)).rejects.toMatchObject({ code: 'NOT_THE_SIGNATORY', status: 403 });
    expect((await desk.letter(byHead, desk.secretary)).actions).not.toContain('approve');
    const onBehalf = await desk.verified({ signatory: { officialId: desk.secretaryId, capacity: 'on-behalf' } });
    await expect(desk.approve(onBehalf, desk.head)).rejects.toMatchObject({ code: 'NOT_THE_SIGNATORY' });
    await desk.approve(onBehalf, desk.secretary);
    const letter = await desk.letter(onBehalf);
    expect(letter.signatory).toMatchObject({ name: 'AGUS SETIAWAN', positionText: 'a.n. Kepala Desa, Sekretaris Desa' });
    const [row] = await asOwner<{ snapshot: LetterSnapshot }>('select snapshot from letters where id = $1', [onBehalf]);
    expect(row?.snapshot.document.signer.heading.slice(1)).toEqual([expect.stringMatching(/^a\.n\. KEPALA DESA /), 'Sekretaris Desa,']);
    const withoutLogin = await buildOfficial(desk.unitId, { position: 'officer', positionName: 'Kasi Pelayanan' });
    await desk.approve(await desk.verified({ signatory: { officialId: withoutLogin, capacity: 'on-behalf' } }), await staffAt(desk.unitId, 'village-head'));
  });

  it('are never given in the head’s name by the secretary who linked the head, definitive or acting, to the own login', async () => {
    const desk = await LetterDesk.open(room);
    const actingId = await buildOfficial(desk.unitId, { acting: 'Plt.', name: 'SRI WAHYUNI' });
    for (const officialId of [desk.headId, actingId]) {
      const id = await desk.verified({ signatory: { officialId, capacity: 'head' } });
      await new ChangeOfficial(room.app.database).run(desk.secretary, officialId, { userId: desk.secretary.userId });
      await expect(desk.approve(id, desk.secretary)).rejects.toMatchObject({ code: 'NOT_THE_SIGNATORY', status: 403 });
      expect((await desk.letter(id, desk.secretary)).actions).not.toContain('approve');
      expect(await desk.letter(id)).toMatchObject({ status: 'verified', number: null });
      await new ChangeOfficial(room.app.database).run(desk.secretary, officialId, { userId: desk.head.userId });
      await desk.approve(id);
    }
  });

  it('are refused after the signatory left office, before verification and for letters of another village', async () => {
    const desk = await LetterDesk.open(room);
    const other = await LetterDesk.open(room);
    await expect(desk.approve(await desk.request())).rejects.toMatchObject({ code: 'LETTER_NOT_APPROVABLE', status: 409 });
    const id = await desk.verified();
    await expect(desk.approve(id, other.head)).rejects.toMatchObject({ status: 404 });
    await asOwner(`update officials set ended_on = '2026-01-01' where village_id = $1 and id = $2`, [desk.unitId, desk.headId]);
    await expect(desk.approve(id)).rejects.toMatchObject({ code: 'SIGNATORY_NOT_IN_OFFICE', status: 422 });
    await new ReturnLetter(room.app.database).run(desk.head, id, { reason: 'Penanda tangan berganti' });
    await expect(desk.approve(id)).rejects.toMatchObject({ code: 'LETTER_NOT_APPROVABLE' });
    expect(await numbers(desk)).toEqual([]);
  });

  it('give no number to a letter that could not be printed, and name what is wrong', async () => {
    const desk = await LetterDesk.open(room);
    const id = await desk.verified();
    await asOwner(`update residents set name = 'Siti 😀' where village_id = $1 and id = $2`, [desk.unitId, desk.siti.id]);
    await expect(desk.approve(id)).rejects.toMatchObject({ code: 'LETTER_NOT_PRINTABLE_YET', status: 422, errors: [{ field: 'Nama Lengkap', code: 'MISSING_GLYPH' }] });
    expect(await numbers(desk)).toEqual([]);
  });
});

describe('the rows of letters', () => {
  it('keep who asked for what, and their history, whatever the app or the worker would do', async () => {
    const desk = await LetterDesk.open(room);
    const id = await desk.approved();
    const refused = ["update letters set applicant_name = 'x'", 'update letters set resident_id = null', "update letters set requested_by_name = 'x'", 'delete from letters', "update letter_steps set note = 'x'", 'delete from letter_steps', 'delete from letter_tokens'];
    for (const { database } of [room.app, room.worker]) {
      for (const sql of refused) {
        await expect(database.inVillage(jobActor(desk.unitId, 'spec'), (tx) => tx.query(`${sql} where village_id = $1`, [desk.unitId]))).rejects.toMatchObject({ code: '42501' });
      }
    }
    expect(await desk.letter(id)).toMatchObject({ applicantName: 'Siti Aminah', history: [{ step: 'requested' }, { step: 'verified' }, { step: 'approved' }] });
  });
});
