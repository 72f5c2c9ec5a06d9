import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { ReplaceLetter } from '../../libs/letters/src/letter/replace-letter.js';
import { launchChromium, openPage, signInOn, staffed } from '../support/admin-page.js';
import { type BuiltProcess, startBuilt } from '../support/built-process.js';
import { LetterDesk, type LetterRoom, openLetterRoom } from '../support/letter-desk.js';
import { buildArea, buildResident, type BuiltResident } from '../support/resident.js';

let room: LetterRoom;
let desk: LetterDesk;
let father: BuiltResident;
let child: BuiltResident;
let api: BuiltProcess;
let browser: Browser;
let page: Page;

const exact = /Sama persis dengan yang dicetak/;
/** The words of the paper on the screen. */
const paper = (): Promise<string> => page.locator('.paper-desk > .sr-only').innerText();
const openForm = async (type: string, person = father): Promise<void> => {
  await page.goto(`${api.address}/surat/baru?orang=${person.id}&jenis=${type}`);
  await page.getByLabel('Keperluan').waitFor();
};
/** The requests that end like this while something is done. */
async function asked(ending: string, act: () => Promise<unknown>): Promise<Request[]> {
  const found: Request[] = [];
  const note = (request: Request): void => { if (request.url().endsWith(ending)) found.push(request); };
  page.on('request', note);
  await act();
  page.off('request', note);
  return found;
}

beforeAll(async () => {
  room = await openLetterRoom();
  desk = await LetterDesk.open(room);
  const { rtId } = await buildArea(desk.unitId, 'KRAJAN');
  father = await buildResident(desk.unitId, { name: 'Budi Santoso', sex: 1, areaId: rtId });
  child = await buildResident(desk.unitId, { name: 'Dewi Lestari', family: father, familyPosition: 4, birthDate: '2016-05-06', areaId: rtId });
  await buildResident(desk.unitId, { name: 'Mbah Karto', family: father, familyPosition: 7, basicStatus: 2, areaId: rtId });
  await staffed(desk.unitId, 'operator', 'form.operator', 'Sri Wahyuni');
  api = await startBuilt('api');
  browser = await launchChromium();
  page = await openPage(browser);
  await signInOn(page, api.address, 'form.operator');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await api?.stop();
  await room?.close();
});

