import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { createUser, enterIdentity } from '#identity';
import { jobActor } from '#platform';
import { launchChromium, openPage } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { openDatabase } from '../support/database-of.js';
import { buildUnit } from '../support/unit.js';

const temporary = 'sementara-2026-x';
const chosen = 'kebun kopi di lereng';
let api: BuiltProcess;
let browser: Browser;
let page: Page;
let village: string;

async function problems(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`);
}

async function signIn(password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill('sri.wahyuni');
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  const unit = await buildUnit('desa');
  village = unit.name;
  const own = await openDatabase('app');
  await own.database.inScope('identity', jobActor(0, 'test'), async (tx) => {
    enterIdentity(tx);
    await createUser(tx, { username: 'sri.wahyuni', name: 'Sri Wahyuni', password: temporary, mustChangePassword: true, memberships: [{ unitId: unit.id, role: 'operator' }] });
  });
  await own.close();
  api = await startBuilt('api');
  browser = await launchChromium();
  page = await openPage(browser);
});

afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

describe('a clerk at the sign-in page', () => {
  it('sees a page in Indonesian without accessibility faults', async () => {
    await page.goto(api.address);
    await page.getByLabel('Nama pengguna').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
    expect(await problems()).toEqual([]);
  });

  it('is told plainly that the password is wrong, and keeps the name that was typed', async () => {
    await signIn('salah salah salah');
    await page.getByText('Nama pengguna atau kata sandi salah.').waitFor();
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('sri.wahyuni');
  });

  it('must choose a password of her own, and then finds her village', async () => {
    await signIn(temporary);
    await page.getByLabel('Kata sandi sementara').fill(temporary);
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(chosen);
    await page.getByLabel('Ulangi kata sandi baru').fill(chosen);
    // The button opens once every rule is met.
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.getByText(village.replace(/^Desa /, '')).first().waitFor();
    await page.getByText('Operator Desa').first().waitFor();
  });
});
