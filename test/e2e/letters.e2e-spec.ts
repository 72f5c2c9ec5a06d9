import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Response } from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { Typesetter, VerifyDocument } from '#documents';
import { Env, JobHost, makeLogger, readEnv } from '#platform';
import { WorkerModule } from '../../apps/worker/src/app.module.js';
import { type TestApi, startApi } from '../support/api.js';
import { asOwner } from '../support/database.js';
import { buildVillage } from '../support/database-of.js';
import { buildOfficial, businessForm } from '../support/letter-desk.js';
import { pdfText } from '../support/pdf-text.js';
import { type BuiltResident, buildResident } from '../support/resident.js';
import { Browser, signedIn } from '../support/sign-in.js';

let api: TestApi;
let worker: INestApplicationContext;
let operator: Browser;
let head: Browser;
let stranger: Browser;
let collector: Browser;
let siti: BuiltResident;
let officialId: string;

/** Bytes, whatever the type. */
const bytes = (test: ReturnType<Browser['get']>): Promise<Response> =>
  test.buffer(true).parse((answer, done) => {
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.on('end', () => done(null, Buffer.concat(pieces)));
  }) as unknown as Promise<Response>;

const body = () => ({ type: 'SKU', residentId: siti.id, data: businessForm, signatory: { officialId, capacity: 'head' } });
const request = (browser: Browser, content: object, key: string = uuidv7()) => browser.post('/letters', content).set('idempotency-key', key);

