import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type TestApi, startApi } from '../support/api.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { buildVillage } from '../support/database-of.js';
import { cardOf, csvOf, nikOf } from '../support/resident-list.js';
import { Browser, signedIn } from '../support/sign-in.js';
import { until } from '../support/until.js';

let api: TestApi;
let worker: BuiltProcess;
let operator: Browser;
let stranger: Browser;
let officer: Browser;

beforeAll(async () => {
  api = await startApi();
  worker = await startBuilt('worker');
  const { unitId: first } = await buildVillage();
  const { unitId: second } = await buildVillage();
  [operator, stranger, officer] = await Promise.all([signedIn(api, 'operator', first), signedIn(api, 'operator', second), signedIn(api, 'village-officer', first)]);
});

afterAll(async () => {
  await worker.stop();
  await api.close();
});

const list = csvOf([{ nama: 'BUDI', nik: nikOf(1) }, { nama: 'RATNA', nik: nikOf(2), kk_level: '4' }, { nama: 'SALAH', nik: '123', kk_level: '4' }]);
const upload = (browser: Browser, content = list, key: string | null = uuidv7()) => {
  const test = browser.send('post', '/resident-imports').attach('file', Buffer.from(content), 'penduduk desa.csv');
  return key ? test.set('idempotency-key', key) : test;
};
const apply = (browser: Browser, id: string, body: object, key = uuidv7()) => browser.post(`/resident-imports/${id}/application`, body).set('idempotency-key', key);
const inState = (browser: Browser, id: string, state: string) => until(async () => (await browser.get(`/resident-imports/${id}`)).body as { state: string; counts: object; actions: string[] }, (run) => run.state === state);

