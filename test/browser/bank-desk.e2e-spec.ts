import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { addDays, formatRupiah, formatShort, formatThousands, type PlainDate } from '#values';
import { DESK, launchChromium, pageOf, staffed } from '../support/admin-page.js';
import { clearOffice, type StatementLine, statementCsv } from '../support/bank-desk.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { openDatabase, type OpenDatabase } from '../support/database-of.js';
import { password } from '../support/sign-in.js';
import { TaxVillage } from '../support/tax-village.js';
import { until } from '../support/until.js';

const PHONE = { width: 360, height: 740 };
const OPENING = 1_000_000;
const SHORT = 10_000;

let own: OpenDatabase;
let api: BuiltProcess;
let worker: BuiltProcess;
let browser: Browser;
let folder: string;
let village: TaxVillage;
let day: PlainDate;
let exact: Awaited<ReturnType<TaxVillage['confirmedDeposit']>>;
let short: typeof exact;
let officer: Page;
let token: string;
let run: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-bank-desk-'));
  await clearOffice();
  own = await openDatabase('app');
  const working = await openDatabase('worker');
  village = await TaxVillage.open(own, working);
  day = addDays(own.clock.today(), -3);
  exact = await village.confirmedDeposit([31_000, 12_500], day);
  short = await village.confirmedDeposit([140_000, 110_000], day);
  await working.close();
  await staffed(0, 'tax-office', 'bank.officer', 'Rini Astuti');
  await staffed(0, 'inspectorate', 'bank.inspector', 'Bambang Irawan');
  const store = { PAMONG_STORE_DIR: join(folder, 'store') };
  [api, worker] = await Promise.all([startBuilt('api', store), startBuilt('worker', store)]);
  browser = await launchChromium();
  officer = await seated('bank.officer');
  token = await tokenOf('bank.officer');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, worker].map((running) => running?.stop()));
  await own?.close();
  await rm(folder, { recursive: true, force: true });
});

const seated = (username: string): Promise<Page> => pageOf(browser, api.address, username, { reducedMotion: 'reduce' });

async function tokenOf(username: string): Promise<string> {
  const answer = await fetch(`${api.address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

const asked = async <T>(path: string): Promise<T> => (await (await fetch(`${api.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as T;

/** In both sizes: no fault axe finds, nothing beyond the edge, and at the desk no scrolling page. */
async function isSound(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await page.locator('main h1:not(.sr-only)').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('[document.documentElement.scrollWidth - document.documentElement.clientWidth, document.documentElement.scrollHeight - document.documentElement.clientHeight]')).toEqual([0, 0]);
  }
}

const open = (page: Page, path: string): Promise<unknown> => page.goto(`${api.address}${path}`);

async function upload(name: string, lines: readonly StatementLine[]): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, statementCsv(OPENING, lines));
  await open(officer, '/pbb/bank/rekening-koran');
  await officer.locator('#berkas-impor').setInputFiles(file);
  await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
}

interface Line { id: string; state: string; claim: { basis: string; settled: boolean; reason: string | null; lines: string[]; deposits: { reference: string }[] } | null; undone: { undoReason: string; undoneBy: string }[] }

