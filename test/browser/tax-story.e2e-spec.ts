import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { addDays, formatNop, formatRupiah, formatThousands, type Nop, plainDateInJakarta, terbilang } from '#values';
import { DESK, launchChromium, openPage, pageOf, staffed } from '../support/admin-page.js';
import { clearOffice, statementCsv } from '../support/bank-desk.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { pdfText } from '../support/pdf-text.js';
import { password } from '../support/sign-in.js';
import { dhkpOf, nopOf } from '../support/tax-list.js';
import { type BuiltUnit, buildUnit } from '../support/unit.js';
import { until } from '../support/until.js';

const PHONE = { width: 360, height: 740 };
/** Of no other spec; the rest of a NOP follows. */
const PREFIX = '3507981777';
/** With a rule no other spec names. */
const YEAR = 1991;
const [HOUSE, FIELD] = [nopOf(PREFIX, 1), nopOf(PREFIX, 2)];
const [PRINCIPAL, PENALTY] = [150_000, 36_000];
const TOTAL = PRINCIPAL + PENALTY;

let api: BuiltProcess;
let portal: BuiltProcess;
let worker: BuiltProcess;
let browser: Browser;
let folder: string;
let village: BuiltUnit;
let officer: Page;
let collector: Page;
let treasurer: Page;
let phone: Page;
let payment: string;
let deposit: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-story-'));
  await clearOffice();
  village = await buildUnit('desa');
  await asOwner(`insert into village_profiles (village_id, display_name, address, phone, updated_at) values ($1, $2, 'Jl. Raya 12', '(0341) 524017', now())`, [village.id, village.name]);
  await staffed(0, 'tax-office', 'story.officer', 'Rini Astuti');
  await staffed(0, 'tax-office', 'story.second', 'Bambang Irawan');
  await staffed(village.id, 'treasurer', 'story.treasurer', 'Hartono');
  const slamet = await staffed(village.id, 'collector', 'story.collector', 'Slamet Riyadi');
  const store = { PAMONG_STORE_DIR: join(folder, 'store') };
  [api, portal, worker] = await Promise.all([startBuilt('api', store), startBuilt('portal', store), startBuilt('worker', store)]);
  const { id } = await asked<{ id: string }>('story.officer', '/tax-rule-sets', { taxYearFrom: YEAR, taxYearTo: YEAR, monthlyRate: 1_000, mostMonths: 24, regulation: 'Perda Kab. Malang 7/2023' });
  await asked('story.second', `/tax-rule-sets/${id}/approval`, {});
  await asked('story.treasurer', '/collectors', { userId: slamet, name: 'Slamet Riyadi', bookCode: '01' });
  await asked('story.officer', '/bank-accounts', { bank: 'Bank Jatim', number: '7007007007', holder: 'RKUD Kabupaten' });
  browser = await launchChromium();
  [officer, collector, treasurer] = [await seated('story.officer'), await seated('story.collector', PHONE), await seated('story.treasurer')];
  phone = await openPage(browser, { viewport: PHONE, javaScriptEnabled: false });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, portal, worker].map((running) => running?.stop()));
  await rm(folder, { recursive: true, force: true });
});

const seated = (username: string, viewport = DESK): Promise<Page> => pageOf(browser, api.address, username, { viewport, reducedMotion: 'reduce' });

