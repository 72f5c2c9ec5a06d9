import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Database, jobActor } from '#platform';
import { VerifyLedger } from '#ledger';
import { addDays, formatShort, plainDateInJakarta } from '#values';
import { type TestApi, startApi } from '../support/api.js';
import { clearings } from '../support/bank-desk.js';
import { startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { buildVillage } from '../support/database-of.js';
import { type Browser, signedIn } from '../support/sign-in.js';
import { assertBooks } from '../support/tax-books.js';
import { dhkpOf, nopOf } from '../support/tax-list.js';
import { until } from '../support/until.js';

/** `PAMONG_CRASHES=20` kills at every point so often; otherwise a few of them once. */
const TIMES = Number(process.env['PAMONG_CRASHES'] ?? 0);
const API_POINTS = ['payment:before-number', 'payment:before-commit', 'payment-reversal:before-commit', 'deposit:before-commit'];
const WORKER_POINTS = ['assessment-import:staged', 'assessment-import:part-written', 'bank-statement:staged', 'bank-statement:before-commit', 'match-lines:before-commit', 'pass-on-claims:told', 'settle-deposit:before-commit', 'unsettle-deposit:before-commit', 'render-receipt:stored'];
const FEW = ['payment:before-commit', 'bank-statement:before-commit', 'settle-deposit:before-commit'];
const chosen = (points: string[]): string[] => (TIMES > 0 ? points.flatMap((point) => Array.from({ length: TIMES }, () => point)) : points.filter((point) => FEW.includes(point)));

// Starts of programs, and the seconds until a queue gives a dead worker's job to the next.
jest.setTimeout(240_000);

let api: TestApi;
let prefix = 9_700_000_000 + (Date.now() % 90_000) * 1_000;
const day = addDays(plainDateInJakarta(new Date()), -2);

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

/** The offices of one village from the tax list to the bank, each at a browser. */
class Story {
  private constructor(readonly unitId: number, readonly code: string, readonly collector: Browser, readonly treasurer: Browser, readonly office: Browser) {}

  static async open(): Promise<Story> {
    const { unitId, code } = await buildVillage();
    const [collector, treasurer, office] = [await signedIn(api, 'collector', unitId), await signedIn(api, 'treasurer', unitId), await signedIn(api, 'tax-office', 0)];
    expect((await treasurer.post('/collectors', { userId: collector.userId, name: 'Pak Darmo', bookCode: '01' })).status).toBe(201);
    return new Story(unitId, code, collector, treasurer, office);
  }

  /** Three bills, by a list of the regency. */
  async bills(): Promise<string[]> {
    prefix += 1;
    const form = this.office.send('post', '/assessment-imports').set('idempotency-key', uuidv7()).field('taxYear', '2026').field('dueOn', '2099-09-30');
    const { body } = await form.attach('file', Buffer.from(dhkpOf([1, 2, 3].map((n) => ({ NOP: nopOf(String(prefix), n) })))), 'dhkp.csv');
    const run = async () => (await this.office.get(`/assessment-imports/${body.id}`)).body as { state: string; task: { status: string } };
    await until(run, ({ state }) => state === 'checked', PATIENCE);
    await this.office.post(`/assessment-imports/${body.id}/prefixes`, { prefixes: [{ prefix: String(prefix), village: this.code }] });
    await until(async () => (await this.office.get(`/assessment-imports/${body.id}/parts`)).body.items as { state: string }[], ([part]) => part?.state === 'checked', PATIENCE);
    await until(run, ({ task }) => task.status === 'done', PATIENCE);
    expect((await this.office.post(`/assessment-imports/${body.id}/application`, { rows: 'all' }).set('idempotency-key', uuidv7())).status).toBe(202);
    await until(run, ({ state }) => state === 'applied', PATIENCE);
    return ((await this.collector.get('/bills?limit=10')).body.items as { id: string }[]).map(({ id }) => id);
  }

  async pay(bills: string[]): Promise<string> {
    return (await this.collector.post('/payments', { bills, total: bills.length * 25_000, paidBy: 'Sulastri' }).set('idempotency-key', uuidv7())).body.id as string;
  }

  async list(payments: string[]): Promise<string> {
    return (await this.collector.post('/deposits', { payments, bank: 'Bank Jatim' }).set('idempotency-key', uuidv7())).body.id as string;
  }

  confirm(deposit: string) {
    return this.treasurer.send('post', `/deposits/${deposit}/confirmation`).field('depositedOn', day).attach('file', Buffer.from('%PDF-1.7 bukti'), 'bukti.pdf');
  }

  /** The bank's statement that shows the deposit, booked and matched. @returns the line */
  async statement(deposit: string): Promise<string> {
    const { reference, amount } = (await this.treasurer.get(`/deposits/${deposit}`)).body as { reference: string; amount: number };
    const account = (await this.office.post('/bank-accounts', { bank: 'Bank Jatim', number: `8${process.pid}${Date.now()}`, holder: 'RKUD' })).body.id as string;
    const file = `Tanggal;Keterangan;Debit;Kredit;Saldo\n${formatShort(day)};SETORAN ${reference};;${amount};${amount}`;
    const { body } = await this.office.send('post', '/bank-statements').set('idempotency-key', uuidv7()).field('account', account).attach('file', Buffer.from(file), 'koran.csv');
    const run = async () => (await this.office.get(`/bank-statements/${body.id}`)).body as { state: string };
    await until(run, ({ state }) => state === 'checked', PATIENCE);
    await this.office.post(`/bank-statements/${body.id}/application`).set('idempotency-key', uuidv7());
    await until(run, ({ state }) => state === 'applied', PATIENCE);
    return ((await this.office.get(`/bank-statements/${body.id}/lines`)).body.items as { id: string }[])[0]?.id ?? '';
  }

  reached(deposit: string, state: string): Promise<unknown> {
    return until(async () => (await this.treasurer.get(`/deposits/${deposit}`)).body as { state: string }, (body) => body.state === state, PATIENCE);
  }

  async whole(): Promise<void> {
    const bills = await this.bills();
    const deposit = await this.list([await this.pay(bills.slice(0, 1)), await this.pay(bills.slice(1))]);
    expect((await this.confirm(deposit)).status).toBe(200);
    const line = await this.statement(deposit);
    await this.reached(deposit, 'settled');
    expect((await this.office.post(`/statement-lines/${line}/undo`, { reason: 'Diperiksa ulang' })).status).toBe(200);
    await this.reached(deposit, 'confirmed');
    const [candidate] = (await this.office.get(`/statement-lines/${line}/candidates`)).body.items as { id: string }[];
    expect((await this.office.post(`/statement-lines/${line}/match`, { deposits: [candidate?.id], reason: 'Sesuai bukti setor' })).status).toBe(200);
    await this.reached(deposit, 'settled');
  }

  /** Nothing doubled, nothing half done. */
  async prove(): Promise<void> {
    await assertBooks(api.app.get(Database), this.unitId);
    expect(await new VerifyLedger(api.app.get(Database)).run(jobActor(0, 'spec'))).toMatchObject({ intact: true });
    const both = await clearings([this.unitId]);
    expect(both.regency).toBe(both.villages);
    const numbers = await asOwner<{ number: number }>('select number from payments where village_id = $1 order by number', [this.unitId]);
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, place) => place + 1));
    expect(await asOwner(`select 1 from payments p where village_id = $1 and (select count(*) from documents d where d.village_id = $1 and d.subject_id = p.id) > 1`, [this.unitId])).toEqual([]);
    expect(await asOwner(`select p.state from bill_positions p join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.payment_id and dp.living join deposits d on d.village_id = $1 and d.id = dp.deposit_id
      where p.village_id = $1 and (d.state = 'settled') <> (p.state = 'settled')`, [this.unitId])).toEqual([]);
  }
}

