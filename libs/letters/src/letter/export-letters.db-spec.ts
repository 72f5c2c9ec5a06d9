import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { LetterDesk, type LetterRoom, openLetterRoom } from '../../../../test/support/letter-desk.js';
import { staffAt } from '../../../../test/support/staff.js';
import { ExportLetters } from './export-letters.js';
import type { LetterQuery } from './letter.dto.js';

let room: LetterRoom;
let desk: LetterDesk;

const lines = async (query: LetterQuery, actor: Actor = desk.operator): Promise<string[]> => (await buffer(await new ExportLetters(room.app.database).run(actor, query))).toString().trimEnd().split('\r\n');

beforeAll(async () => {
  room = await openLetterRoom();
  desk = await LetterDesk.open(room);
  await (await LetterDesk.open(room)).issued();
  await desk.issued();
  await desk.request();
});

afterAll(() => room.close());

describe('the list of letters as a file', () => {
  it('holds the letters of this village as they are filtered', async () => {
    const [headings, ...all] = await lines({});
    expect(headings).toMatch(/^\uFEFFNomor;Tanggal surat;Surat;Pemohon;/);
    expect(all).toHaveLength(2);
    expect((await lines({ status: 'issued' })).slice(1)).toEqual([expect.stringMatching(/^500\.2\.2\.4\/0*1\/35\.07\.99\.\d{4}\/\d{4};\d\d-\d\d-\d{4};Surat Keterangan Usaha;Siti Aminah;terbit;/i)]);
    expect((await lines({ type: 'SKD' })).slice(1)).toEqual([]);
    expect((await lines({ search: 'siti', status: 'requested' })).slice(1)).toHaveLength(1);
  });

  it('is in the trail with its filters and how many it held', async () => {
    const actor = await staffAt(desk.unitId, 'operator');
    await lines({ search: 'siti', status: 'issued' }, actor);
    expect(await asOwner('select action, detail from audit_entries where village_id = $1 and user_id = $2', [desk.unitId, actor.userId])).toEqual([
      { action: 'letter.exported', detail: { count: 1, status: 'issued', by: 'name', words: 'SITI' } },
    ]);
  });

  it('keeps no number that was searched for, typed alone or among words', async () => {
    const actor = await staffAt(desk.unitId, 'operator');
    await lines({ search: desk.siti.nik }, actor);
    await lines({ search: `siti ${desk.siti.nik}` }, actor);
    expect(await asOwner('select detail from audit_entries where village_id = $1 and user_id = $2 order by at, id', [desk.unitId, actor.userId])).toEqual([
      { detail: { count: expect.any(Number), by: 'number', region: desk.siti.nik.slice(0, 6), digits: 16 } },
      { detail: { count: expect.any(Number), by: 'name', words: '(16 angka) SITI' } },
    ]);
  });
});