describe('a statement', () => {
  it('needs its account, which the tax office opens', async () => {
    await open(officer, '/pbb/bank/rekening');
    await officer.getByText('Belum ada rekening').waitFor();
    await officer.getByRole('button', { name: 'Daftarkan rekening' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Bank', { exact: true }).fill('Bank Jatim');
    await dialog.getByLabel('Nomor rekening').fill('004 123 4567');
    await dialog.getByLabel('Atas nama').fill('RKUD Kabupaten Malang');
    await dialog.getByRole('button', { name: 'Daftarkan' }).click();
    await officer.getByRole('row', { name: /Bank Jatim 0041234567 RKUD Kabupaten Malang belum ada/ }).waitFor();
    await isSound(officer);
  });

  it('of a day that is not over is refused in words', async () => {
    await upload('hari-ini.csv', [{ on: own.clock.today(), amount: 5_000, remark: 'SETORAN' }]);
    await officer.getByRole('heading', { name: 'Berkas ini tidak dapat dipakai' }).waitFor();
    await officer.getByText(/Hanya hari yang sudah selesai yang dapat dicatat.*Mutasi dan pencocokan tidak berubah/).waitFor();
    await isSound(officer);
  });

  it('under headings of its own is read by a mapping that is kept, and given up again', async () => {
    const file = join(folder, 'bank-lain.csv');
    await writeFile(file, `HARI;URAIAN BANK;NILAI MUTASI\n${formatShort(day)};SETORAN;5000\n`);
    await open(officer, '/pbb/bank/rekening-koran');
    await officer.locator('#berkas-impor').setInputFiles(file);
    await officer.getByRole('switch', { name: 'Berkas saya tidak memuat saldo' }).click();
    await officer.getByLabel('Saldo awal').fill('1.000.000,00');
    await officer.getByLabel('Saldo akhir').fill('1.005.000');
    await officer.getByRole('switch', { name: 'Judul kolom di berkas saya berbeda' }).click();
    for (const [field, heading] of [['Tanggal (wajib)', 'HARI'], ['Keterangan (wajib)', 'URAIAN BANK'], ['Jumlah, bila hanya satu kolom', 'NILAI MUTASI']] as const) await officer.getByLabel(field).fill(heading);
    await officer.getByRole('button', { name: 'Simpan pemetaan ini' }).click();
    await officer.getByLabel('Nama pemetaan').fill('Bank lain');
    await officer.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await officer.getByText('Pemetaan disimpan.').waitFor();
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await officer.getByRole('button', { name: 'Terapkan 1 mutasi' }).waitFor();
    await officer.getByText('Rp1.005.000', { exact: true }).waitFor();
    await officer.getByRole('button', { name: 'Batalkan unggahan' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Batalkan unggahan' }).click();
    await officer.getByText('Unggahan dibatalkan').waitFor();
    expect(await asked('/import-mappings?kind=bank-statements')).toMatchObject({ items: [{ name: 'Bank lain', mapping: { bookedOn: 'HARI', remark: 'URAIAN BANK', amount: 'NILAI MUTASI' } }] });
  });

  it('is weighed, applied and matched: one line settles, one is short, one nobody knows yet', async () => {
    await upload('bank-jatim.csv', [
      { on: day, amount: 43_500, remark: `SETOR TUNAI PBB ${exact.reference}` },
      { on: day, amount: 250_000 - SHORT, remark: `SETOR TUNAI PBB ${short.reference}` },
      { on: addDays(day, 1), amount: SHORT, remark: 'TAMBAHAN SETORAN' },
    ]);
    await officer.getByRole('button', { name: 'Terapkan 3 mutasi' }).waitFor();
    await officer.getByText('Rp1.293.500', { exact: true }).waitFor();
    await isSound(officer);
    await officer.getByRole('button', { name: 'Terapkan 3 mutasi' }).click();
    await officer.getByText('3 mutasi sudah dicatat').waitFor();
    await officer.getByRole('link', { name: '1 mutasi tercocokkan, Rp43.500 masuk' }).waitFor();
    await officer.getByRole('link', { name: '2 mutasi belum dikenali, Rp250.000 masuk' }).waitFor();
    run = officer.url().split('/').at(-1) ?? '';
    expect(await asked(`/bank-statements/${run}`)).toMatchObject({ state: 'applied', facts: { opening: OPENING, closing: OPENING + 293_500 }, matching: { claimed: 1, claimedAmount: 43_500, open: 2, openAmount: 250_000, reversed: 0 } });
    await isSound(officer);
  });
});

describe('the workbench', () => {
  it('shows what waits and what the bank and the books lack, as the API counts it', async () => {
    await officer.getByRole('link', { name: 'Buka pencocokan' }).click();
    await officer.getByRole('row', { name: /240\.000.*SELISIH JUMLAH/ }).waitFor();
    await officer.getByRole('row', { name: /TAMBAHAN SETORAN.*10\.000.*BELUM DIKENALI/ }).waitFor();
    expect(await officer.getByRole('row', { name: /TERCOCOKKAN/ }).count()).toBe(0);
    const standing = await until(() => asked<{ suspense: { lines: number; amount: number }[]; waiting: number; waitingAmount: number; claimed: number; settled: number }>('/reconciliation/standing'), ({ suspense, settled }) => suspense.some(({ lines }) => lines > 0) && settled > 0);
    const suspense = standing.suspense.reduce((sum, { amount }) => sum + amount, 0);
    await open(officer, '/pbb/bank');
    const banner = officer.getByRole('region', { name: 'Selisih bank dan buku' });
    await banner.getByText(`${formatRupiah(BigInt(suspense))} 2 mutasi masuk`).waitFor();
    await banner.getByText(`${formatRupiah(BigInt(standing.waitingAmount))} ${standing.waiting} setoran`).waitFor();
    expect({ suspense, claimed: standing.claimed, settled: standing.settled }).toEqual({ suspense: 250_000, claimed: 43_500, settled: 43_500 });
    await isSound(officer);
  });

  it('matches by hand what adds up, and nothing before that', async () => {
    await officer.getByRole('row', { name: /SELISIH JUMLAH/ }).waitFor();
    await officer.keyboard.press('j');
    const panel = officer.getByRole('complementary', { name: 'Mutasi yang dipilih' });
    await panel.getByText(new RegExp(`Keterangan menyebut setoran ${short.reference} dari .*, tetapi kurang Rp10\\.000\\.`)).waitFor();
    await panel.getByText('Kode setoran tertulis di keterangan').waitFor();
    expect(await panel.getByRole('button', { name: 'Pilih setorannya dahulu' }).isDisabled()).toBe(true);
    await officer.keyboard.press('1');
    expect(await panel.getByRole('button', { name: 'Masih kurang Rp10.000' }).isDisabled()).toBe(true);
    await panel.getByRole('checkbox', { name: /^Rp10\.000, .*TAMBAHAN SETORAN/ }).check();
    await panel.getByText('Rp0, sama').waitFor();
    await isSound(officer);
    // The phone's shell is another one: what was ticked is gone with the desk's.
    await officer.keyboard.press('1');
    await panel.getByRole('checkbox', { name: /^Rp10\.000, .*TAMBAHAN SETORAN/ }).check();
    await officer.keyboard.press('c');
    const dialog = officer.getByRole('dialog');
    await dialog.getByText('2 mutasi dengan 1 setoran.').waitFor();
    await dialog.getByRole('button', { name: 'Kekurangan disetor menyusul' }).click();
    await dialog.getByRole('button', { name: 'Cocokkan, 1 setoran jadi LUNAS' }).click();
    await panel.getByText('Tagihan di setoran ini sudah LUNAS di desa.').waitFor();
    await panel.getByText('2 mutasi dengan 1 setoran, Rp250.000.').waitFor();
    const id = new URL(officer.url()).searchParams.get('mutasi') ?? '';
    expect((await asked<Line>(`/statement-lines/${id}`)).claim).toMatchObject({ basis: 'person', settled: true, reason: 'Kekurangan disetor menyusul', deposits: [{ reference: short.reference }] });
    expect(await village.states([...exact.bills, ...short.bills])).toEqual(['settled', 'settled', 'settled', 'settled']);
    await officer.getByText('Tidak ada mutasi yang menunggu').waitFor();
    await isSound(officer);
  });

  it('takes a decision back with a reason and keeps what was decided', async () => {
    const panel = officer.getByRole('complementary', { name: 'Mutasi yang dipilih' });
    await panel.getByText('Dicocokkan petugas').waitFor();
    await officer.keyboard.press('u');
    await officer.getByRole('dialog').getByLabel('Alasan').fill('Salah mencocokkan');
    await officer.getByRole('dialog').getByRole('button', { name: 'Batalkan pencocokan' }).click();
    await panel.getByText(/Dibatalkan oleh Rini Astuti.*Salah mencocokkan/).waitFor();
    await officer.getByRole('row', { name: /240\.000.*SELISIH JUMLAH/ }).waitFor();
    const id = new URL(officer.url()).searchParams.get('mutasi') ?? '';
    expect(await asked<Line>(`/statement-lines/${id}`)).toMatchObject({ state: 'open', claim: null, undone: [{ undoReason: 'Salah mencocokkan', undoneBy: 'Rini Astuti' }] });
    await until(() => village.states(short.bills), (states) => states.every((state) => state === 'deposited'));
    expect(await village.states(exact.bills)).toEqual(['settled', 'settled']);
    await officer.keyboard.press('Enter');
    await officer.getByRole('heading', { name: 'Mutasi bank', exact: true }).waitFor();
    await isSound(officer);
  });

  it('keeps a statement of which a line has settled', async () => {
    await open(officer, `/pbb/bank/rekening-koran/${run}`);
    await officer.getByRole('button', { name: 'Tarik kembali' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Berkas yang diunggah salah' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Tarik kembali' }).click();
    await officer.getByText('1 mutasi sudah dicocokkan. Batalkan pencocokannya dahulu.').waitFor();
  });

  it('gives its list as a workbook', async () => {
    await open(officer, '/pbb/bank');
    const [file] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('button', { name: 'Unduh Excel' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^mutasi-bank-\d{4}-\d\d-\d\d\.xlsx$/);
  });
});

describe('deposits and days', () => {
  it('are listed with what the bank has of them, and lead to the lines that name them', async () => {
    await open(officer, '/pbb/bank/setoran?keadaan=semua');
    await officer.getByRole('row', { name: new RegExp(`${exact.reference}.*43\\.500.*LUNAS`) }).waitFor();
    await officer.getByRole('row', { name: new RegExp(`${short.reference}.*250\\.000.*-10\\.000.*3 hari.*SELISIH JUMLAH`) }).waitFor();
    await isSound(officer);
    await officer.getByRole('row', { name: new RegExp(short.reference) }).click();
    await officer.getByText(`Menyebut ${short.reference} saja.`).waitFor();
    await officer.getByRole('row', { name: new RegExp(`SETOR TUNAI PBB ${short.reference}`) }).waitFor();
    expect(await officer.getByRole('row', { name: /SETOR|SETORAN/ }).count()).toBe(1);
  });

  it('add up as the API tells them', async () => {
    await open(officer, `/pbb/bank/harian?tanggal=${day}`);
    const told = await asked<{ accounts: { opening: number; moneyIn: number; moneyOut: number; closing: number; claimed: number; openLines: number; openAmount: number }[]; deposits: { deposits: number; amount: number; open: number; openAmount: number } }>(`/reconciliation/days/${day}`);
    expect(told).toMatchObject({ accounts: [{ opening: OPENING, moneyIn: 283_500, moneyOut: 0, closing: OPENING + 283_500, claimed: 43_500, openLines: 1, openAmount: 240_000 }] });
    const [account] = told.accounts;
    const figures = [account?.opening, account?.moneyIn, account?.moneyOut, account?.closing, account?.claimed].map((amount) => formatThousands(amount ?? -1));
    await officer.getByRole('row', { name: `Bank Jatim 0041234567 ${figures.join(' ')} 1 mutasi 240.000` }).waitFor();
    await officer.getByText(new RegExp(`${told.deposits.deposits} setoran desa dibawa ke bank pada hari ini, ${formatRupiah(BigInt(told.deposits.amount))}\\. Belum ada di bank: ${told.deposits.open}, ${formatRupiah(BigInt(told.deposits.openAmount))}`)).waitFor();
    await isSound(officer);
    await officer.getByRole('button', { name: 'Hari berikutnya' }).click();
    await officer.getByRole('row', { name: /1\.283\.500 10\.000 0 1\.293\.500 0 1 mutasi 10\.000/ }).waitFor();
  });
});

describe('the inspectorate', () => {
  it('reads all of it and is offered nothing to do', async () => {
    const page = await seated('bank.inspector');
    await page.getByRole('link', { name: 'PBB' }).click();
    await page.getByRole('row', { name: /SELISIH JUMLAH/ }).waitFor();
    await page.keyboard.press('j');
    const panel = page.getByRole('complementary', { name: 'Mutasi yang dipilih' });
    await panel.getByText('Kode setoran tertulis di keterangan').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await panel.getByRole('button', { name: /Cocokkan|Setoran lain|Pilih/ }).count()).toBe(0);
    for (const path of ['/pbb/bank/rekening-koran', `/pbb/bank/rekening-koran/${run}`, '/pbb/bank/rekening']) {
      await open(page, path);
      await page.getByText(/Bank Jatim|bank-jatim/).first().waitFor();
      expect(await page.locator('main').getByRole('button', { name: /Unggah|Terapkan|Tarik|Batalkan|Daftarkan/ }).count()).toBe(0);
      await isSound(page);
    }
    await page.context().close();
  });
});
