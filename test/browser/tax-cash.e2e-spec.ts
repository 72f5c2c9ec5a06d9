import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DESK, launchChromium, chooseActive, pageOf, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { password } from '../support/sign-in.js';
import { type BuiltBill, buildBill, withWorker } from '../support/tax-bill.js';
import { buildUnit } from '../support/unit.js';

const PHONE = { width: 360, height: 740 };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const rupiah = (amount: number): string => `Rp${amount.toLocaleString('id-ID')}`;

interface Shown { id: string; number: string; reference: string; total: number; principal: number; penalty: number; inWords: string; amount: number; state: string; cashInHand: number; items: Shown[] }

let api: BuiltProcess;
let worker: BuiltProcess;
let browser: Browser;
let folder: string;
let collector: Page;
let treasurer: Page;
let bills: { older: BuiltBill; newer: BuiltBill; other: BuiltBill; third: BuiltBill };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-cash-'));
  await buildUnit('desa').then(async ({ id }) => {
    await staffed(0, 'tax-office', 'cash.officer', 'Rini Astuti');
    await staffed(0, 'tax-office', 'cash.second', 'Bambang Irawan');
    await staffed(id, 'treasurer', 'cash.treasurer', 'Hartono');
    await staffed(id, 'collector', 'cash.collector', 'Slamet Riyadi');
    bills = await withWorker(async (database) => {
      const older = await buildBill(database, id, { taxYear: 2024, amount: 100_000n, payerName: 'BUDI SANTOSO' });
      const newer = await buildBill(database, id, { taxYear: 2025, amount: 120_000n, payerName: 'BUDI SANTOSO', object: older });
      const other = await buildBill(database, id, { taxYear: 2025, amount: 31_200n, payerName: 'NGATEMI' });
      const third = await buildBill(database, id, { taxYear: 2025, amount: 45_000n, payerName: 'SUMIATI' });
      return { older, newer, other, third };
    });
  });
  const store = { PAMONG_STORE_DIR: join(folder, 'store') };
  [api, worker] = await Promise.all([startBuilt('api', store), startBuilt('worker', store)]);
  const { id } = await asked('cash.officer', 'POST', '/tax-rule-sets', { taxYearFrom: 2024, taxYearTo: null, monthlyRate: 1_000, mostMonths: 24, regulation: 'Perda Kab. Malang 7/2023' });
  await asked('cash.second', 'POST', `/tax-rule-sets/${id}/approval`, {});
  await writeFile(join(folder, 'bukti.png'), PNG);
  browser = await launchChromium();
  [collector, treasurer] = [await seated('cash.collector', PHONE), await seated('cash.treasurer')];
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, worker].map((running) => running?.stop()));
  await rm(folder, { recursive: true, force: true });
});

const seated = (username: string, viewport = DESK): Promise<Page> => pageOf(browser, api.address, username, { viewport, reducedMotion: 'reduce' });

/** What the API says of the same thing. */
async function asked(username: string, method: string, path: string, body?: object): Promise<Shown> {
  const send = (to: string, content: object | undefined, token = '') =>
    fetch(`${api.address}/api/v1${to}`, { method: to === '/sessions' ? 'POST' : method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(content ? { body: JSON.stringify(content) } : {}) });
  const { accessToken } = (await (await send('/sessions', { username, password })).json()) as { accessToken: string };
  const answer = await send(path, body, accessToken);
  expect(answer.status).toBeLessThan(300);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as Shown;
}

const idIn = (page: Page): string => page.url().split('/').at(-1) ?? '';

/** No fault axe finds, nothing beyond the edge. */
async function isSound(page: Page): Promise<void> {
  await page.locator('main h1:not(.sr-only)').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
}

const go = (page: Page, path: string) => page.goto(`${api.address}${path}`);

