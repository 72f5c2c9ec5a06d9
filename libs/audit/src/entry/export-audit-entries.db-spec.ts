import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import type { AuditEntryQuery } from './audit-entry.dto.js';
import { listAuditEntries } from './audit-entry.queries.js';
import { audit } from './audit.js';
import { ExportAuditEntries } from './export-audit-entries.js';

let app: OpenDatabase;
let village: number;
let secretary: Actor;
let head: Actor;

const lines = async (query: AuditEntryQuery, actor = head): Promise<string[]> => (await buffer(await new ExportAuditEntries(app.database).run(actor, query))).toString().trimEnd().split('\r\n');

const left = async (actor: Actor, userName: string, entry: Parameters<typeof audit>[1], at: string): Promise<void> => {
  app.clock.now = () => new Date(at);
  await app.database.inVillage({ ...actor, userName }, (tx) => audit(tx, entry));
  app.clock.now = () => new Date();
};

beforeAll(async () => {
  app = await openDatabase('app');
  ({ unitId: village } = await buildVillage());
  const { unitId: elsewhere } = await buildVillage();
  [secretary, head] = [await staffAt(village, 'village-secretary'), await staffAt(village, 'village-head')];
  // One minute before November ends in WIB, and its first minute.
  await left(secretary, 'Agus Setiawan', { action: 'letter.rejected', subjectType: 'letter', subjectId: 'L-1', reason: '=1+1' }, '2025-11-30T16:59:00Z');
  await left(secretary, 'Agus Setiawan', { action: 'official.updated', subjectType: 'official', subjectId: 'O-1', detail: { rank: [null, 'Penata'], maySign: [false, true] } }, '2025-11-30T17:00:00Z');
  await left(await staffAt(elsewhere, 'village-secretary'), 'Orang Lain', { action: 'letter.rejected', subjectType: 'letter', subjectId: 'L-2' }, '2025-11-15T00:00:00Z');
});

afterAll(() => app.close());

describe('the trail as a file', () => {
  it('opens in a spreadsheet, says each act in words, holds no formula and nothing of another village', async () => {
    const [headings, ...all] = await lines({ search: 'agus' });
    expect(headings).toBe('\uFEFFTanggal;Pukul;Siapa;Peran;Tindakan;Kode tindakan;Jenis catatan;Id catatan;Alasan;Rincian');
    expect(all).toEqual([
      '01-12-2025;00.00;Agus Setiawan;Sekretaris;Mengubah pejabat;official.updated;Perangkat;O-1;;"Pangkat: – → Penata; Menandatangani surat: tidak → ya"',
      "30-11-2025;23.59;Agus Setiawan;Sekretaris;Menolak surat;letter.rejected;Surat;L-1;'=1+1;",
    ]);
    expect((await lines({})).join()).not.toMatch(/Orang Lain|L-2/);
  });

  it('holds what the list holds with the same filters; a month is one of WIB', async () => {
    const ids = async (query: AuditEntryQuery): Promise<(string | null)[]> => (await listAuditEntries(app.database, head, query)).items.map(({ subjectId }) => subjectId);
    const wanted: [AuditEntryQuery, string[]][] = [[{ month: '2025-11' }, ['L-1']], [{ month: '2025-12' }, ['O-1']], [{ action: 'letter.rejected' }, ['L-1']], [{ subject: 'O-1' }, ['O-1']], [{ search: 'setia', action: 'official.updated' }, ['O-1']], [{ search: 'gus' }, []], [{ subject: 'L-2' }, []]];
    for (const [query, found] of wanted) {
      expect([query, await ids(query)]).toEqual([query, found]);
      expect([query, (await lines(query)).slice(1).map((line) => line.split(';')[7])]).toEqual([query, found]);
    }
  });

  it('is listed with the request each entry came from, and says in words why the application ended a session', async () => {
    await left({ ...secretary, requestId: 'req-7' }, 'Agus Setiawan', { action: 'session.revoked', subjectType: 'session', subjectId: 'S-1', reason: 'refresh-token-reused' }, '2025-10-01T00:00:00Z');
    expect((await listAuditEntries(app.database, head, { subject: 'S-1' })).items).toEqual([expect.objectContaining({ requestId: 'req-7', subjectType: 'session' })]);
    expect((await lines({ subject: 'S-1' }))[1]).toMatch(/;session\.revoked;Sesi;S-1;"?Tanda masuk/);
  });

  it('is itself in the trail, with its filters and how many it held, before it is read', async () => {
    const actor = await staffAt(village, 'village-head');
    (await new ExportAuditEntries(app.database).run(actor, { month: '2025-11', search: 'agus' })).destroy();
    expect(await asOwner('select action, subject_type, detail from audit_entries where village_id = $1 and user_id = $2', [village, actor.userId])).toEqual([
      { action: 'audit.exported', subject_type: 'audit', detail: { count: 1, month: '2025-11', words: 'agus' } },
    ]);
  });

  it('goes on behind the first page', async () => {
    const { unitId } = await buildVillage();
    await asOwner(
      `insert into audit_entries (village_id, id, at, actor_kind, request_id, action, subject_type, subject_id) select $1, gen_random_uuid(), now(), 'system', $2, 'letter.issued', 'letter', n::text from generate_series(1, 2100) n`,
      [unitId, uuidv7()],
    );
    const all = (await lines({ action: 'letter.issued' }, await staffAt(unitId, 'village-head'))).slice(1);
    expect(new Set(all).size).toBe(2100);
    expect(all[0]).toMatch(/;Sistem;;Surat terbit;letter\.issued;Surat;\d+;;$/);
  });
});
