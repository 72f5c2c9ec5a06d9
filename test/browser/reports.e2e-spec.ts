import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { jobActor } from '#platform';
import { FoldTallies, tally, type TallyDelta } from '#tallies';
import { DESK, launchChromium, openPage, signInOn, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { openDatabase, type OpenDatabase } from '../support/database-of.js';
import { type BuiltUnit, buildUnit } from '../support/unit.js';

const PHONE = { width: 360, height: 740 };
let api: BuiltProcess;
let browser: Browser;
let worker: OpenDatabase;
let village: BuiltUnit;
let year: string;

/** What villages count, folded as the worker does. */
const count = async (...deltas: TallyDelta[]): Promise<void> => {
  await worker.database.inVillage(jobActor(village.id, 'spec'), (tx) => tally(tx, deltas));
  await new FoldTallies(worker.database).run();
};
const tax = (measure: string, delta: number): TallyDelta => ({ measure: `pbb-${measure}`, day: `${year}-01-01`, dim1: year, dim2: '1', delta });

beforeAll(async () => {
  village = await buildUnit('desa', '35.07.95');
  worker = await openDatabase('worker');
  year = worker.clock.today().slice(0, 4);
  await staffed(0, 'tax-office', 'reports.office', 'Rini Hapsari');
  await staffed(0, 'village-affairs', 'reports.affairs', 'Yuli Astuti');
  await staffed(village.id, 'treasurer', 'reports.treasurer', 'Hartono');
  await count(tax('bills', 4), tax('assessed', 1_000_000), tax('received', 250_000), { measure: 'pbb-cash-in-hand', day: '2026-01-02', dim1: '08:15', dim2: '07', delta: 90_000 });
  api = await startBuilt('api');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
  await worker?.close();
});

describe.each([
  { name: 'at the desk, light', viewport: DESK, colorScheme: 'light' },
  { name: 'on the phone, dark', viewport: PHONE, colorScheme: 'dark' },
] as const)('reports $name', ({ viewport, colorScheme }) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
    await signInOn(page, api.address, 'reports.office');
  });
  afterAll(() => page.context().close());

  it.each(['/', '/laporan', '/laporan/pbb', '/laporan/pbb?wilayah=:village', '/laporan/kas', '/laporan/surat', '/laporan/penduduk'])('%s has no accessibility fault and nothing beyond its edge', async (path) => {
    await page.goto(`${api.address}${path.replace(':village', village.code)}`);
    await page.locator('main h1:not(.sr-only)').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  });
});

describe('a village', () => {
  it.each([['at the desk', DESK], ['on the phone', PHONE]] as const)('sees %s, where it begins, what is still to be collected by hamlet and book', async (_where, viewport) => {
    const page = await openPage(browser, { viewport, reducedMotion: 'reduce' });
    await signInOn(page, api.address, 'reports.treasurer');
    await page.getByRole('heading', { name: `PBB ${year} belum dibayar` }).waitFor();
    await page.getByRole('heading', { name: 'Belum dibayar menurut buku, sekarang' }).waitFor();
    await page.getByRole('row', { name: /Buku 1/ }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('the office', () => {
  it('is told at home who holds money too long, goes down to a village, and sees an act there without reloading', async () => {
    const page = await openPage(browser);
    await signInOn(page, api.address, 'reports.office');
    await page.getByRole('link', { name: new RegExp(`Desa ${village.name}`) }).first().waitFor();
    await page.goto(`${api.address}/laporan/pbb?wilayah=35.07.95`);
    await page.getByRole('link', { name: village.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Realisasi PBB Desa ${village.name}` }).waitFor();
    await page.getByText('25,0%').first().waitFor();
    await count(tax('received', 250_000));
    await page.getByText('50,0%').first().waitFor({ timeout: 5_000 });
    await page.getByRole('link', { name: 'Semua kecamatan' }).click();
    await page.getByRole('heading', { level: 1, name: /Realisasi PBB Kabupaten/ }).waitFor();
    await page.context().close();
  });

  it('without land tax is offered no page of it', async () => {
    const page = await openPage(browser);
    await signInOn(page, api.address, 'reports.affairs');
    await page.goto(`${api.address}/laporan`);
    await page.getByRole('heading', { level: 1, name: /Ringkasan Kabupaten/ }).waitFor();
    expect(await page.getByRole('link', { name: /PBB|disetor/ }).count()).toBe(0);
    expect(await page.getByText('PBB terkumpul').count()).toBe(0);
    await page.context().close();
  });
});
