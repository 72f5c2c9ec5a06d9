import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { DESK, launchChromium, chooseActive, pageOf, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { dhkpOf, nopOf } from '../support/tax-list.js';
import { type BuiltUnit, buildUnit } from '../support/unit.js';

const PHONE = { width: 390, height: 844 };
/** Of no other spec; the rest of a NOP follows. */
const NAMED = '3507981001';
const UNNAMED = '3507981002';
/** How the file heads what the form asks for. */
const HEADINGS = [['NOP (wajib)', 'Nomor Bidang'], ['Nama wajib pajak (wajib)', 'Pemilik'], ['Pajak terutang (wajib)', 'Pajak Terhutang'], ['Status lunas', 'Status Lunas'], ['Alamat objek', 'Alamat Objek Pajak']] as const;

let api: BuiltProcess;
let worker: BuiltProcess;
let browser: Browser;
let folder: string;
let villages: [BuiltUnit, BuiltUnit];
let officer: Page;
let run: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-tax-'));
  villages = [await buildUnit('desa'), await buildUnit('desa')];
  await staffed(0, 'tax-office', 'tax.officer', 'Rini Astuti');
  await staffed(0, 'tax-office', 'tax.second', 'Bambang Irawan');
  await staffed(villages[0].id, 'treasurer', 'tax.treasurer', 'Hartono');
  await staffed(villages[0].id, 'collector', 'tax.collector', 'Slamet Riyadi');
  const store = { PAMONG_STORE_DIR: join(folder, 'store') };
  [api, worker] = await Promise.all([startBuilt('api', store), startBuilt('worker', store)]);
  browser = await launchChromium();
  officer = await seated('tax.officer');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, worker].map((running) => running?.stop()));
  await rm(folder, { recursive: true, force: true });
});

const seated = (username: string, viewport = DESK): Promise<Page> => pageOf(browser, api.address, username, { viewport, reducedMotion: 'reduce' });

/** In both sizes: no fault axe finds, nothing beyond the edge. What was typed is gone: the phone has a shell of its own. */
async function isSound(page: Page, sizes = [PHONE, DESK]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.locator('main h1:not(.sr-only)').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  }
}