async function tokenOf(username: string): Promise<string> {
  const answer = await fetch(`${api.address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

/** What the API says, or does with a body. */
async function asked<T>(username: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${await tokenOf(username)}`, 'content-type': 'application/json' };
  const answer = await fetch(`${api.address}/api/v1${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

const go = (page: Page, path: string): Promise<unknown> => page.goto(`${api.address}${path}`);
const idIn = (page: Page): string => page.url().split('/').at(-1) ?? '';

/** Everything the trial balance of a book says, by kind of account. */
async function balances(username: string): Promise<Record<string, number>> {
  const { accounts } = await asked<{ accounts: { kind: string; balance: number }[] }>(username, '/ledger/trial-balance');
  return Object.fromEntries(accounts.map(({ kind, balance }) => [kind, balance]));
}

/** The villager looks again, with the paper's NOP and a word of its name. @returns what the page says */
async function villagerSees(nop: string, word: string): Promise<string> {
  await phone.goto(`${portal.address}/pbb`);
  await phone.getByLabel('Nomor Objek Pajak (NOP)').fill(formatNop(nop as Nop));
  await phone.getByLabel('Satu kata dari nama di SPPT').fill(word);
  await phone.getByRole('button', { name: 'Lihat tagihan' }).click();
  await phone.getByRole('heading', { name: 'Tagihan PBB Anda' }).waitFor();
  return phone.getByRole('main').innerText();
}

describe('from the regency’s tax list to a rupiah proven at the bank', () => {
  it('the tax office loads its list', async () => {
    const file = join(folder, 'dhkp.csv');
    await writeFile(file, dhkpOf([{ NOP: HOUSE, 'Nama WP': 'WATI SUSANTO', 'Pajak Terhutang': '100.000' }, { NOP: FIELD, 'Nama WP': 'WATI SUSANTO', 'Pajak Terhutang': '50.000' }]));
    await go(officer, '/pbb/daftar');
    await officer.getByLabel('Tahun pajak').fill(String(YEAR));
    await officer.getByLabel('Jatuh tempo').fill(`30-9-${YEAR}`);
    await officer.locator('#berkas-impor').setInputFiles(file);
    await officer.getByText('dhkp.csv').waitFor();
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    const choice = officer.getByRole('combobox', { name: 'Desa untuk 35.07.981.777' });
    await choice.click();
    await choice.fill(village.name);
    await officer.getByTitle(village.name).first().waitFor();
    await choice.press('Enter');
    await officer.getByRole('button', { name: 'Tetapkan 35.07.981.777' }).click();
    await officer.getByRole('button', { name: 'Terapkan 2 tagihan' }).click();
    await officer.getByText('2 tagihan sudah terbit').waitFor();
    expect(await balances('story.treasurer')).toMatchObject({ receivable: PRINCIPAL, assessed: PRINCIPAL });
  });

  it('the villager sees what is owed, on a phone without JavaScript', async () => {
    const said = await villagerSees(HOUSE, 'Susanto');
    expect(said).toContain('BELUM DIBAYAR');
    expect(said).toContain(formatRupiah(124_000n));
    expect(said).not.toMatch(/WATI|SUSANTO/i);
  });

  it('the collector takes the cash and gives a numbered receipt', async () => {
    await go(collector, '/pbb/terima');
    await collector.getByLabel('Cari NOP atau nama di SPPT').fill('wati');
    const found = collector.getByRole('list', { name: 'Tagihan yang belum dibayar' });
    await found.getByRole('checkbox').nth(1).waitFor();
    for (const box of await found.getByRole('checkbox', { name: /Wati/ }).all()) await box.check();
    await collector.getByRole('button', { name: 'Lanjut', exact: true }).or(collector.getByRole('link', { name: 'Lanjut', exact: true })).click();
    for (const figure of [TOTAL, PRINCIPAL, PENALTY]) await collector.getByText(formatRupiah(BigInt(figure)), { exact: true }).first().waitFor();
    await collector.getByLabel('Diterima dari').fill('Wati');
    await collector.getByRole('button', { name: 'Uang sudah saya terima' }).click();
    await collector.getByText('Uang diterima.').waitFor();
    payment = idIn(collector);
    expect(await balances('story.treasurer')).toMatchObject({ receivable: 0, penalty: PENALTY, 'collector-cash': TOTAL });
  });

  it('the paper says the same as the book, and that it is not LUNAS', async () => {
    const token = await tokenOf('story.treasurer');
    const pdf = await until(() => fetch(`${api.address}/api/v1/payments/${payment}/receipt.pdf`, { headers: { authorization: `Bearer ${token}` } }), ({ status }) => status === 200);
    const text = await pdfText(Buffer.from(await pdf.arrayBuffer()));
    const { number } = await asked<{ number: string }>('story.treasurer', `/payments/${payment}`);
    for (const printed of [number, formatRupiah(BigInt(TOTAL)), formatThousands(PRINCIPAL), formatThousands(PENALTY), formatNop(HOUSE as Nop), formatNop(FIELD as Nop), 'MENUNGGU SETOR']) expect(text).toContain(printed);
    expect(text.toLowerCase()).toContain(terbilang(BigInt(TOTAL)).toLowerCase());
    expect(await villagerSees(FIELD, 'wati')).toContain('DIBAYAR KE PETUGAS – MENUNGGU SETOR');
    expect(await scanned()).toContain('DIBAYAR KE PETUGAS – MENUNGGU SETOR');
  });

  it('the cash goes to the bank: listed by the collector, confirmed by the treasurer with the proof', async () => {
    await go(collector, '/pbb/kas');
    await collector.getByRole('button', { name: 'Setor ke bank' }).or(collector.getByRole('link', { name: 'Setor ke bank' })).click();
    await collector.getByLabel('Disetor ke').fill('Bank Jatim');
    await collector.getByRole('button', { name: 'Susun setoran' }).click();
    await collector.getByRole('heading', { name: /^Setoran PB/ }).waitFor();
    deposit = idIn(collector);
    await writeFile(join(folder, 'bukti.pdf'), '%PDF-1.7 bukti');
    await go(treasurer, `/pbb/setoran/${deposit}`);
    await treasurer.getByRole('button', { name: 'Konfirmasi setoran' }).click();
    const dialog = treasurer.getByRole('dialog');
    await dialog.locator('#bukti-setor').setInputFiles(join(folder, 'bukti.pdf'));
    await dialog.getByRole('button', { name: 'Sudah saya cocokkan' }).click();
    await treasurer.getByRole('button', { name: 'Lihat bukti setor' }).waitFor();
    expect(await balances('story.treasurer')).toMatchObject({ 'collector-cash': 0, 'in-transit': TOTAL });
    expect(await villagerSees(HOUSE, 'susanto')).toContain('DISETOR – MENUNGGU BUKTI BANK');
  });

  it('the bank’s statement is uploaded, the worker matches and settles, and the bills are LUNAS', async () => {
    const { reference } = await asked<{ reference: string }>('story.treasurer', `/deposits/${deposit}`);
    // Only finished days are taken; by its reference a line is known whatever its day.
    const yesterday = addDays(plainDateInJakarta(new Date()), -1);
    const file = join(folder, 'koran.csv');
    await writeFile(file, statementCsv(5_000_000, [{ on: yesterday, amount: TOTAL, remark: `SETORAN PBB ${reference}` }, { on: yesterday, amount: -6_500, remark: 'BIAYA ADM' }]));
    await go(officer, '/pbb/bank/rekening-koran');
    await officer.locator('#berkas-impor').setInputFiles(file);
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await officer.getByRole('button', { name: 'Terapkan 2 mutasi' }).click();
    await officer.getByRole('link', { name: `1 mutasi tercocokkan, ${formatRupiah(BigInt(TOTAL))} masuk` }).waitFor();
    await until(() => asked<{ state: string }>('story.treasurer', `/deposits/${deposit}`), ({ state }) => state === 'settled');
    for (const nop of [HOUSE, FIELD]) {
      const said = await villagerSees(nop, 'susanto');
      expect(said).toContain('LUNAS');
      expect(said).not.toContain('MENUNGGU');
    }
    expect(await scanned()).toContain('LUNAS');
  });

  it('both books agree, and the regency’s page has moved', async () => {
    const [own, regency] = [await balances('story.treasurer'), await asked<{ accounts: { account: string; balance: number }[] }>('story.officer', '/ledger/trial-balance')];
    expect(own).toMatchObject({ receivable: 0, 'in-transit': 0, 'collector-cash': 0, clearing: TOTAL, penalty: PENALTY, assessed: PRINCIPAL });
    expect(regency.accounts.find(({ account }) => account === `village-clearing:${village.id}`)?.balance).toBe(TOTAL);
    await go(officer, `/laporan/pbb?wilayah=${village.code}&masa=${YEAR}`);
    await officer.getByText('100,0%').first().waitFor();
    const report = await asked<{ scope: { figures: Record<string, number> } }>('story.officer', `/reports/pbb?parent=${village.code}&period=${YEAR}`);
    expect(report.scope.figures).toMatchObject({ bills: 2, assessed: PRINCIPAL, received: PRINCIPAL, penalty: PENALTY, remaining: 0, percent: 100 });
  });
});

/** What whoever scans the receipt's QR code is told. */
async function scanned(): Promise<string> {
  const [row] = await asOwner<{ token: string }>('select token from payments where id = $1', [payment]);
  await phone.goto(`${portal.address}/v/${row?.token ?? ''}`);
  return phone.getByRole('main').innerText();
}
