import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { createUser, enterIdentity } from '#identity';
import { jobActor } from '#platform';
import { withDatabase } from './database-of.js';
import { password } from './sign-in.js';

export const DESK = { width: 1366, height: 768 };

/** The machine's Chromium, which CI installs; `CHROMIUM_PATH` names another. */
export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** A page in a context of its own, as people here have it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, locale: 'id-ID', timezoneId: 'Asia/Jakarta', ...options });
  return context.newPage();
}

/** Signs in on the screen and waits for the navigation. */
export async function signInOn(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
}

/** A page of its own for somebody who has signed in. */
export async function pageOf(browser: Browser, address: string, username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, options);
  await signInOn(page, address, username);
  return page;
}

/** A user of one role in a village, who signs in with `password`. @returns id */
export const staffed = (unitId: number, role: string, username: string, name: string): Promise<string> =>
  withDatabase('app', ({ database }) => database.inScope('identity', jobActor(0, 'test'), (tx) => {
    enterIdentity(tx);
    return createUser(tx, { username, name, password, mustChangePassword: false, memberships: [{ unitId, role }] });
  }));

/**
 * Takes the option of a list that is ready to be taken, by keyboard: with motion off, a list whose options arrive while it
 * opens stays beside the screen until it is opened again, where no mouse reaches it.
 */
export async function chooseActive(box: Locator, title: string): Promise<void> {
  await box.click();
  await box.page().locator('.ant-select-item-option-active').and(box.page().getByTitle(title)).waitFor({ state: 'attached' });
  await box.press('Enter');
}
