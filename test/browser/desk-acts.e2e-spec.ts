import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RequestLetter } from '#letters';
import { VerifyLetter } from '../../libs/letters/src/letter/verify-letter.js';
import { launchChromium, pageOf, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { withDatabase } from '../support/database-of.js';
import { buildOfficial, businessForm } from '../support/letter-desk.js';
import { buildResident } from '../support/resident.js';
import { staffAt } from '../support/staff.js';
import { buildUnit } from '../support/unit.js';

let api: BuiltProcess;
let browser: Browser;

const seated = (username: string): Promise<Page> => pageOf(browser, api.address, username);

beforeAll(async () => {
  const village = await buildUnit('desa');
  await withDatabase('app', async (own) => {
    await staffed(village.id, 'village-secretary', 'acts.secretary', 'Agus Setiawan');
    const officialId = await buildOfficial(village.id, { userId: await staffed(village.id, 'village-head', 'acts.head', 'Suwondo Hadi') });
    const operator = await staffAt(village.id, 'operator');
    for (const name of ['SITI AMINAH', 'BUDI SANTOSO']) {
      const { id: residentId } = await buildResident(village.id, { name });
      const letter = await new RequestLetter(own.database, own.clock).run(operator, `kunci-${residentId}`, { type: 'SKU', residentId, data: businessForm, signatory: { officialId, capacity: 'head' } });
      await new VerifyLetter(own.database).run(operator, letter);
    }
  });
  api = await startBuilt('api');
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

describe('the acts of the desk', () => {
  it('makes a user with a role and shows the temporary password', async () => {
    const page = await seated('acts.secretary');
    await page.goto(`${api.address}/pengaturan/pengguna`);
    await page.getByRole('button', { name: 'Tambah pengguna' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama lengkap').fill('Sri Wahyuni');
    await dialog.getByLabel('Nama pengguna').fill('acts.sri');
    await dialog.getByLabel('Peran').click();
    await page.locator('.ant-select-item-option').first().click();
    await dialog.getByRole('button', { name: 'Buat pengguna' }).click();
    await page.getByText('Kata sandi sementara', { exact: true }).waitFor();
    await page.locator('.secret', { hasText: 'acts.sri' }).waitFor();
    expect((await page.locator('.secret b').innerText()).length).toBeGreaterThanOrEqual(8);
    await page.context().close();
  });

  it('approves one letter however long T is held', async () => {
    const page = await seated('acts.head');
    let approvals = 0;
    page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/approval')) approvals += 1; });
    await page.goto(`${api.address}/surat/persetujuan`);
    const button = page.locator('button[aria-keyshortcuts="T"]:enabled');
    await button.waitFor();
    // Each `down` after the first is a repeat of the held key.
    await page.keyboard.down('t');
    for (let repeat = 0; repeat < 30; repeat += 1) {
      await page.keyboard.down('t');
      await page.waitForTimeout(100);
    }
    await button.waitFor();
    await page.keyboard.down('t');
    await page.keyboard.up('t');
    await page.waitForTimeout(500);
    expect(approvals).toBe(1);
    expect(await page.locator('.approval').count()).toBe(1);
    await page.context().close();
  });
});
