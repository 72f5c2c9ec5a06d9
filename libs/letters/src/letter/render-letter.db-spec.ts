import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TypesettingError } from '#documents';
import { jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { asOwner } from '../../../../test/support/database.js';
import { jobContext } from '../../../../test/support/job-context.js';
import { businessForm, LetterDesk, type LetterRoom, openLetterRoom } from '../../../../test/support/letter-desk.js';
import { buildArea, buildResident } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { listLetters } from './letter-list.queries.js';
import { PrintLetter } from './print-letter.js';
import { RejectLetter } from './reject-letter.js';
import { ReplaceLetter } from './replace-letter.js';
import { RetryRendering } from './retry-rendering.js';
import { VerifyLetter } from './verify-letter.js';
import { VoidLetter } from './void-letter.js';

let room: LetterRoom;
let desk: LetterDesk;
let other: LetterDesk;
let press: LetterRoom['press']['letter'];

beforeAll(async () => {
  room = await openLetterRoom();
  press = room.press.letter;
  desk = await LetterDesk.open(room);
  other = await LetterDesk.open(room);
});

beforeEach(() => {
  room.press.letter = press;
});

afterAll(() => room.close());

const broken = (error: unknown) => async (): Promise<never> => {
  throw error;
};
const stepsOf = async (id: string): Promise<string[]> => (await desk.letter(id)).history.map(({ step }) => step);
const replace = (id: string, changes: object = {}, actor = desk.head): Promise<string> =>
  new ReplaceLetter(room.app.database, room.app.clock).run(actor, id, { reason: 'nama usaha salah ketik', data: { ...businessForm, businessName: 'Warung Susu Segar' }, ...changes });
const voided = (id: string, reason = 'Data pada surat salah', actor = desk.head): Promise<void> => new VoidLetter(room.app.database).run(actor, id, { reason });

describe('the paper of an approved letter', () => {
  it('is published once however often and however closely it is rendered', async () => {
    const id = await desk.approved();
    await Promise.all([desk.render(id), desk.render(id)]);
    const first = (await desk.letter(id)).document;
    await desk.render(id);
    expect((await desk.letter(id)).document).toEqual(first);
    expect(await asOwner('select 1 from documents where village_id = $1 and subject_id = $2', [desk.unitId, id])).toHaveLength(1);
    expect(await stepsOf(id)).toEqual(['requested', 'verified', 'approved', 'issued']);
  });

  it('is handed out unchanged and traced; before it exists there is nothing to print', async () => {
    const print = new PrintLetter(room.app.database, room.store);
    const id = await desk.approved();
    await expect(print.run(desk.operator, id)).rejects.toMatchObject({ code: 'LETTER_NOT_PRINTABLE', status: 409 });
    await desk.render(id);
    await expect(print.run(other.operator, id)).rejects.toMatchObject({ status: 404 });
    const { stream, fileName } = await print.run(desk.operator, id);
    const bytes = Buffer.concat(await stream.toArray());
    expect(bytes.length).toBe((await desk.letter(id)).document?.size);
    expect(fileName).toMatch(/^SKU-500\.2\.2\.4-\d{3,}-[\d.]+-\d{4}\.pdf$/);
  });

  it('is made by the next attempt when one crashed in between', async () => {
    const id = await desk.approved();
    room.press.letter = broken(new Error('the machine went away'));
    await expect(desk.render(id)).rejects.toThrow('went away');
    expect((await desk.letter(id)).status).toBe('approved');
    room.press.letter = press;
    await desk.render(id, jobContext({ attempt: 2 }));
    expect(await stepsOf(id)).toEqual(['requested', 'verified', 'approved', 'issued']);
  });

  it.each([
    ['at once for what no attempt can mend', new TypesettingError('MISSING_FONT', 'Huruf cetak tidak ada.', { field: 'Judul surat' }), jobContext(), { code: 'MISSING_FONT', message: 'Huruf cetak tidak ada.', field: 'Judul surat' }],
    ['with the last attempt', new TypesettingError('CRASHED', 'Pencetak terhenti.'), jobContext({ attempt: 5, lastAttempt: true }), { code: 'CRASHED', message: 'Pencetak terhenti.', field: null }],
    ['in plain words for what nobody foresaw', new Error('ENOSPC /srv/store'), jobContext({ lastAttempt: true }), { code: 'INTERNAL', field: null }],
  ])('fails %s, keeps its number and is rendered again by a person', async (_how, error, context, failure) => {
    const id = await desk.approved();
    room.press.letter = broken(error);
    await expect(desk.render(id, context)).rejects.toMatchObject({ code: failure.code });
    const failed = await desk.letter(id);
    expect(failed).toMatchObject({ status: 'failed', failure, document: null, verificationUrl: null, actions: ['render'] });
    expect(JSON.stringify(failed)).not.toContain('ENOSPC');
    room.press.letter = press;
    await new RetryRendering(room.app.database).run(desk.operator, id);
    await desk.render(id);
    expect(await desk.letter(id)).toMatchObject({ status: 'issued', number: failed.number, failure: null });
    expect(await stepsOf(id)).toEqual(['requested', 'verified', 'approved', 'failed', 'rendering', 'issued']);
  });

  it('waits for the next worker when this one is ending, and fails for good when a person cancelled', async () => {
    const id = await desk.approved();
    room.press.letter = broken(new TypesettingError('CLOSED', 'Sistem sedang dihentikan.'));
    await expect(desk.render(id, jobContext({ signal: AbortSignal.abort(), lastAttempt: true }))).rejects.toMatchObject({ code: 'CLOSED' });
    expect((await desk.letter(id)).status).toBe('approved');
    await expect(desk.render(id, jobContext({ signal: AbortSignal.abort(), cancelled: true }))).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await desk.letter(id)).toMatchObject({ status: 'failed', failure: { code: 'CANCELLED' } });
  });
});

