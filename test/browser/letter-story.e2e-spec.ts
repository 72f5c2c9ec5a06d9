import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import jsqr from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, pageOf, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { buildOfficial } from '../support/letter-desk.js';
import { cardOf, nikOf, workbookOf } from '../support/resident-list.js';
import { type BuiltUnit, buildUnit } from '../support/unit.js';

let folder: string;
let village: BuiltUnit;
let portal: BuiltProcess;
let api: BuiltProcess;
let worker: BuiltProcess;
let browser: Browser;
let operator: Page;
let head: Page;
/** Clicks, keys and filled fields from the operator's home page to the downloaded letter. */
let interactions = 0;

const seated = (username: string): Promise<Page> => pageOf(browser, api.address, username, { acceptDownloads: true });

async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`);
}

const paper = (): string => join(folder, 'surat.pdf');

const counted = async (act: Promise<unknown>): Promise<void> => {
  interactions += 1;
  await act;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pamong-story-'));
  village = await buildUnit('desa');
  await staffed(village.id, 'operator', 'story.operator', 'Sri Wahyuni');
  const userId = await staffed(village.id, 'village-head', 'story.head', 'Suwondo Hadi');
  await buildOfficial(village.id, { userId, name: 'SUWONDO HADI' });
  portal = await startBuilt('portal');
  // The portal's address is printed in the QR code.
  const variables = { PAMONG_PUBLIC_URL: portal.address };
  [api, worker] = await Promise.all([startBuilt('api', variables), startBuilt('worker', variables)]);
  browser = await launchChromium();
  [operator, head] = [await seated('story.operator'), await seated('story.head')];
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, worker, portal].map((running) => running?.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe('from a spreadsheet to a letter anyone can verify', () => {
  let address: string;

  it('the operator imports the residents from the workbook the village has', async () => {
    const list = join(folder, 'penduduk.xlsx');
    await workbookOf(list, [
      { nama: 'BUDI SANTOSO', nik: '3507992101880009', sex: '1' },
      { nama: 'SITI AMINAH', nik: nikOf(1), kk_level: '3' },
      { nama: 'NIK SALAH', nik: '12345', kk_level: '4', no_kk: cardOf(1) },
    ]);
    await operator.goto(`${api.address}/penduduk/impor`);
    await operator.setInputFiles('#berkas-impor', list);
    await operator.getByText('NIK tidak 16 angka').waitFor();
    expect(await problems(operator)).toEqual([]);
    await operator.getByRole('button', { name: 'Terapkan 2 orang' }).click();
    await operator.getByText('2 orang sudah masuk').waitFor();
    await operator.getByRole('link', { name: 'Lihat daftar penduduk' }).click();
    await operator.getByText('SITI AMINAH').waitFor();
  });

  it('requests and verifies a letter', async () => {
    await operator.getByRole('link', { name: 'Beranda' }).click();
    await operator.getByRole('link', { name: /Buat surat/ }).first().waitFor();
    await counted(operator.keyboard.press('s'));
    await counted(operator.getByLabel('Cari pemohon').fill('siti'));
    await operator.getByRole('option', { name: /SITI AMINAH/ }).waitFor();
    await counted(operator.keyboard.press('Enter'));
    await counted(operator.getByRole('button', { name: /Domisili/ }).click());
    await counted(operator.getByLabel('Tinggal sejak').fill('Februari 2024'));
    await counted(operator.getByLabel('Keperluan').fill('pembukaan rekening bank'));
    await operator.getByText(/Sama persis dengan yang dicetak/).waitFor();
    expect(await problems(operator)).toEqual([]);
    await counted(operator.keyboard.press('Control+Enter'));
    await operator.getByText('Menunggu persetujuan').waitFor();
  });

  it('the head approves it, and the worker prints it', async () => {
    await head.goto(api.address);
    await counted(head.getByText('SITI AMINAH').first().click());
    await head.getByRole('button', { name: /Setujui/ }).waitFor();
    expect(await problems(head)).toEqual([]);
    await counted(head.getByRole('button', { name: /Setujui/ }).click());
    await head.getByRole('button', { name: /Unduh PDF/ }).waitFor({ timeout: 40_000 });
    const [download] = await Promise.all([head.waitForEvent('download'), counted(head.getByRole('button', { name: /Unduh PDF/ }).click())]);
    await download.saveAs(paper());
    expect(interactions).toBeLessThanOrEqual(12);
  });

  it('the paper says what was typed, and is a sound file', () => {
    execFileSync('qpdf', ['--check', paper()]);
    const text = execFileSync('pdftotext', ['-layout', paper(), '-']).toString().replaceAll(/[\s\u00a0]+/g, ' ');
    for (const words of ['SURAT KETERANGAN DOMISILI', 'SITI AMINAH', nikOf(1), 'sejak Februari 2024', 'pembukaan rekening bank', 'SUWONDO HADI', `400.12.2.1/001/${village.code}/`]) expect(text).toContain(words);
    expect(text).not.toContain('DRAF');
  });

  it('whoever opens the address of its QR code sees that it is valid, and no whole NIK', async () => {
    address = scanned(paper()) ?? '';
    expect(address.toLowerCase().startsWith(`${portal.address}/v/`)).toBe(true);
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await stranger.goto(address);
    await stranger.getByText('SAH', { exact: true }).waitFor();
    const page = await stranger.content();
    expect(page).not.toContain(nikOf(1));
    expect(page).not.toContain('SITI AMINAH');
    await stranger.context().close();
  });

  it('once the head voids it the page turns red', async () => {
    await head.getByRole('button', { name: /Batalkan surat/ }).click();
    await head.getByRole('dialog').getByRole('textbox').fill('Data pada surat salah');
    await head.getByRole('dialog').getByRole('button', { name: 'Batalkan surat' }).click();
    await head.getByText('Surat dibatalkan.').waitFor();
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(address);
    await stranger.getByText('DICABUT', { exact: true }).waitFor();
    expect(await problems(stranger)).toEqual([]);
    await stranger.context().close();
  });
});

/** What a scanner reads off the paper: the page as a grey picture of 200 dots an inch, and the QR code in it. */
function scanned(path: string): string | undefined {
  const picture = execFileSync('pdftoppm', ['-r', '200', '-gray', '-singlefile', path], { maxBuffer: 64 * 1024 * 1024 });
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  const grey = picture.subarray(picture.length - Number(width) * Number(height));
  const pixels = new Uint8ClampedArray(grey.length * 4);
  for (let place = 0; place < grey.length; place += 1) pixels.fill(grey[place] ?? 0, place * 4, place * 4 + 3).fill(255, place * 4 + 3, place * 4 + 4);
  return jsqr.default(pixels, Number(width), Number(height))?.data;
}
