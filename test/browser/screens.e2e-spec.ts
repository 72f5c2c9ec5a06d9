import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { RequestLetter } from '#letters';
import { DESK, launchChromium, openPage, signInOn, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { withDatabase } from '../support/database-of.js';
import { buildOfficial, businessForm } from '../support/letter-desk.js';
import { buildArea, buildResident } from '../support/resident.js';
import { staffAt } from '../support/staff.js';
import { buildBill, withWorker } from '../support/tax-bill.js';
import { buildUnit } from '../support/unit.js';

const PHONE = { width: 390, height: 844 };

let api: BuiltProcess;
let browser: Browser;
let resident: string;
let letter: string;
let bill: string;

/** Addresses by what stands on them; `:resident`, `:letter` and `:bill` are filled in. */
const WORK = ['/', '/penduduk', '/penduduk/:resident', '/keluarga', '/surat', '/surat/:letter', '/surat/baru', '/pbb/tagihan', '/pbb/tagihan/:bill'];
const REST = ['/penduduk/perbaikan', '/penduduk/impor', '/surat/persetujuan', '/pbb/neraca', '/pengaturan/profil', '/pengaturan/pengguna', '/pengaturan/libur', '/pengaturan/audit'];

beforeAll(async () => {
  const village = await buildUnit('desa');
  await withDatabase('app', async (own) => {
    await staffed(village.id, 'village-secretary', 'screens.secretary', 'Agus Setiawan');
    const area = await buildArea(village.id, 'KRAJAN');
    const siti = await buildResident(village.id, { name: 'SITI AMINAH', areaId: area.rtId });
    await buildResident(village.id, { name: 'BAYI BARU', areaId: area.rtId, nik: '0350799200100001', familyPosition: 4 });
    const head = await buildOfficial(village.id);
    resident = siti.id;
    letter = await new RequestLetter(own.database, own.clock).run(await staffAt(village.id, 'operator'), 'kunci-layar-1', { type: 'SKU', residentId: siti.id, data: businessForm, signatory: { officialId: head, capacity: 'head' } });
    bill = (await withWorker((database) => buildBill(database, village.id, { taxYear: Number(own.clock.today().slice(0, 4)) }))).id;
  });
  api = await startBuilt('api');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

// Each screen in both sizes and both themes once; all four of each would take minutes.
describe.each([
  { name: 'at the desk, light', viewport: DESK, colorScheme: 'light', screens: WORK },
  { name: 'at the desk, dark', viewport: DESK, colorScheme: 'dark', screens: REST },
  { name: 'on the phone, light', viewport: PHONE, colorScheme: 'light', screens: REST },
  { name: 'on the phone, dark', viewport: PHONE, colorScheme: 'dark', screens: WORK },
] as const)('every screen $name', ({ viewport, colorScheme, screens }) => {
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    page = await openPage(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (answer) => { if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`); });
    await signInOn(page, api.address, 'screens.secretary');
  });

  afterAll(() => page.context().close());

  it.each(screens)('%s has no accessibility fault, nothing beyond its edge and no complaint of the browser', async (path) => {
    complaints = [];
    await walkTo(page, path.replace(':resident', resident).replace(':letter', letter).replace(':bill', bill));
    await page.locator('main h1:not(.sr-only)').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});

describe('every list that may be long', () => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(browser, { acceptDownloads: true });
    await signInOn(page, api.address, 'screens.secretary');
  });

  afterAll(() => page.context().close());

  it.each([
    ['/penduduk', 'siti', 'Siti Aminah;'], ['/keluarga', 'siti', ';Siti Aminah;'], ['/surat', 'siti', 'Siti Aminah'], ['/pengaturan/pengguna', 'agus', 'Agus Setiawan;screens.secretary;Sekretaris Desa;'], ['/pengaturan/audit', 'agus', ';Agus Setiawan;Sekretaris;Masuk;session.opened;'],
  ])('%s is searched, filtered and taken away as a file of what is searched for', async (path, typed, line) => {
    await walkTo(page, path);
    await page.getByRole('search', { name: 'Saring daftar' }).getByRole('textbox').fill(typed);
    await page.getByRole('button', { name: 'Saring', exact: true }).first().waitFor();
    // What is typed is asked for once one stops typing.
    await page.waitForResponse((answer) => answer.url().includes(`search=${typed}`));
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Unduh CSV' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
    expect((await readFile(await file.path(), 'utf8')).toLowerCase()).toContain(line.toLowerCase());
  });
});

/** Goes there inside the running page, as a link does: starting anew for every screen would take most of the time. */
async function walkTo(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return;
  const former = await page.locator('main h1').first().elementHandle();
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`);
  // The former screen stands until the next one has arrived.
  await former?.waitForElementState('hidden');
}