describe('voiding', () => {
  it('revokes the code for good and tells the reason, which may name nobody', async () => {
    const id = await desk.issued();
    const token = await desk.token(id);
    expect(await room.page.run(token, 'spec')).toMatchObject({ state: 'valid', document: { signerPosition: 'Kepala Desa' } });
    await expect(voided(id, 'permintaan Siti')).rejects.toMatchObject({ errors: [{ code: 'REASON_IS_PERSONAL' }] });
    await expect(voided(id, 'NIK 3507260405900003 salah')).rejects.toMatchObject({ errors: [{ code: 'REASON_IS_PERSONAL' }] });
    await expect(voided(id, 'bukan surat kami', other.head)).rejects.toMatchObject({ status: 404 });
    await voided(id);
    expect(await room.page.run(token, 'spec')).toMatchObject({ state: 'revoked', reason: 'Data pada surat salah', replaced: false });
    expect(await desk.letter(id)).toMatchObject({ status: 'voided', actions: [], document: { pages: 1 } });
    await expect(voided(id)).rejects.toMatchObject({ code: 'LETTER_NOT_VOIDABLE' });
  });

  it('stands in the trail once, with who, why and which number', async () => {
    const id = await desk.issued();
    await voided(id);
    await expect(voided(id)).rejects.toMatchObject({ status: 409 });
    const number = (await desk.letter(id)).number;
    const entries = await asOwner(`select user_id, reason, detail from audit_entries where village_id = $1 and action = 'letter.voided' and subject_id = $2`, [desk.unitId, id]);
    expect(entries).toEqual([{ user_id: desk.head.userId, reason: 'Data pada surat salah', detail: { status: ['issued', 'voided'], number } }]);
  });
});

