import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { v7 as uuidv7 } from 'uuid';
import type { Browser, Page } from 'playwright-core';
import { formatNop, formatRupiah, type Nop, plainDate } from '#values';
import { DESK, launchChromium, openPage, signInOn, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { asOwner } from '../support/database.js';
import { buildBill, type BuiltBill, withWorker } from '../support/tax-bill.js';
import { buildUnit, type BuiltUnit } from '../support/unit.js';
import { latePenalty } from '../../libs/pbb/src/penalty/late-penalty.js';

const PHONE = { width: 360, height: 740 };
/** With a rule no other spec names. */
const YEAR = 1989;
const PRINCIPAL = 30_400n;

let api: BuiltProcess;
let portal: BuiltProcess;
let browser: Browser;
let village: BuiltUnit;
let old: BuiltBill;
let phone: Page;
let due: string;

beforeAll(async () => {
  village = await buildUnit('desa');
  await asOwner(`insert into nop_prefixes (prefix, unit_id, confirmed_by_name, confirmed_at) values ($1, $2, 'Uji', now())`, [`3507${String(village.id).padStart(6, '0')}`, village.id]);
  await asOwner(`insert into village_profiles (village_id, display_name, address, phone, updated_at) values ($1, $2, 'Jl. Raya Pujon 12', '(0341) 524017', now())`, [village.id, village.name]);
  await asOwner(
    `insert into tax_rule_sets (id, tax_year_from, tax_year_to, monthly_rate, most_months, regulation, proposed_by, proposed_by_name, proposed_at, approved_by, approved_by_name, approved_at)
     values ($1, $2, $2, 1000, 24, 'Perda Kab. Malang 7/2023', $1, 'Satu', now(), $3, 'Dua', now())`,
    [uuidv7(), YEAR, uuidv7()],
  );
  due = new Date(Date.now() - 70 * 86_400_000).toISOString().slice(0, 10);
  await withWorker(async (database) => {
    old = await buildBill(database, village.id, { taxYear: YEAR, amount: PRINCIPAL, dueOn: due, payerName: 'SITI RAHAYU' });
    await buildBill(database, village.id, { object: old, taxYear: 2026, amount: 31_200n, dueOn: '2099-09-30', payerName: 'SITI RAHAYU' });
  });
  await asOwner(`update tax_objects set place = 'DSN KRAJAN' where village_id = $1`, [village.id]);
  await staffed(0, 'tax-office', 'bill.officer', 'Rini Astuti');
  [api, portal] = await Promise.all([startBuilt('api'), startBuilt('portal')]);
  browser = await launchChromium();
  phone = await openPage(browser, { viewport: PHONE, javaScriptEnabled: true, reducedMotion: 'reduce' });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([api, portal].map((running) => running?.stop()));
});

/** No fault axe finds and nothing beyond the edge, on a phone and at a desk, by day and by night. */
async function isSound(page: Page): Promise<void> {
  for (const [size, colorScheme] of [[PHONE, 'light'], [DESK, 'dark'], [PHONE, 'dark'], [DESK, 'light']] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    const low = await page.evaluate(`[...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea, main button, main a.button, main summary')].filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 60))`);
    expect(low).toEqual([]);
  }
  await page.setViewportSize(PHONE);
}

describe('a villager with an old SPPT and a phone', () => {
  it('is told what is wrong, at the top and at the field, and keeps what was typed', async () => {
    await phone.goto(`${portal.address}/`);
    await phone.getByRole('main').getByRole('link', { name: 'Cek tagihan PBB' }).click();
    await isSound(phone);
    await phone.getByLabel('Nomor Objek Pajak (NOP)').fill(old.nop.slice(0, 17));
    await phone.getByLabel('Satu kata dari nama di SPPT').fill('Rahayu');
    await phone.keyboard.press('Enter');
    await phone.getByRole('alert').getByRole('link', { name: 'NOP harus 18 angka, terbaca 17.' }).click();
    expect(await phone.evaluate('document.activeElement.id')).toBe('nop');
    expect(await phone.getByLabel('Satu kata dari nama di SPPT').inputValue()).toBe('Rahayu');
    await isSound(phone);
  });

  it('sees what must be paid, with the penalty and how it comes about', async () => {
    await phone.getByLabel('Nomor Objek Pajak (NOP)').fill(formatNop(old.nop as Nop));
    await phone.getByRole('button', { name: 'Lihat tagihan' }).click();
    await phone.getByRole('heading', { name: 'Tagihan PBB Anda' }).waitFor();
    expect(phone.url()).toMatch(/\/pbb\/tagihan\/[\w-]{70}$/);
    const today = plainDate(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
    const { months, amount } = latePenalty(PRINCIPAL, plainDate(due), today, { monthlyRate: 1_000, mostMonths: 24 });
    expect(await phone.locator('.figure').innerText()).toBe(formatRupiah(PRINCIPAL + 31_200n + amount));
    const sum = phone.getByText(`${formatRupiah(PRINCIPAL)} × ${months} × 1 % = ${formatRupiah(amount)}`);
    expect(await sum.isVisible()).toBe(false);
    await phone.getByText(`Termasuk denda ${formatRupiah(amount)}`).click();
    expect(await sum.isVisible()).toBe(true);
    await isSound(phone);
    expect(await phone.getByText('BELUM DIBAYAR').count()).toBe(2);
    expect(await phone.getByRole('main').innerText()).not.toMatch(/RAHAYU|MAWAR/i);
  });

  it('reports a payment that is not there, and gets a number', async () => {
    await phone.getByRole('link', { name: 'Laporkan pembayaran saya' }).click();
    await isSound(phone);
    await phone.getByRole('button', { name: 'Kirim laporan' }).click();
    await phone.getByRole('alert').getByRole('link', { name: 'Pilih tahun pajak.' }).waitFor();
    await isSound(phone);
    await phone.getByLabel('Tahun pajak yang dibayar').selectOption(String(YEAR));
    await phone.getByLabel('Berapa yang Anda bayar?').fill('34.656');
    await phone.getByLabel('Kepada siapa?').fill('Slamet Riyadi');
    await phone.getByLabel('Kapan?').fill('2 Januari 2026');
    await phone.getByLabel(/^Nomor telepon/).fill('0812 3456 7890');
    await phone.getByRole('button', { name: 'Kirim laporan' }).click();
    await phone.getByRole('heading', { name: 'LAPORAN TERKIRIM' }).waitFor();
    await isSound(phone);
  });

  it('is answered by the tax office, which finds the report by its number', async () => {
    const number = await phone.locator('.figure').innerText();
    const officer = await openPage(browser, { reducedMotion: 'reduce' });
    await signInOn(officer, api.address, 'bill.officer');
    await officer.getByRole('link', { name: 'PBB', exact: true }).click();
    await officer.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Laporan pembayaran' }).click();
    await officer.getByLabel('Cari nomor laporan').fill(number.toLowerCase());
    await officer.getByRole('link', { name: number }).waitFor();
    expect((await new AxeBuilder({ page: officer }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await officer.getByRole('row', { name: number }).getByRole('link').press('Enter');
    await officer.getByRole('heading', { name: `Laporan ${number}` }).waitFor();
    await officer.getByRole('link', { name: '0812 3456 7890' }).waitFor();
    expect((await new AxeBuilder({ page: officer }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await officer.getByLabel('Apa yang ditemukan dan dilakukan?').fill('Kuitansi 01-0004 ditemukan di buku petugas.');
    await officer.getByRole('button', { name: 'Simpan jawaban' }).click();
    await officer.getByText('sudah dijawab').waitFor();
    await officer.getByText('Kuitansi 01-0004 ditemukan di buku petugas.').waitFor();
    await officer.context().close();
  });
});