describe('the penalty rules', () => {
  it('are proposed by one person of the tax office and approved by another', async () => {
    await officer.goto(`${api.address}/pbb/aturan`);
    await officer.getByRole('button', { name: 'Usulkan aturan' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Dari tahun pajak').fill('2024');
    await dialog.getByLabel('Denda sebulan').fill('1');
    await dialog.getByLabel('Paling lama').fill('24');
    await dialog.getByLabel('Peraturan').fill('Perda Kab. Malang 7/2023');
    await dialog.getByRole('button', { name: 'Usulkan' }).click();
    await officer.getByText('usulan Anda, disetujui orang lain').waitFor();
    expect(await officer.getByRole('button', { name: /^Setujui aturan/ }).count()).toBe(0);

    const second = await seated('tax.second');
    await second.goto(`${api.address}/pbb/aturan`);
    await second.getByRole('button', { name: 'Setujui aturan 2024 dan seterusnya' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click();
    await second.getByRole('row', { name: /2024 dan seterusnya.*1 %.*24 bulan.*berlaku.*oleh Bambang Irawan/s }).first().waitFor();
    await isSound(second);
    await second.context().close();
  });
});

describe('the regency’s tax list', () => {
  it('has its headings kept under a name, for the next file of the same make', async () => {
    await officer.goto(`${api.address}/pbb/daftar`);
    await officer.getByRole('switch', { name: 'Judul kolom di berkas saya berbeda' }).click();
    for (const [field, heading] of HEADINGS.slice(1)) await officer.getByLabel(field).fill(heading);
    const keep = async (button: string): Promise<void> => {
      await officer.getByRole('button', { name: 'Simpan pemetaan ini' }).click();
      await officer.getByLabel('Nama pemetaan').fill('Daftar bidang');
      await officer.getByRole('dialog').getByRole('button', { name: button }).click();
      await officer.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await keep('Simpan');
    await officer.getByLabel(HEADINGS[0][0]).fill(HEADINGS[0][1]);
    await keep('Ganti yang tersimpan');
    await isSound(officer, [DESK]);
  });

  it('is uploaded under headings of its own, with what the file leaves out', async () => {
    const file = join(folder, 'dhkp-dua-desa.csv');
    const rows = [
      ...[1, 2, 3].map((serial) => ({ NOP: nopOf(NAMED, serial), 'Nama WP': serial === 1 ? 'SULASTRI B. KAMIT' : `WARGA ${serial}`, 'Alamat Objek Pajak': `DSN KRAJAN ${villages[0].name.toUpperCase()}`, 'Pajak Terhutang': '100.000', 'Status Lunas': serial === 3 ? 'Lunas' : 'Belum' })),
      ...[1, 2].map((serial) => ({ NOP: nopOf(UNNAMED, serial), 'Pajak Terhutang': '40.000' })),
      { NOP: '350798', 'Nama WP': 'RUSAK' },
    ];
    await writeFile(file, dhkpOf(rows, ['NOP', 'Nama WP', 'Alamat Objek Pajak', 'Pajak Terhutang', 'Status Lunas']).replace('NOP;Nama WP', 'Nomor Bidang;Pemilik'));

    await officer.goto(`${api.address}/pbb/daftar`);
    await isSound(officer);
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await officer.getByText('Jatuh tempo wajib diisi.').waitFor();
    await officer.getByLabel('Jatuh tempo').fill('30-9-2025');
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await officer.getByText('Pilih berkasnya dahulu.').waitFor();
    await officer.getByLabel('Tahun pajak').fill('2025');
    await officer.getByRole('switch', { name: 'Judul kolom di berkas saya berbeda' }).click();
    await isSound(officer, [DESK]);
    await chooseActive(officer.getByRole('combobox', { name: 'Pemetaan tersimpan' }), 'Daftar bidang');
    for (const [field, heading] of HEADINGS) expect(await officer.getByLabel(field).inputValue()).toBe(heading);
    await officer.locator('#berkas-impor').setInputFiles(file);
    await officer.getByText('dhkp-dua-desa.csv').waitFor();
    await officer.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await officer.getByRole('heading', { name: /Menurut desa.*2 kode NOP belum ditetapkan desanya/ }).waitFor();
    run = officer.url();
    expect(await officer.getByText('NOP harus 18 angka, terbaca 6.').count()).toBe(1);
    await officer.getByRole('button', { name: 'Unduh buku kesalahan (.xlsx)' }).waitFor();
    expect(await officer.getByRole('button', { name: 'Belum ada yang dapat diterapkan' }).isDisabled()).toBe(true);
    await isSound(officer);
  });

  it('is told whose each prefix is: all proposals at once, the others by choice', async () => {
    await officer.getByRole('row', { name: /35\.07\.981\.001/ }).getByText('usulan dari alamat').waitFor();
    await officer.getByRole('button', { name: 'Tetapkan semua usulan (1)' }).click();
    await officer.getByRole('row', { name: /35\.07\.981\.001.*siap/s }).waitFor();
    await officer.getByRole('button', { name: 'Terapkan 3 tagihan' }).waitFor();
    const choice = officer.getByRole('combobox', { name: 'Desa untuk 35.07.981.002' });
    await choice.click();
    await choice.fill(villages[1].name);
    await officer.getByTitle(villages[1].name).first().waitFor();
    await choice.press('Enter');
    await officer.getByRole('button', { name: 'Tetapkan 35.07.981.002' }).click();
    await officer.getByRole('row', { name: /35\.07\.981\.002.*siap/s }).waitFor();
  });

  it('is applied, village by village', async () => {
    await officer.getByRole('button', { name: 'Terapkan 5 tagihan' }).click();
    await officer.getByText('5 tagihan sudah terbit').waitFor();
    for (const [prefix, amount] of [['001', '300.000'], ['002', '80.000']]) await officer.getByRole('row', { name: new RegExp(`35\\.07\\.981\\.${prefix}.*${amount}.*diterapkan`, 's') }).waitFor();
    await isSound(officer);
  });
});

describe('the village’s bills', () => {
  it('show the treasurer what is owed today and how the penalty comes about', async () => {
    const page = await seated('tax.treasurer');
    await page.getByRole('link', { name: 'PBB' }).click();
    await page.getByRole('button', { name: 'Hapus saringan Tahun' }).click();
    await page.getByRole('row', { name: /001-0003\.0.*LUNAS/ }).waitFor();
    await isSound(page);
    await page.getByRole('searchbox').or(page.getByRole('search').getByRole('textbox')).first().fill('sulas');
    await page.getByRole('row', { name: /Warga/ }).first().waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /001-0001\.0.*Sulastri B\. Kamit.*2025.*100\.000.*BELUM DIBAYAR/ }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Cara menghitung denda' }).waitFor();
    expect(await page.locator('.penalty-lines').innerText()).toMatch(/Jatuh tempo 30 September 2025[^]*menurut Perda Kab\. Malang 7\/2023[^]*Rp100\.000 × \d+ × 1 % = Rp/);
    await isSound(page);
    await page.getByRole('link', { name: 'Neraca' }).click();
    await page.getByRole('row', { name: /Piutang PBB-P2 300\.000 100\.000 200\.000/ }).waitFor();
    await isSound(page);
    await page.context().close();
  });

  it('are a collector’s own round first, once the office has said where they lie', async () => {
    const [unit] = villages;
    const [area, collector] = [uuidv7(), uuidv7()];
    await asOwner(`insert into areas (village_id, id, kind, name) values ($1, $2, 'hamlet', 'KRAJAN')`, [unit.id, area]);
    await asOwner(`insert into collectors (village_id, id, user_id, name, book_code, started_on) select $1, $2, id, 'Pak Slamet', '01', current_date from users where username = 'tax.collector'`, [unit.id, collector]);
    await asOwner('insert into collector_assignments (village_id, id, collector_id, area_id, started_on) values ($1, $2, $3, $4, current_date)', [unit.id, uuidv7(), collector, area]);
    const treasurer = await seated('tax.treasurer');
    await treasurer.goto(`${api.address}/pbb/tagihan?tahun=semua`);
    await treasurer.getByRole('row', { name: /001-0001\.0.*Sulastri B\. Kamit/ }).getByRole('link').first().click();
    await treasurer.getByText('Belum ada petugas untuk objek ini').waitFor();
    await treasurer.getByRole('button', { name: 'Tentukan' }).click();
    await chooseActive(treasurer.getByRole('combobox', { name: 'Wilayah' }), 'Dusun Krajan');
    await treasurer.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await treasurer.getByText('Petugas: Pak Slamet').waitFor();
    await treasurer.getByText('ditetapkan kantor').waitFor();
    await isSound(treasurer);
    await treasurer.context().close();

    const page = await seated('tax.collector');
    await page.goto(`${api.address}/pbb/tagihan?tahun=semua`);
    await page.getByRole('button', { name: 'Hapus saringan Petugas' }).waitFor();
    await page.getByRole('row', { name: /Sulastri B\. Kamit/ }).waitFor();
    expect(await page.getByRole('link', { name: /^\d{3}-\d{4}\.\d$|\d{4}\.\d$/ }).count()).toBe(1);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh Excel' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^tagihan-pbb-\d{4}-\d\d-\d\d\.xlsx$/);
    await page.getByRole('button', { name: 'Hapus saringan Petugas' }).click();
    await page.getByRole('row', { name: /001-0003\.0/ }).waitFor();
    await page.context().close();
  });

  it('are all a collector sees of the tax, and the book with them all the tax office sees of a village', async () => {
    const collector = await seated('tax.collector', PHONE);
    await collector.getByRole('button', { name: 'Lainnya' }).click();
    const menu = collector.getByRole('dialog', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Tagihan' }).waitFor();
    expect(await menu.getByRole('link', { name: /Neraca|Daftar pajak|Aturan denda/ }).count()).toBe(0);
    await collector.context().close();

    await officer.goto(`${api.address}/`);
    await officer.getByRole('button', { name: `Masuk ke Desa ${villages[0].name}`, exact: true }).click();
    await officer.getByRole('dialog').getByLabel('Keperluan').fill('memeriksa tagihan yang dilaporkan');
    await officer.getByRole('dialog').getByRole('button', { name: 'Masuk' }).click();
    await officer.getByRole('link', { name: 'PBB' }).click();
    const items = officer.getByRole('navigation', { name: 'Menu utama' }).getByRole('listitem').filter({ hasText: 'PBB' }).locator('.nav-item');
    expect(await items.allInnerTexts()).toEqual(['Tagihan', 'Kas petugas', 'Kuitansi', 'Setoran', 'Petugas pungut', 'Neraca']);
    await officer.getByRole('button', { name: 'Hapus saringan Tahun' }).click();
    await officer.getByRole('row', { name: /Sulastri B\. Kamit/ }).waitFor();
  });
});

describe('a list applied in error', () => {
  it('is taken back with a reason', async () => {
    const page = await seated('tax.second');
    await page.goto(run);
    await page.getByRole('button', { name: 'Tarik kembali' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Alasan').fill('Berkas yang diunggah salah');
    await dialog.getByRole('button', { name: 'Tarik kembali' }).click();
    await page.getByText('Daftar pajak sudah ditarik kembali').waitFor();
    await page.getByRole('row', { name: /35\.07\.981\.001.*ditarik kembali/s }).waitFor();
    await page.context().close();
  });
});