describe('the form of a letter', () => {
  it('takes keys typed right after the shortcut that opens it', async () => {
    await page.getByRole('link', { name: /Buat surat/ }).first().waitFor();
    await page.waitForTimeout(1_500);
    await page.keyboard.press('s');
    for (const letter of 'budi') {
      await page.waitForTimeout(60);
      await page.keyboard.press(letter);
    }
    await page.getByRole('option', { name: /Budi Santoso/ }).waitFor();
    expect(await page.getByLabel('Cari pemohon').inputValue()).toBe('budi');
    await page.keyboard.press('Enter');
    await page.locator('.type-row:focus').waitFor();
  });

  it('of a poor family has its living members ticked, names them by id alone, and leaves an empty income empty', async () => {
    const reveals = await asked('/reveal', async () => {
      await openForm('SKTM');
      expect(await page.getByRole('checkbox').count()).toBe(1);
      expect(await page.getByLabel(/Dewi Lestari, anak/).isChecked()).toBe(true);
      const income = page.getByLabel(/Penghasilan/);
      expect(await income.getAttribute('placeholder')).toBe('1.500.000');
      await income.fill('1500000');
      await income.fill('');
      await page.getByLabel('Keperluan').fill('keringanan biaya sekolah');
      await page.getByLabel('Instansi tujuan').fill('SMP Negeri 1');
      expect(await income.inputValue()).toBe('');
      await page.getByText(exact).waitFor();
    });
    expect(reveals).toEqual([]);
    const words = await paper();
    for (const part of [child.nik, 'Malang, 06-05-2016', father.familyNumber, 'Nomor KK']) expect(words).toContain(part);
    expect(words).not.toContain('Rp');
    const drafts = await page.evaluate<string>('JSON.stringify(Object.entries(localStorage))');
    expect(drafts).toContain(child.id);
    expect(drafts).not.toContain(child.nik);
  });

  it('cuts no label off and has nothing axe objects to', async () => {
    const cut = await page.locator('.letter-form label').evaluateAll((labels) => labels.filter((label) => label.scrollWidth > label.clientWidth + 1 || label.scrollHeight > label.clientHeight + 1).map((label) => label.textContent));
    expect(cut).toEqual([]);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });

  it('warns of what the register does not know, with the way to the person', async () => {
    await page.getByText('Agama, status perkawinan, dan pekerjaan belum diketahui; di surat tercetak “-”.').waitFor();
    expect(await page.getByRole('link', { name: 'Betulkan data' }).getAttribute('href')).toBe(`/penduduk/${father.id}`);
  });

  it('starts with the address as letters print it, and cuts nothing that is pasted', async () => {
    await openForm('SKU');
    expect(await page.getByLabel('Tempat usaha').inputValue()).toBe('Jl Mawar 3, RT 002 RW 001, Dusun Krajan');
    await page.getByLabel('Nama usaha').fill('x'.repeat(95));
    await page.getByText('95/80').waitFor();
    await page.locator('.paper').getByText(/Nama usaha paling panjang 80 huruf; ini 95\./).first().waitFor();
    expect(await page.getByLabel('Nama usaha').inputValue()).toHaveLength(95);
  });

  it('says that it prepares the paper until the first sheet stands', async () => {
    await page.route('**/paper-*.js', async (route) => {
      await new Promise((later) => setTimeout(later, 2_500));
      await route.continue();
    });
    await openForm('SKTM');
    await page.getByText(exact).waitFor();
    await page.locator('.paper-coming', { hasText: 'Menyiapkan lembar …' }).waitFor();
    await page.locator('.paper-sheet').waitFor();
    expect(await page.locator('.paper-coming').count()).toBe(0);
    await page.unroute('**/paper-*.js');
  });

  it('prints anew by itself when the connection returns, and when one comes back to the window', async () => {
    await openForm('SKTM');
    await page.getByText(exact).waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('Keperluan').fill('keringanan biaya rumah sakit');
    await page.getByText('Lembar diperbarui begitu tersambung lagi.').waitFor();
    await page.context().setOffline(false);
    await page.getByText(exact).waitFor({ timeout: 20_000 });

    await page.route('**/preview.pdf', (route) => route.fulfill({ status: 500, body: '' }));
    await page.getByLabel('Keperluan').fill('keringanan biaya kuliah');
    await page.getByText(/Lembar belum diperbarui/).waitFor();
    await page.unroute('**/preview.pdf');
    await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await page.getByText(exact).waitFor();
  });

  it('of a stored letter keeps who was named, and changes nothing by being sent on', async () => {
    const data = { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: child.id }] };
    const id = await desk.request({ type: 'SKTM', residentId: father.id, data });
    await page.goto(`${api.address}/surat/${id}`);
    expect(await page.getByLabel(/Dewi Lestari, anak/).isChecked()).toBe(true);
    await page.getByText(exact).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Surat dikirim ke/).waitFor();
    expect((await desk.letter(id)).history.map(({ step }) => step)).toEqual(['requested', 'verified']);
  });

  it('lets a named one be taken off a stored letter', async () => {
    const id = await desk.request({ type: 'SKTM', residentId: father.id, data: { purpose: 'sekolah', institution: 'SMP 1', dependants: [{ residentId: child.id }] } });
    await page.goto(`${api.address}/surat/${id}`);
    await page.getByLabel(/Dewi Lestari, anak/).uncheck();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Surat dikirim ke/).waitFor();
    expect((await desk.letter(id)).data).toEqual({ purpose: 'sekolah', institution: 'SMP 1' });
  });
});

describe('the page of a letter that is being replaced', () => {
  it('says by whom, with the way to the other one', async () => {
    const old = await desk.issued();
    const next = await new ReplaceLetter(room.app.database, room.app.clock).run(desk.head, old, { reason: 'nama usaha salah ketik' });
    await page.goto(`${api.address}/surat/${old}`);
    await page.getByText(/Sedang diganti oleh/).waitFor();
    expect(await page.getByRole('link', { name: 'Buka surat penggantinya' }).getAttribute('href')).toBe(`/surat/${next}`);
    await page.goto(`${api.address}/surat/arsip`);
    await page.getByText('sedang diganti').waitFor();
  });
});