describe('a replacement', () => {
  it('goes the whole way; when it is issued the old code names the new number', async () => {
    const old = await desk.issued();
    const next = await replace(old);
    expect(await desk.letter(next)).toMatchObject({ status: 'requested', replaces: old, data: { businessName: 'Warung Susu Segar' }, history: [{ step: 'requested', note: 'nama usaha salah ketik' }] });
    expect(await desk.letter(old, desk.head)).toMatchObject({ actions: ['print', 'void'], beingReplaced: true, replacement: { id: next, status: 'requested', requestedBy: desk.head.userName } });
    expect((await listLetters(room.app.database, desk.operator, { status: 'issued' })).items.find(({ id }) => id === old)).toMatchObject({ beingReplaced: true });
    await expect(replace(old)).rejects.toMatchObject({ code: 'REPLACEMENT_UNDERWAY', status: 409 });
    await verifyAndApprove(next);
    expect(await room.page.run(await desk.token(old), 'spec')).toMatchObject({ state: 'valid' });
    await desk.render(next);
    const { number } = await desk.letter(next);
    expect(await room.page.run(await desk.token(old), 'spec')).toMatchObject({ state: 'revoked', reason: 'nama usaha salah ketik', replaced: true, replacedByNumber: number });
    expect(await desk.letter(old, desk.head)).toMatchObject({ status: 'replaced', replacedBy: next, beingReplaced: false, replacement: null, actions: [] });
    expect(await room.page.run(await desk.token(next), 'spec')).toMatchObject({ state: 'valid' });
    await expect(replace(next, {}, other.head)).rejects.toMatchObject({ status: 404 });
  });

  it('that was rejected leaves the old letter valid and makes room for another', async () => {
    const old = await desk.issued();
    await new RejectLetter(room.app.database).run(desk.head, await replace(old), { reason: 'tidak perlu' });
    expect(await desk.letter(old)).toMatchObject({ status: 'issued', replacedBy: null, beingReplaced: false, replacement: null, actions: ['print', 'replace'] });
    expect(await desk.letter(await replace(old, {}, desk.operator))).toMatchObject({ replaces: old });
  });

  it('begun at the desk is told to the neighbourhood’s head who requested the old letter, but not shown', async () => {
    const { rtId } = await buildArea(desk.unitId, 'GANTI');
    const neighbour = await buildResident(desk.unitId, { name: 'Warga Ganti', areaId: rtId });
    const rt = await staffAt(desk.unitId, 'neighbourhood-head', rtId);
    const old = await desk.request({ residentId: neighbour.id }, rt);
    await verifyAndApprove(old);
    await desk.render(old);
    await replace(old);
    expect(await desk.letter(old, rt)).toMatchObject({ beingReplaced: true, replacement: null });
  });

  it('of a letter voided meanwhile only adds its number', async () => {
    const old = await desk.issued();
    const next = await replace(old);
    await voided(old);
    await verifyAndApprove(next);
    await desk.render(next);
    expect(await desk.letter(old)).toMatchObject({ status: 'voided', replacedBy: next, voidReason: 'Data pada surat salah' });
    expect(await room.page.run(await desk.token(old), 'spec')).toMatchObject({ state: 'revoked', reason: 'Data pada surat salah', replacedByNumber: (await desk.letter(next)).number });
  });

  async function verifyAndApprove(id: string): Promise<void> {
    await new VerifyLetter(room.app.database).run(desk.operator, id);
    await desk.approve(id);
  }
});

describe('the counts of letters', () => {
  it('agree with a recount after all of this, in both villages', async () => {
    await other.issued();
    for (const { unitId } of [desk, other]) {
      const drifts = await new RecountTallies(room.app.database).run(jobActor(unitId, 'spec'));
      expect(drifts.filter(({ measure }) => measure === 'letters')).toEqual([]);
    }
    const cells = await asOwner(`select dim1, dim2, sum(delta)::int as n from tally_deltas where village_id = $1 and measure = 'letters' group by 1, 2 order by 2`, [other.unitId]);
    expect(cells).toEqual(['approved', 'issued', 'requested', 'verified'].map((step) => ({ dim1: 'SKU', dim2: step, n: 1 })));
  });
});

describe('lists', () => {
  it('page oldest first what waits and newest first what ended, and refuse a cursor of another filter', async () => {
    const here = await LetterDesk.open(room);
    const ids = [await here.request(), await here.request(), await here.request()];
    const pages: string[] = [];
    let after: string | undefined;
    do {
      const answer = await listLetters(room.app.database, here.operator, { status: 'requested', limit: 2, ...(after ? { after } : {}) });
      pages.push(...answer.items.map((row) => row.id));
      after = answer.next ?? undefined;
    } while (after);
    expect(pages).toEqual(ids);
    const all = await listLetters(room.app.database, here.operator, { limit: 2 });
    expect(all.items.map((row) => row.id)).toEqual([ids[2], ids[1]]);
    await expect(listLetters(room.app.database, here.operator, { type: 'SKD', after: all.next ?? '' })).rejects.toMatchObject({ code: 'CURSOR_MISMATCH' });
  });

  it('find letters by words of the name and by number, and leave the trace of it', async () => {
    const here = await LetterDesk.open(room);
    const id = await here.approved();
    const { number } = await here.letter(id);
    for (const search of ['aminah siti', 'ami', number ?? '', '1']) {
      expect([search, (await listLetters(room.app.database, here.operator, { search })).items.map((row) => row.id)]).toEqual([search, [id]]);
    }
    expect((await listLetters(room.app.database, here.operator, { search: 'rohmah' })).items).toEqual([]);
    const traces = await asOwner(`select detail from audit_entries where village_id = $1 and action = 'letter.searched'`, [here.unitId]);
    expect(traces).toHaveLength(5);
  });
});
