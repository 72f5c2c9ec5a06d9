import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { v4 as uuidv4 } from 'uuid';
import { addDays } from '#values';
import { type TestApi, startApi } from '../../../../test/support/api.js';
import { asOwner } from '../../../../test/support/database.js';
import { openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { type Browser, signedIn } from '../../../../test/support/sign-in.js';
import { buildBill } from '../../../../test/support/tax-bill.js';
import { buildUnit, type BuiltUnit } from '../../../../test/support/unit.js';
import { SendDispute } from './send-dispute.js';

const [NEAR, FAR] = ['35.07.91', '35.07.92'];

let api: TestApi;
let portal: OpenDatabase;
let worker: OpenDatabase;
let near: BuiltUnit;
let far: BuiltUnit;
let officer: Browser;
let camat: Browser;

/** A villager's report, as the portal sends it. */
async function sent(unit: BuiltUnit, phone: string | null = '0812 3456 789'): Promise<{ id: string; number: string; nop: string }> {
  const { objectId, nop } = await buildBill(worker.database, unit.id, { taxYear: 2026 });
  const id = uuidv4();
  const number = await new SendDispute(portal.database).run({ villageId: unit.id, objectId }, { id, taxYear: 2026, amount: 34_656n, paidTo: 'Pak Darmo', paidOn: addDays(portal.clock.today(), -3), phone, story: null }, 'spec');
  return { id, number: number ?? '', nop };
}

beforeAll(async () => {
  [portal, worker] = [await openDatabase('portal'), await openDatabase('worker')];
  api = await startApi();
  [near, far] = [await buildUnit('desa', NEAR), await buildUnit('kelurahan', FAR)];
  officer = await signedIn(api, 'tax-office', 0);
  camat = await signedIn(api, 'district-head', 0, NEAR);
});

afterAll(async () => {
  await api.close();
  await Promise.all([portal.close(), worker.close()]);
});

describe('reports of payments', () => {
  it('are all seen by the tax office, newest first, and those of his district by its head', async () => {
    const [one, other] = [await sent(near), await sent(far)];
    const ids = async (browser: Browser, query = ''): Promise<string[]> => ((await browser.get(`/payment-disputes${query}`).expect(200)).body.items as { id: string }[]).map(({ id }) => id);
    // Other specs send reports to the same office meanwhile.
    expect((await ids(officer)).filter((id) => id === one.id || id === other.id)).toEqual([other.id, one.id]);
    expect(await ids(officer, `?district=${FAR}`)).toContain(other.id);
    expect(await ids(officer, `?district=${FAR}`)).not.toContain(one.id);
    expect(await ids(camat)).toContain(one.id);
    expect(await ids(camat)).not.toContain(other.id);
    expect(await ids(camat, `?district=${FAR}`)).toEqual([]);
    await camat.get(`/payment-disputes/${one.id}`).expect(200);
    await camat.get(`/payment-disputes/${other.id}`).expect(404);
    await camat.get(`/payment-disputes/${uuidv4()}`).expect(404);
  });

  it('are found by their number as people write it, and by their state', async () => {
    const { id, number } = await sent(near);
    const found = async (query: string): Promise<string[]> => ((await officer.get(`/payment-disputes?${query}`).expect(200)).body.items as { id: string }[]).map((row) => row.id);
    expect(await found(`number=${number.toLowerCase().replace('-', '%20')}`)).toEqual([id]);
    expect(await found('number=QQQQ-QQQQ')).toEqual([]);
    expect(await found('number=x')).toEqual([]);
    expect(await found('status=open&limit=100')).toContain(id);
    expect(await found('status=answered&limit=100')).not.toContain(id);
  });

  it('leave as a workbook of what the list shows, and that is in the trail', async () => {
    const { number } = await sent(near);
    const other = await sent(far);
    const answer = await camat.get('/payment-disputes/export.xlsx?status=open').expect(200).expect('content-disposition', /laporan-pembayaran-pbb\.xlsx/).buffer(true).parse((stream, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => done(null, Buffer.concat(pieces)));
    });
    const book = new exceljs.Workbook();
    await book.xlsx.load(answer.body as ArrayBuffer);
    const numbers = book.worksheets[0]?.getColumn(1).values.map(String) ?? [];
    expect(numbers).toContain(number);
    expect(numbers).not.toContain(other.number);
    expect(await asOwner(`select role, detail ->> 'status' as status from audit_entries where village_id = 0 and action = 'dispute.exported' order by id desc limit 1`)).toEqual([{ role: 'district-head', status: 'open' }]);
  });

  it('go on page by page', async () => {
    await sent(near);
    await sent(near);
    const first = (await camat.get('/payment-disputes?limit=1').expect(200)).body;
    const second = (await camat.get(`/payment-disputes?limit=1&after=${first.next as string}`).expect(200)).body;
    expect(second.items[0].id).not.toBe(first.items[0].id);
    await camat.get(`/payment-disputes?limit=1&status=open&after=${first.next as string}`).expect(422);
  });

  it('tell the NOP and the telephone only to who answers them, and each reading is in the trail', async () => {
    const { id, nop, number } = await sent(near);
    const [full, masked] = [(await officer.get(`/payment-disputes/${id}`)).body, (await camat.get(`/payment-disputes/${id}`)).body];
    expect(full).toMatchObject({ caseNumber: number, taxYear: 2026, amount: 34_656, paidTo: 'Pak Darmo', phone: '0812 3456 789', status: 'open', actions: ['answer'], villageCode: near.code, districtName: 'Kecamatan Uji' });
    expect(full.nop.replace(/\D/g, '')).toBe(nop);
    expect(masked).toMatchObject({ phone: null, actions: [], paidTo: 'Pak Darmo' });
    expect(masked.nop).toMatch(/\*\*\*-\*\*\*\*/);
    expect(await asOwner(`select role from audit_entries where village_id = 0 and action = 'dispute.opened' and subject_id = $1 order by id`, [id])).toEqual([{ role: 'tax-office' }, { role: 'district-head' }]);
  });

  it('are answered once, by the tax office, and stay as they were sent', async () => {
    const { id } = await sent(near);
    await camat.post(`/payment-disputes/${id}/answer`, { note: 'Sudah dicocokkan' }).expect(403);
    await officer.post(`/payment-disputes/${id}/answer`, { note: 'Ya' }).expect(422);
    await officer.post(`/payment-disputes/${uuidv4()}/answer`, { note: 'Sudah dicocokkan' }).expect(404);
    const { body } = await officer.post(`/payment-disputes/${id}/answer`, { note: 'Kuitansi 01-0004 ditemukan, disetor 2 Januari.' }).expect(200);
    expect(body).toMatchObject({ status: 'answered', answer: 'Kuitansi 01-0004 ditemukan, disetor 2 Januari.', answeredBy: 'Pengguna tax-office', amount: 34_656, actions: [] });
    await officer.post(`/payment-disputes/${id}/answer`, { note: 'Sekali lagi' }).expect(409).expect(/DISPUTE_ANSWERED/);
    expect(await asOwner(`select count(*)::int as n from audit_entries where action = 'dispute.answered' and subject_id = $1`, [id])).toEqual([{ n: 1 }]);
  });

  it('are for no village, not the one they are about and not the officer who enters it', async () => {
    const { id } = await sent(near);
    for (const role of ['village-head', 'village-secretary', 'treasurer', 'collector', 'operator']) {
      const browser = await signedIn(api, role, near.id);
      for (const path of ['/payment-disputes', `/payment-disputes/${id}`]) expect([role, path, (await browser.get(path)).status]).toEqual([role, path, 403]);
      await browser.post(`/payment-disputes/${id}/answer`, { note: 'Sudah dicocokkan' }).expect(403);
    }
    for (const role of ['regency-admin', 'inspectorate', 'village-affairs']) await (await signedIn(api, role, 0)).get('/payment-disputes').expect(403);
    const visitor = await signedIn(api, 'tax-office', 0);
    await visitor.enter(near.code, 'Memeriksa pembayaran');
    await visitor.get('/payment-disputes').expect(403);
  });

  it('are not sent about a year the object has no bill of', async () => {
    const { objectId } = await buildBill(worker.database, near.id, { taxYear: 2026 });
    const dispute = { id: uuidv4(), taxYear: 2020, amount: 1n, paidTo: 'x', paidOn: portal.clock.today(), phone: null, story: null };
    expect(await new SendDispute(portal.database).run({ villageId: near.id, objectId }, dispute, 'spec')).toBeNull();
    expect(await new SendDispute(portal.database).run({ villageId: far.id, objectId }, { ...dispute, taxYear: 2026 }, 'spec')).toBeNull();
    expect(await asOwner('select 1 from payment_disputes where id = $1', [dispute.id])).toEqual([]);
  });
});
