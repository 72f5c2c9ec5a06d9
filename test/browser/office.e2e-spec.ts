import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { EditLetter } from '../../libs/letters/src/letter/edit-letter.js';
import { RequestLetter } from '#letters';
import { StartResidentImport } from '#residents';
import { DESK, launchChromium, pageOf, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { withDatabase } from '../support/database-of.js';
import { buildOfficial, businessForm } from '../support/letter-desk.js';
import { buildResident } from '../support/resident.js';
import { staffAt } from '../support/staff.js';
import { buildUnit } from '../support/unit.js';

const PHONE = { width: 390, height: 844 };
const FILE = 'daftar-penduduk-krajan.xlsx';

let api: BuiltProcess;
let browser: Browser;
let letter: string;

const seated = (username: string, viewport = DESK): Promise<Page> => pageOf(browser, api.address, username, { viewport, reducedMotion: 'reduce' });

beforeAll(async () => {
  const village = await buildUnit('desa');
  await withDatabase('app', async (own) => {
    await staffed(village.id, 'village-secretary', 'office.secretary', 'Agus Setiawan');
    await staffed(village.id, 'village-officer', 'office.officer', 'Budi Santoso');
    await staffed(0, 'regency-admin', 'office.regency', 'Siti Aminah');
    const officialId = await buildOfficial(village.id);
    const operator = await staffAt(village.id, 'operator');
    const { id: residentId } = await buildResident(village.id, { name: 'SITI AMINAH' });
    letter = await new RequestLetter(own.database, own.clock).run(operator, 'kunci-kantor', { type: 'SKU', residentId, data: businessForm, signatory: { officialId, capacity: 'head' } });
    await new EditLetter(own.database, own.clock).run(operator, letter, { data: { ...businessForm, businessName: 'Toko Baru' } });
    await new StartResidentImport(own.database).run(operator, 'kunci-impor', { name: FILE, sha256: 'a'.repeat(64), size: 10 });
  });
  api = await startBuilt('api');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

describe('the trail', () => {
  it('names what each act was done to, opens by keyboard, and shows all entries of one record', async () => {
    const page = await seated('office.secretary');
    await page.goto(`${api.address}/pengaturan/audit`);
    const row = page.getByRole('row', { name: /Mengubah isian surat/ });
    expect(await row.getByRole('link', { name: 'Surat' }).getAttribute('href')).toBe(`/surat/${letter}`);
    await row.getByRole('button', { name: 'Mengubah isian surat' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Rincian catatan' });
    await drawer.getByText('Nama usaha').waitFor();
    expect(await drawer.innerText()).toMatch(/Warung Susu → Toko Baru[^]*letter\.edited/);
    expect((await new AxeBuilder({ page }).include('.entry-drawer').analyze()).violations.map(({ id }) => id)).toEqual([]);
    await drawer.getByRole('button', { name: 'Semua catatan tentang data ini' }).click();
    await page.getByText('Data: Surat').waitFor();
    expect(new URL(page.url()).searchParams.get('data')).toBe(letter);
    await page.getByRole('row', { name: /Masuk/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).toBe(3);
    await page.context().close();
  });
});

describe('the calendar of holidays', () => {
  it('is kept by the regency’s office and read in the villages', async () => {
    const page = await seated('office.regency', PHONE);
    await page.goto(`${api.address}/pengaturan/libur?tahun=2027`);
    await page.getByRole('button', { name: 'Tambah hari libur' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tanggal').fill('9-4-2027');
    await dialog.getByLabel('Nama hari libur').fill('Bersih kabupaten');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('row', { name: /9 April 2027.*Jumat.*Bersih kabupaten/s }).waitFor();

    const reader = await seated('office.secretary');
    await reader.goto(`${api.address}/pengaturan/libur?tahun=2027`);
    await reader.getByRole('row', { name: /Bersih kabupaten/ }).waitFor();
    expect(await reader.getByRole('button', { name: /Tambah hari libur|^Ubah|^Hapus/ }).count()).toBe(0);
    await reader.context().close();

    await page.getByRole('button', { name: /Hapus Bersih kabupaten/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await page.getByRole('row', { name: /Bersih kabupaten/ }).waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('the tray of long work', () => {
  it('names the file of an import to who may import, and to nobody else', async () => {
    for (const [username, seen] of [['office.secretary', 1], ['office.officer', 0]] as const) {
      const page = await seated(username);
      const asked: string[] = [];
      page.on('request', (request) => { if (request.url().includes('/resident-imports/')) asked.push(request.url()); });
      await page.getByRole('button', { name: /^Pekerjaan/ }).click();
      const tray = page.locator('.task-tray');
      await tray.getByText('Pemeriksaan berkas penduduk').waitFor();
      if (seen) await tray.getByText(FILE).waitFor();
      expect([username, await tray.getByText(FILE).count(), seen ? [] : asked]).toEqual([username, seen, []]);
      await page.context().close();
    }
  });
});

describe('the rules', () => {
  it('say each value itself and whose it is', async () => {
    const page = await seated('office.secretary');
    await page.goto(`${api.address}/pengaturan/aturan`);
    await page.getByRole('row', { name: /Masa berlaku Surat Keterangan Usaha 3 bulan bawaan Pamong/ }).waitFor();
    await page.getByRole('row', { name: /Kode klasifikasi Surat Keterangan Usaha 500\.2\.2\.4/ }).waitFor();
    await page.context().close();
  });
});