const PATIENCE = 100_000;

const settled = () => until(() => asOwner<{ n: number }>('select count(*)::int as n from outbox where done_at is null and failed_at is null'), ([row]) => row?.n === 0, PATIENCE);

describe('the API killed while money moves', () => {
  it.each(chosen(API_POINTS))('at %s has done nothing, and the same request does it once', async (point) => {
    const worker = await startBuilt('worker');
    const doomed = await startBuilt('api', { PAMONG_FAULT: point });
    try {
      const story = await Story.open();
      const bills = await story.bills();
      const payment = await story.pay(bills.slice(0, 1));
      const deposit = point.startsWith('deposit') ? await story.list([payment]) : '';
      const journals = async () => (await asOwner<{ n: number }>('select count(*)::int as n from journals where village_id = $1', [story.unitId]))[0]?.n;
      const before = await journals();
      const key = uuidv7();
      const [who, path, body] = point.startsWith('payment:') ? [story.collector, '/payments', JSON.stringify({ bills: bills.slice(1), total: 50_000, paidBy: 'Sulastri' })] as const
        : point.startsWith('deposit') ? [story.treasurer, `/deposits/${deposit}/confirmation`, proofForm()] as const
        : [story.treasurer, `/payments/${payment}/reversal`, JSON.stringify({ reason: 'Salah orang' })] as const;
      const send = (address: string) => fetch(`${address}/api/v1${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${who.token}`, 'idempotency-key': key, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) } });
      await expect(send(doomed.address)).rejects.toThrow();
      expect(await doomed.ended).toBe('SIGKILL');
      expect(await journals()).toBe(before);
      const next = await startBuilt('api');
      try {
        expect((await send(next.address)).status).toBeLessThan(300);
        const once = await journals();
        const again = await send(next.address);
        // A payment has its key; the others are over and say so.
        expect(again.status).toBe(point.startsWith('payment:') ? 201 : 409);
        expect(await journals()).toBe(once);
        expect(once).toBe((before ?? 0) + 1);
      } finally {
        await next.stop();
      }
      await settled();
      await story.prove();
    } finally {
      await worker.stop();
    }
  });
});

function proofForm(): FormData {
  const form = new FormData();
  form.append('depositedOn', day);
  form.append('file', new Blob(['%PDF-1.7 bukti']), 'bukti.pdf');
  return form;
}

describe('a worker killed between the tax list and the bank', () => {
  it.each(chosen(WORKER_POINTS))('at %s loses and doubles nothing: the next one goes on', async (point) => {
    const story = await Story.open();
    const doomed = await startBuilt('worker', { PAMONG_FAULT: point });
    const whole = story.whole();
    // Heard of below; until then nobody waits for it.
    whole.catch(() => undefined);
    expect(await doomed.ended).toBe('SIGKILL');
    const next = await startBuilt('worker');
    try {
      await whole;
      await settled();
      await story.prove();
    } finally {
      await next.stop();
    }
  });
});