describe('a collector', () => {
  it('gets a receipt book from the treasurer, and an object to go to', async () => {
    await go(collector, '/pbb/terima');
    await collector.getByText('Anda belum punya buku kuitansi').waitFor();

    await go(treasurer, '/pbb/petugas');
    await treasurer.getByRole('button', { name: 'Daftarkan petugas' }).first().click();
    const dialog = treasurer.getByRole('dialog');
    await chooseActive(dialog.getByLabel('Pengguna'), 'Slamet Riyadi (cash.collector)');
    expect(await dialog.getByLabel('Nama di kuitansi').inputValue()).toBe('Slamet Riyadi');
    expect(await dialog.getByLabel('Kode buku kuitansi').inputValue()).toBe('01');
    await isSound(treasurer);
    await dialog.getByRole('button', { name: 'Daftarkan' }).click();
    await treasurer.getByRole('link', { name: 'Slamet Riyadi' }).click();
    await treasurer.getByRole('button', { name: 'Tugaskan' }).click();
    const assign = treasurer.getByRole('dialog');
    await assign.getByText('Satu NOP').click();
    const nop = assign.getByRole('textbox', { name: 'NOP' });
    await nop.fill('350700000000000000');
    await assign.getByRole('button', { name: 'Tugaskan' }).click();
    await assign.getByText('NOP ini tidak ada di desa ini.').waitFor();
    await nop.fill(bills.older.nop);
    // The rest of a double click is over.
    await treasurer.waitForTimeout(700);
    await assign.getByRole('button', { name: 'Tugaskan' }).click();
    await treasurer.getByText(/^NOP \d\d\.\d\d\./).waitFor();
    await isSound(treasurer);
    // Sent there by mistake: it ends, and is said anew.
    await treasurer.getByRole('button', { name: /^Akhiri penugasan di NOP/ }).click();
    await treasurer.getByText('belum ditugaskan').waitFor();
    await treasurer.getByRole('button', { name: 'Tugaskan' }).click();
    await assign.getByText('Satu NOP').click();
    await nop.fill(bills.older.nop);
    await assign.getByRole('button', { name: 'Tugaskan' }).click();
    await treasurer.getByText(/^NOP \d\d\.\d\d\./).waitFor();
  });

  it('takes money for two NOPs at once: the oldest year is proposed, its omission is said, the amount stands in words', async () => {
    await go(collector, '/pbb/terima');
    const found = collector.getByRole('list', { name: 'Tagihan yang belum dibayar' });
    await found.getByText('Budi Santoso').waitFor();
    // His own round first; the others on request.
    expect(await found.getByRole('checkbox').count()).toBe(1);
    await found.getByRole('checkbox').first().check();
    await collector.getByText('Seluruh desa', { exact: true }).click();
    await collector.getByLabel('Cari NOP atau nama di SPPT').fill('ngat');
    await found.getByText('Budi Santoso').waitFor({ state: 'detached' });
    await found.getByRole('checkbox', { name: /Ngatemi/ }).check();
    await isSound(collector);

    await collector.getByLabel('Tahun 2024').uncheck();
    await collector.getByText('Tahun 2024 tetap terutang.').waitFor();
    await collector.getByLabel('Tahun 2024').check();
    await collector.getByRole('button', { name: 'Lanjut', exact: true }).or(collector.getByRole('link', { name: 'Lanjut', exact: true })).click();

    const quoted = await asked('cash.collector', 'POST', '/payments/quotation', { bills: [bills.older, bills.newer, bills.other].map(({ id }) => id) });
    expect(quoted.penalty).toBeGreaterThan(0);
    await collector.getByText(quoted.inWords).waitFor();
    for (const figure of [quoted.total, quoted.principal, quoted.penalty]) await collector.getByText(rupiah(figure), { exact: true }).waitFor();
    await isSound(collector);
    await collector.getByRole('button', { name: 'Uang sudah saya terima' }).click();
    await collector.getByText('Isi nama penyetor.').waitFor();
    await collector.getByRole('button', { name: 'Budi Santoso' }).click();
    await collector.getByRole('button', { name: 'Uang sudah saya terima' }).dblclick();
    await collector.getByText('Uang diterima.').waitFor();

    const receipt = await asked('cash.collector', 'GET', `/payments/${idIn(collector)}`);
    expect(receipt).toMatchObject({ number: '01-000001/' + new Date().getFullYear(), total: quoted.total, penalty: quoted.penalty, state: 'in-hand' });
    await collector.getByRole('heading', { name: `Kuitansi ${receipt.number}` }).waitFor();
    await collector.getByText('MENUNGGU SETOR', { exact: true }).waitFor();
    expect(await collector.getByText('LUNAS', { exact: true }).count()).toBe(0);
    expect((await asked('cash.collector', 'GET', '/payments')).items).toHaveLength(1);
    await isSound(collector);
    const [file] = await Promise.all([collector.waitForEvent('download'), collector.getByRole('button', { name: 'Unduh kuitansi (PDF)' }).click()]);
    expect(file.suggestedFilename()).toBe(`kuitansi-${receipt.number.replace('/', '-')}.pdf`);
  });

  it('loses the answer, closes the page, and still has one receipt', async () => {
    await go(collector, '/pbb/terima');
    await collector.getByText('Seluruh desa', { exact: true }).click();
    await collector.getByRole('checkbox', { name: /Sumiati/ }).check();
    await go(collector, '/pbb/terima/periksa');
    await collector.getByLabel('Diterima dari').fill('Sumiati');
    await collector.route('**/api/v1/payments', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await collector.getByRole('button', { name: 'Uang sudah saya terima' }).click();
    await collector.getByRole('button', { name: 'Kirim lagi' }).waitFor();
    await collector.unroute('**/api/v1/payments');
    await go(collector, '/pbb/terima');
    await collector.getByText('dari Sumiati').waitFor();
    await isSound(collector);
    await collector.getByRole('button', { name: 'Kirim lagi' }).click();
    await collector.getByText('Uang diterima.').waitFor();
    expect((await asked('cash.collector', 'GET', '/payments')).items).toHaveLength(2);
  });
});

describe('a receipt given in error', () => {
  it('is taken back the same day by another person, with a reason', async () => {
    const [last] = (await asked('cash.collector', 'GET', '/payments')).items;
    expect(await collector.getByRole('button', { name: 'Batalkan kuitansi' }).count()).toBe(0);
    await go(treasurer, `/pbb/kuitansi/${last?.id}`);
    await treasurer.getByRole('button', { name: 'Batalkan kuitansi' }).click();
    await treasurer.getByRole('dialog').getByLabel('Alasan').fill('Uang tidak jadi diserahkan');
    await treasurer.getByRole('dialog').getByRole('button', { name: 'Batalkan kuitansi' }).click();
    await treasurer.getByText('DIBATALKAN', { exact: true }).waitFor();
    expect((await asked('cash.treasurer', 'GET', `/payments/${last?.id}`)).state).toBe('reversed');
    await isSound(treasurer);
    await go(treasurer, '/pbb/kuitansi');
    await treasurer.getByRole('row', { name: new RegExp(`${last?.number}.*DIBATALKAN`) }).waitFor();
    await isSound(treasurer);
  });
});

describe('a deposit', () => {
  it('is made of receipts and gives the code for the transfer', async () => {
    await go(collector, '/');
    const { items: [own] } = await asked('cash.collector', 'GET', '/collectors');
    await collector.getByText(rupiah(own?.cashInHand ?? 0), { exact: true }).first().waitFor();
    await isSound(collector);
    await go(collector, '/pbb/kas');
    await collector.getByText(rupiah(own?.cashInHand ?? 0), { exact: true }).first().waitFor();
    await isSound(collector);
    await collector.getByRole('button', { name: 'Setor ke bank' }).or(collector.getByRole('link', { name: 'Setor ke bank' })).click();
    await collector.getByRole('button', { name: 'Susun setoran' }).click();
    await collector.getByText('Isi nama bank atau tempat pembayaran.').waitFor();
    await collector.getByLabel('Disetor ke').fill('Bank Jatim');
    await isSound(collector);
    await collector.getByRole('button', { name: 'Susun setoran' }).click();
    await collector.getByRole('heading', { name: /^Setoran PB/ }).waitFor();
    const deposit = await asked('cash.collector', 'GET', `/deposits/${idIn(collector)}`);
    expect(deposit).toMatchObject({ state: 'listed', amount: own?.cashInHand });
    expect(await collector.locator('.reference-code').innerText()).toBe(deposit.reference);
    expect(await collector.getByRole('button', { name: 'Konfirmasi setoran' }).count()).toBe(0);
    await collector.getByRole('button', { name: 'Batalkan setoran' }).waitFor();
    await isSound(collector);
  });

  it('is confirmed by the treasurer with the proof, and the cash is out of the collector’s hands', async () => {
    const id = idIn(collector);
    await go(treasurer, '/');
    await treasurer.getByRole('heading', { name: /Setoran menunggu konfirmasi Anda/ }).waitFor();
    await isSound(treasurer);
    await go(treasurer, '/pbb/kas');
    // On a list nobody has confirmed, the cash is the collector's still.
    await treasurer.getByRole('button', { name: 'Hapus saringan Usia' }).click();
    await treasurer.getByRole('table').getByText('SEDANG DISETOR').first().waitFor();
    await isSound(treasurer);
    await go(treasurer, '/pbb/neraca');
    await treasurer.getByRole('cell', { name: /^Kas petugas pungut, Slamet Riyadi, buku 01/ }).waitFor();
    await isSound(treasurer);
    await go(treasurer, '/pbb/kuitansi');
    await treasurer.getByLabel('Cari nomor atau nama').fill('budi');
    await treasurer.getByRole('row', { name: /Sumiati/ }).waitFor({ state: 'detached' });
    await treasurer.getByRole('row', { name: /Budi Santoso/ }).waitFor();
    await isSound(treasurer);
    await go(treasurer, '/pbb/setoran');
    await isSound(treasurer);
    await treasurer.getByRole('link', { name: /^PB\d/ }).click();
    await treasurer.getByRole('button', { name: 'Konfirmasi setoran' }).click();
    const dialog = treasurer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sudah saya cocokkan' }).click();
    await dialog.getByText('Pilih foto atau PDF bukti setornya.').waitFor();
    await dialog.locator('#bukti-setor').setInputFiles(join(folder, 'bukti.png'));
    await dialog.getByText(/bukti\.png/).waitFor();
    await isSound(treasurer);
    await dialog.getByRole('button', { name: 'Sudah saya cocokkan' }).click();
    await treasurer.getByRole('button', { name: 'Lihat bukti setor' }).waitFor();
    expect((await asked('cash.treasurer', 'GET', `/deposits/${id}`)).state).toBe('confirmed');
    expect((await asked('cash.treasurer', 'GET', '/collectors')).items[0]?.cashInHand).toBe(0);
    expect(await treasurer.getByRole('button', { name: /Konfirmasi|Batalkan/ }).count()).toBe(0);
    await isSound(treasurer);
    await go(collector, '/pbb/kas');
    await collector.getByText('Tidak ada uang yang menunggu disetor', { exact: false }).waitFor();
    await isSound(collector);
  });
});