describe('a village imports its residents through the API', () => {
  let id: string;

  it('by uploading a file, which the worker checks and nobody has applied yet', async () => {
    const key = uuidv7();
    const answer = await upload(operator, list, key);
    expect([answer.status, answer.body]).toMatchObject([202, { state: 'checking', fileName: 'penduduk desa.csv', uploadedBy: 'Pengguna operator', task: { status: 'queued' } }]);
    id = answer.body.id as string;
    expect((await upload(operator, list, key)).body.id).toBe(id);
    expect(await inState(operator, id, 'checked')).toMatchObject({ counts: { total: 3, accepted: 2, rejected: 1, families: 1 }, layout: { known: 19, sheets: [{ name: 'CSV', rows: 3, recognised: true }] } });
    expect((await operator.get('/residents')).body.items).toEqual([]);
  });

  it('sees what is wrong with which row, also as a workbook', async () => {
    const { body } = await operator.get(`/resident-imports/${id}/issues?severity=error&limit=1`);
    expect(body).toEqual({ items: [{ row: 4, sheet: 'CSV', severity: 'error', field: 'nik', fieldLabel: 'NIK', code: 'NIK_LENGTH', message: expect.any(String), advice: expect.any(String), value: '123', name: 'SALAH' }], next: null });
    expect((await operator.get(`/resident-imports/${id}/issue-groups`)).body.items).toEqual([{ severity: 'error', code: 'NIK_LENGTH', label: 'NIK tidak 16 angka', count: 1 }]);
    await until(async () => (await operator.get(`/resident-imports/${id}`)).body.actions as string[], (actions) => actions.includes('download-errors'));
    const book = await operator.get(`/resident-imports/${id}/errors.xlsx`);
    expect(await asOwner(`select user_name from audit_entries where action = 'resident-import.errors-downloaded' and subject_id = $1`, [id])).toEqual([{ user_name: 'Pengguna operator' }]);
    expect([book.status, book.headers['content-disposition']]).toEqual([200, "attachment; filename*=UTF-8''kesalahan-penduduk%20desa.xlsx"]);
  });

  it('applies the good rows once, and takes them back', async () => {
    expect((await apply(operator, id, { rows: 'all', existing: 'skip' })).body).toMatchObject({ code: 'IMPORT_HAS_ERRORS', status: 409 });
    expect((await apply(operator, id, { rows: 'some', existing: 'skip' })).body).toMatchObject({ status: 422, errors: [{ field: 'rows' }] });
    expect((await apply(operator, id, { rows: 'good', existing: 'skip' })).body).toMatchObject({ state: 'applying', mode: 'good', existing: 'skip' });
    expect(await inState(operator, id, 'applied')).toMatchObject({ actions: ['reverse', 'download-errors'] });
    expect((await operator.get('/residents')).body.items).toMatchObject([{ name: 'BUDI' }, { name: 'RATNA' }]);
    expect((await operator.post(`/resident-imports/${id}/reversal`, { reason: 'x' })).body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    expect((await operator.post(`/resident-imports/${id}/reversal`, { reason: 'Salah berkas' })).status).toBe(202);
    await inState(operator, id, 'reversed');
    expect((await operator.get('/residents')).body.items).toEqual([]);
  });

  it('and nobody else does: 404 for another village, 403 for a role without the right, 401 without a session', async () => {
    const routes = (): [string, (browser: Browser) => ReturnType<Browser['get']>][] => [
      ['run', (browser) => browser.get(`/resident-imports/${id}`)],
      ['issues', (browser) => browser.get(`/resident-imports/${id}/issues`)],
      ['groups', (browser) => browser.get(`/resident-imports/${id}/issue-groups`)],
      ['errors', (browser) => browser.get(`/resident-imports/${id}/errors.xlsx`)],
      ['application', (browser) => apply(browser, id, { rows: 'good', existing: 'skip' })],
      ['reversal', (browser) => browser.post(`/resident-imports/${id}/reversal`, { reason: 'Salah berkas' })],
      ['cancellation', (browser) => browser.post(`/resident-imports/${id}/cancellation`)],
    ];
    for (const [name, ask] of routes()) expect([name, (await ask(stranger)).status, (await ask(officer)).status, (await ask(new Browser(api))).status]).toEqual([name, 404, 403, 401]);
    expect((await stranger.get('/resident-imports')).body).toEqual({ items: [], next: null });
    expect((await officer.get('/resident-import-template.xlsx')).status).toBe(403);
  });

  it('is told what is wrong with an upload', async () => {
    expect((await upload(operator, list, null)).body).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    expect((await operator.post('/resident-imports', {}).set('idempotency-key', uuidv7())).body).toMatchObject({ status: 415 });
    expect((await upload(operator, '')).body).toMatchObject({ status: 422, errors: [{ field: 'file' }] });
    const { body } = await upload(operator, 'bukan daftar penduduk');
    const failed = await until(async () => (await operator.get(`/resident-imports/${body.id as string}`)).body as { state: string; failure: object }, (run) => run.state === 'failed');
    expect(failed.failure).toMatchObject({ code: 'FILE_NO_HEADINGS' });
  });

  it('gets an empty list to fill in, which the import understands', async () => {
    const template = await operator.get('/resident-import-template.xlsx').buffer().parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    });
    expect(template.status).toBe(200);
    const answer = await operator.send('post', '/resident-imports').set('idempotency-key', uuidv7()).attach('file', template.body as Buffer, 'pola.xlsx');
    expect(await inState(operator, answer.body.id as string, 'checked')).toMatchObject({ counts: { total: 0 }, layout: { name: 'OpenSID 45 kolom', known: 45, unknown: [] } });
  });

  it('gives a checked list up', async () => {
    const answer = await upload(operator, csvOf([{ nama: 'LAIN', nik: nikOf(9), no_kk: cardOf(9) }]));
    await inState(operator, answer.body.id as string, 'checked');
    expect((await operator.post(`/resident-imports/${answer.body.id as string}/cancellation`)).body).toMatchObject({ state: 'cancelled', actions: [] });
  });
});