async function issued(id: string): Promise<Response> {
  for (let i = 0; i < 200; i += 1) {
    const answer = await operator.get(`/letters/${id}`);
    if (answer.body.status !== 'approved') return answer;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('the letter was not rendered');
}

beforeAll(async () => {
  api = await startApi();
  const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent' }));
  worker = await NestFactory.createApplicationContext(WorkerModule.with(env, makeLogger('silent', 'worker')), { logger: false });
  await worker.get(JobHost).start({ quick: 2, heavy: 1 });
  const { unitId: first } = await buildVillage();
  const { unitId: second } = await buildVillage();
  siti = await buildResident(first, { name: 'Siti Aminah' });
  [operator, stranger, collector] = await Promise.all([signedIn(api, 'operator', first), signedIn(api, 'operator', second), signedIn(api, 'collector', first)]);
  const signedHead = await signedIn(api, 'village-head', first);
  head = signedHead;
  officialId = await buildOfficial(first, { userId: signedHead.userId });
});

afterAll(async () => {
  await worker.close();
  await api.close();
});

describe('a letter through the API', () => {
  let id: string;
  let number: string;
  let token: string;

  it('is requested once, however often the request is sent', async () => {
    const key = uuidv7();
    const first = await request(operator, body(), key);
    expect([first.status, first.body]).toMatchObject([201, { type: 'SKU', status: 'requested', number: null, applicantName: 'Siti Aminah', document: null, history: [{ step: 'requested' }] }]);
    id = first.body.id as string;
    expect((await request(operator, body(), key)).body.id).toBe(id);
    expect((await request(operator, { ...body(), note: 'lain' }, key)).body).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await operator.post('/letters', body())).body).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
  });

  it('is shown as a draft without number, and names the fields that are missing', async () => {
    const draft = await bytes(operator.post('/letters/preview.pdf', body()));
    expect([draft.status, draft.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(await pdfText(draft.body as Buffer)).toMatch(/terbit saat disetujui.*SITI AMINAH.*belum disetujui, belum bernomor/);
    const stored = await bytes(head.post(`/letters/${id}/preview.pdf`, { letter: id }));
    expect(await pdfText(stored.body as Buffer)).toContain('Warung Susu');
    const lacking = await operator.post('/letters/preview.pdf', { ...body(), data: { purpose: 'kredit' } });
    expect([lacking.status, lacking.body.errors.map((error: { field: string }) => error.field)]).toEqual([422, ['data.businessName', 'data.businessKind', 'data.businessAddress', 'data.runningSince']]);
    expect((await operator.post('/letters/preview.pdf', { ...body(), signatory: { officialId: '', capacity: 'head' } })).body.errors[0].field).toBe('signatory.officialId');
  });

  it('is verified at the desk and approved by the head, who gives the number', async () => {
    expect((await operator.post(`/letters/${id}/approval`)).status).toBe(403);
    expect((await head.post(`/letters/${id}/approval`)).body).toMatchObject({ status: 409, code: 'LETTER_NOT_APPROVABLE' });
    expect((await operator.post(`/letters/${id}/verification`)).body).toMatchObject({ status: 'verified', actions: ['return'] });
    expect((await head.get('/letters?status=verified')).body.items).toMatchObject([{ id, actions: ['return', 'reject', 'approve'] }]);
    const approved = await head.post(`/letters/${id}/approval`);
    expect([approved.status, approved.body.number]).toEqual([200, expect.stringMatching(/^500\.2\.2\.4\/001\/35\.07\.99\.\d{4}\/\d{4}$/)]);
    number = approved.body.number as string;
  });

  it('is printed by the worker and handed out as the same bytes each time', async () => {
    const letter = (await issued(id)).body;
    expect(letter).toMatchObject({ status: 'issued', failure: null, document: { pages: 1 }, actions: ['print', 'replace'] });
    const file = await bytes(operator.get(`/letters/${id}/document.pdf`));
    expect([file.status, file.headers['content-type'], file.headers['cache-control'], file.headers['content-length']]).toEqual([200, 'application/pdf', 'no-store', String(letter.document.size)]);
    const text = await pdfText(file.body as Buffer);
    expect(text).toContain(number);
    expect(text).toContain('SITI AMINAH');
    expect(text).not.toContain('DRAF');
    const again = await bytes(head.get(`/letters/${id}/document.pdf`));
    expect((again.body as Buffer).equals(file.body as Buffer)).toBe(true);
    expect(letter.document.size).toBe((file.body as Buffer).length);
    token = (letter.verificationUrl as string).split('/').at(-1) ?? '';
    const traces = await asOwner(`select 1 from audit_entries where action = 'letter.printed' and subject_id = $1`, [id]);
    expect(traces).toHaveLength(2);
  });

  it('is valid to whoever scans it, until it is voided', async () => {
    const page = api.app.get(VerifyDocument);
    expect(await page.run(token, 'e2e')).toMatchObject({ state: 'valid', document: { number, holder: 'S*** A*****' } });
    expect((await head.post(`/letters/${id}/voiding`, { reason: 'Diminta Siti Aminah' })).body).toMatchObject({ status: 422, errors: [{ code: 'REASON_IS_PERSONAL' }] });
    expect((await head.post(`/letters/${id}/voiding`, { reason: 'Data pada surat salah' })).body).toMatchObject({ status: 'voided', voidReason: 'Data pada surat salah', actions: [] });
    expect(await page.run(token, 'e2e')).toMatchObject({ state: 'revoked', reason: 'Data pada surat salah' });
  });

  it('is found by name and number, counted, and stands in what happened today', async () => {
    expect((await operator.get('/letters?search=aminah')).body.items).toMatchObject([{ id, number }]);
    expect((await operator.get(`/search?q=${encodeURIComponent(number)}`)).body.letters).toMatchObject([{ id }]);
    expect((await operator.get('/search?q=siti')).body).toMatchObject({ residents: [{ id: siti.id }], letters: [{ id }] });
    expect((await operator.get('/letters/counts')).body).toMatchObject({ voided: 1, requested: 0 });
    expect((await operator.get('/home')).body).toMatchObject({ queue: [], today: { lettersIssued: 1, lettersRequested: 1, medianMinutes: expect.any(Number) }, tasks: [{ kind: 'render-letter', status: 'done' }] });
    expect((await operator.get('/letter-types')).body.items.map((type: { code: string }) => type.code)).toEqual(['SKD', 'SKU', 'SKTM']);
  });

  it('is printed by the next attempt of the queue when the press crashed', async () => {
    const second = (await request(operator, body())).body.id as string;
    await operator.post(`/letters/${second}/verification`);
    const press = worker.get(Typesetter, { strict: false });
    const print = press.letter.bind(press);
    let crashes = 0;
    press.letter = async (...letter) => {
      crashes += 1;
      if (crashes === 1) throw new Error('the press went away');
      return print(...letter);
    };
    await head.post(`/letters/${second}/approval`);
    expect((await issued(second)).body).toMatchObject({ status: 'issued', number: expect.stringContaining('/002/'), history: [{ step: 'requested' }, { step: 'verified' }, { step: 'approved' }, { step: 'issued' }] });
    expect(crashes).toBe(2);
  });

  it('answers 404 to another village, 403 to a role without the right, 401 without a session', async () => {
    const acts: [string, object][] = [['verification', {}], ['return', { reason: 'kurang lengkap' }], ['replacement', { reason: 'salah ketik' }], ['rendering', {}], ['preview.pdf', {}]];
    for (const [act, content] of acts) {
      expect([act, (await stranger.post(`/letters/${id}/${act}`, content)).status]).toEqual([act, 404]);
      expect([act, (await collector.post(`/letters/${id}/${act}`, content)).status]).toEqual([act, 403]);
      expect([act, (await new Browser(api).post(`/letters/${id}/${act}`, content)).status]).toEqual([act, 401]);
    }
    for (const path of [`/letters/${id}`, `/letters/${id}/document.pdf`]) {
      expect([path, (await stranger.get(path)).status, (await collector.get(path)).status]).toEqual([path, 404, 403]);
    }
    expect((await stranger.patch(`/letters/${id}`, { data: {} })).status).toBe(404);
    expect((await request(stranger, body())).status).toBe(404);
    expect((await stranger.get('/letters')).body).toEqual({ items: [], next: null });
    expect((await collector.get('/letters?status=apa')).status).toBe(403);
    expect((await operator.get('/letters?status=apa')).status).toBe(422);
  });
});
