import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { BillTokens, ReadPublicBill, TOKEN_MINUTES } from '#pbb';
import { Clock, Env, makeLogger, ObjectStore, readEnv } from '#platform';
import { addDays, formatLong, formatRupiah } from '#values';
import { type TestApi, startApi } from '../../../../test/support/api.js';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { type OpenDatabase, openDatabase } from '../../../../test/support/database-of.js';
import { signedIn } from '../../../../test/support/sign-in.js';
import { buildBill, type BuiltBill } from '../../../../test/support/tax-bill.js';
import { buildUnit, type BuiltUnit } from '../../../../test/support/unit.js';
import { latePenalty } from '../../../../libs/pbb/src/penalty/late-penalty.js';
import { createPortal, startPortal } from '../create-portal.js';

/** A year with a rule and one without; no other spec names them. */
const [RULED, UNRULED] = [1991, 1995];
const rule = { monthlyRate: 2_000, mostMonths: 24 };
const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' }));

let portal: NestFastifyApplication;
let api: TestApi;
let worker: OpenDatabase;
let here: BuiltUnit;
let there: BuiltUnit;
let clock: Clock;
let visitor = 0;

const get = (path: string): request.Test => request(portal.getHttpServer()).get(path);
const check = (nop: string, word: string, address = `198.51.100.${(visitor += 1) % 250}`): request.Test =>
  request(portal.getHttpServer()).post('/pbb').set('x-forwarded-for', address).type('form').send({ nop, nama: word });
/** The address the answer leads to. */
const pageOf = async (bill: Pick<BuiltBill, 'nop'>, word = 'rahayu'): Promise<string> => (await check(bill.nop, word).expect(303)).headers['location'] as string;
const bill = (unit: BuiltUnit, parts: Parameters<typeof buildBill>[2] = {}): Promise<BuiltBill> => buildBill(worker.database, unit.id, { payerName: 'SITI RAHAYU', dueOn: '2099-09-30', ...parts });
const plain = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&#x3D;', '=').replace(/\s+/g, ' ');

beforeAll(async () => {
  worker = await openDatabase('worker');
  api = await startApi();
  [here, there] = [await buildUnit(), await buildUnit()];
  for (const { id } of [here, there]) {
    await asOwner(`insert into nop_prefixes (prefix, unit_id, confirmed_by_name, confirmed_at) values ($1, $2, 'Uji', now())`, [`3507${String(id).padStart(6, '0')}`, id]);
    await asOwner(`insert into village_profiles (village_id, display_name, address, phone, email, updated_at) values ($1, $2, 'Jl. Raya 1', '(0341) 524017', 'rahasia@desa.id', now())`, [id, `Desa Uji PBB ${id}`]);
  }
  await asOwner(
    `insert into tax_rule_sets (id, tax_year_from, tax_year_to, monthly_rate, most_months, regulation, proposed_by, proposed_by_name, proposed_at, approved_by, approved_by_name, approved_at)
     values ($1, $2, $2, $3, $4, 'Perda uji', $1, 'Satu', now(), $5, 'Dua', now())`,
    [uuidv7(), RULED, rule.monthlyRate, rule.mostMonths, uuidv7()],
  );
  await asOwner(`insert into regency_settings (key, effective_from, value) values ('pbb.payment-places', '1990-01-01', '"Kantor Pos Uji"'), ('pbb.payment-places', '2999-01-01', '"Bank kelak"')`);
  portal = await createPortal(env, makeLogger('silent', 'portal'));
  await startPortal(portal, env, false);
  await (portal.getHttpAdapter().getInstance() as unknown as FastifyInstance).ready();
  clock = portal.get(Clock);
});

afterAll(async () => {
  await portal.close();
  await api.close();
  await worker.close();
});

describe('the check', () => {
  it('asks for the NOP and a word of the name, shows where they stand, and is linked from the first page', async () => {
    const { text } = await get('/pbb').expect(200).expect('cache-control', 'no-store').expect('x-robots-tag', /noindex/);
    expect(text).toContain('<label for="nop">Nomor Objek Pajak (NOP)</label>');
    expect(text).toMatch(/<svg class="paper"[^>]* role="img" aria-label="Gambar SPPT/);
    expect((await get('/')).text).toContain('<a href="/pbb">Cek tagihan PBB</a>');
  });

  it.each([
    ['with separators', (nop: string) => `${nop.slice(0, 2)}.${nop.slice(2, 4)}.${nop.slice(4, 7)}.${nop.slice(7, 10)}.${nop.slice(10, 13)}-${nop.slice(13, 17)}.${nop.slice(17)}`, 'RAHAYU'],
    ['with spaces, and a word in small letters', (nop: string) => `${nop.slice(0, 10)} ${nop.slice(10)}`, 'rahayu'],
    ['with an accent', (nop: string) => nop, 'Síti'],
    ['with the comma of a phone', (nop: string) => `${nop.slice(0, 10)},${nop.slice(10, 13)},${nop.slice(13)}`, 'rahayu'],
    ['with its label and strokes', (nop: string) => `NOP: ${nop.slice(0, 10)}/${nop.slice(10)}`, 'rahayu'],
  ])('finds an object by its NOP %s, and leads to an address that names neither it nor its owner', async (_how, write, word) => {
    const { nop, objectId } = await bill(here);
    const location = await pageOf({ nop: write(nop) }, word);
    expect(location).toMatch(/^\/pbb\/tagihan\/[\w-]{70}$/);
    expect(location).not.toMatch(new RegExp(`${nop}|${objectId}|rahayu`, 'i'));
    await get(location).expect(200);
  });

  it('gives one answer for a wrong NOP, a wrong village, a part of a word and a wrong word, keeps what was typed, and names nobody', async () => {
    const { nop } = await bill(here);
    const withdrawn = await bill(here);
    await asOwner(`update bills set closed_as = 'withdrawn', closed_at = now() where village_id = $1 and id = $2`, [here.id, withdrawn.id]);
    const asked = [[nop, 'budi'], [nop, 'raha'], [`${nop.slice(0, 13)}99990`, 'rahayu'], [`3599${nop.slice(4)}`, 'rahayu'], [withdrawn.nop, 'rahayu']] as const;
    const answers: string[] = [];
    for (const [number, word] of asked) {
      const started = performance.now();
      const { text } = await check(number, word).expect(422);
      expect(performance.now() - started).toBeGreaterThan(290);
      expect(text).toContain(`value="${number}"`);
      expect(text).toContain(`value="${word}"`);
      answers.push(text.replaceAll(number, '…').replaceAll(`value="${word}"`, ''));
    }
    expect(new Set(answers).size).toBe(1);
    expect(plain(answers[0] ?? '')).toContain('NOP atau kata dari namanya tidak sama');
  });

  it.each([
    ['3507', 'rahayu', 'nop', 'NOP harus 18 angka, terbaca 4.'],
    ['', '', 'nop', 'NOP belum diisi.'],
    ['350799000100100010', ' . ', 'nama', 'Tulis satu kata dari nama di SPPT.'],
  ])('says of %p and %p at the top and at the field what is wrong', async (nop, word, field, words) => {
    const { text } = await check(nop, word).expect(422);
    expect(text).toContain(`<li><a href="#${field}">${words}</a></li>`);
    expect(text).toContain(`<p class="error" id="${field}-salah">${words}</p>`);
    expect(text).toMatch(new RegExp(`<input id="${field}"[^>]* aria-invalid="true"`));
  });

  it('takes nothing but text for an answer', async () => {
    await request(portal.getHttpServer()).post('/pbb').send({ nop: { a: 1 }, nama: ['x'] }).expect(422);
    await request(portal.getHttpServer()).post('/pbb').expect(422);
    const { text } = await check('<script>"', '<b>x').expect(422);
    expect(text).not.toMatch(/<script|<b>x/);
  });

  it('lets one NOP be missed five times in an hour, right or wrong, whoever asks, and says so', async () => {
    const { nop } = await bill(here);
    await pageOf({ nop });
    for (let miss = 0; miss < 5; miss += 1) await check(nop, 'budi').expect(422);
    const { text } = await check(nop, 'rahayu').expect(429).expect('retry-after', /^\d+$/);
    expect(text).toContain('NOP ini terlalu sering dicoba.');
    expect(text).toContain(`value="${nop}"`);
    await pageOf(await bill(here));
  });

  it('does not count what matched as missed', async () => {
    const { nop } = await bill(here);
    for (let time = 0; time < 12; time += 1) await pageOf({ nop });
  });

  it('lets a network miss often, and not for ever', async () => {
    const { nop } = await bill(here);
    const misses = await Promise.all(Array.from({ length: 121 }, (_, n) => check(`${nop.slice(0, 10)}9${String(n).padStart(6, '0')}0`, 'budi', '203.0.113.77').then(({ status }) => status)));
    expect(misses.filter((status) => status === 422)).toHaveLength(120);
    expect(misses.filter((status) => status === 429)).toHaveLength(1);
    await check(nop, 'rahayu', '203.0.113.78').expect(303);
  });
});

describe('the page of a bill', () => {
  it('says what each unpaid year costs today and why, who comes for it, and nothing that leads to a person', async () => {
    const today = clock.today();
    const due = addDays(today, -40);
    const old = await bill(here, { taxYear: RULED, amount: 30_400n, dueOn: due, payerName: 'SITI RAHAYU' });
    await bill(here, { object: old, taxYear: 2026, amount: 31_200n });
    await asOwner(`update tax_objects set place = 'DSN KRAJAN', rt = '004', rw = '001', building_area = 45 where village_id = $1 and id = $2`, [here.id, old.objectId]);
    const { text } = await get(await pageOf(old)).expect(200);
    const { months, amount } = latePenalty(30_400n, due, today, rule);
    const words = plain(text);
    expect(months).toBe(2);
    expect(words).toContain(`Termasuk denda ${formatRupiah(amount)}`);
    expect(words).toContain(`Rp30.400 × 2 × 2 % = ${formatRupiah(amount)}`);
    expect(words).toContain(`${formatRupiah(61_600n + amount)}`);
    expect(words).toContain('untuk tahun 1991 dan 2026');
    expect(words).toContain(`jatuh tempo ${formatLong(due)}`);
    expect(words).toContain('Nama di SPPT S*** R*****, Dusun Krajan');
    expect(words).toContain('Tanah 120 m², bangunan 45 m²');
    expect(words).toContain('(0341) 524017');
    expect(words).toContain('Tempat bayar lain: Kantor Pos Uji. Sebutkan NOP');
    expect(words).toContain('belum ada yang ditugaskan untuk tanah ini');
    expect(text).not.toMatch(/RAHAYU|MAWAR|RT 004|rahasia@|<script/i);
  });

  it('says plainly when no rule is set, and adds nothing up that nobody knows', async () => {
    const due = addDays(clock.today(), -400);
    const old = await bill(here, { taxYear: UNRULED, amount: 50_000n, dueOn: due });
    await bill(here, { object: old, taxYear: 2026, amount: 20_000n });
    const words = plain((await get(await pageOf(old))).text);
    expect(words).toContain('Aturan denda untuk tahun pajak 1995 belum ditetapkan kabupaten');
    expect(words).toContain('pokok Rp50.000');
    expect(words).toContain('Dua puluh ribu rupiah, untuk tahun 2026.');
  });

  it('follows the money: with the collector, at the bank, nil, settled in the source; one state each by word and icon', async () => {
    const collector = await signedIn(api, 'collector', here.id);
    const [secretary, treasurer] = [await signedIn(api, 'village-secretary', here.id), await signedIn(api, 'treasurer', here.id)];
    const { body: book } = await secretary.post('/collectors', { userId: collector.userId, name: 'Slamet Riyadi', bookCode: '01' });
    const object = await bill(here, { taxYear: 2026 });
    const { body: hamlet } = await secretary.post('/areas', { kind: 'hamlet', name: 'KRAJAN' });
    await asOwner('update tax_objects set area_id = $3 where village_id = $1 and id = $2', [here.id, object.objectId, hamlet.id]);
    await secretary.post(`/collectors/${book.id}/assignments`, { areaId: hamlet.id }).expect((answer) => expect(answer.status).toBeLessThan(300));
    const [held, banked, nil, source] = [await bill(here, { object, taxYear: 2025, amount: 10_000n }), await bill(here, { object, taxYear: 2024, amount: 11_000n }), await bill(here, { object, taxYear: 2023, amount: 0n }), await bill(here, { object, taxYear: 2022, amount: 12_000n })];
    await asOwner(`update bill_positions set state = 'settled', owed = 0 where village_id = $1 and bill_id = $2`, [here.id, source.id]);
    const pay = async (one: BuiltBill): Promise<string> => (await collector.post('/payments', { bills: [one.id], total: Number(one.amount), paidBy: 'Sulastri' }).set('idempotency-key', uuidv7()).expect(201)).body.id as string;
    const [kept, sent] = [await pay(held), await pay(banked)];
    const { body: deposit } = await collector.post('/deposits', { payments: [sent], bank: 'Bank Jatim' }).set('idempotency-key', uuidv7()).expect(201);
    await treasurer.send('post', `/deposits/${deposit.id}/confirmation`).field('depositedOn', clock.today()).attach('file', Buffer.from('%PDF-1.7\n%%EOF\n'), 'bukti.pdf').expect(200);

    const address = await pageOf(object);
    const { text } = await get(address).expect(200);
    const years = [...text.matchAll(/<li>\n<div class="row"><h3>(\d+)<\/h3><b class="chip (\w+)"><svg.*?<\/svg>(.*?)<\/b>/g)].map(([, year, tone, word]) => [year, tone, word]);
    expect(years).toEqual([['2026', 'none', 'BELUM DIBAYAR'], ['2025', 'wait', 'DIBAYAR KE PETUGAS – MENUNGGU SETOR'], ['2024', 'wait', 'DISETOR – MENUNGGU BUKTI BANK'], ['2023', 'none', 'NIHIL'], ['2022', 'done', 'LUNAS']]);
    const words = plain(text);
    expect(words).toContain('Petugas desa: Slamet Riyadi.');
    expect(words).toMatch(/Dibayar [^.]* kepada Slamet Riyadi, kuitansi 01-\d+\/\d{4}\. Uangnya ada pada petugas/);
    expect(words).toContain('Lunas menurut daftar pajak Bapenda.');
    expect(words).not.toContain('Sulastri');
    expect([nil.id, kept].every(Boolean)).toBe(true);
  });

  it('names the collector of the object alone before those of its RT, RW and hamlet, and nobody who has left', async () => {
    const secretary = await signedIn(api, 'village-secretary', there.id);
    const register = async (name: string, bookCode: string): Promise<string> => (await secretary.post('/collectors', { userId: (await signedIn(api, 'collector', there.id)).userId, name, bookCode }).expect(201)).body.id as string;
    const [ofHamlet, ofRt, alone] = [await register('Pak Dusun', '01'), await register('Bu RT', '02'), await register('Pak Sendiri', '03')];
    const area = async (kind: string, name: string, parentId?: string): Promise<string> => (await secretary.post('/areas', { kind, name, parentId }).expect(201)).body.id as string;
    const hamlet = await area('hamlet', 'SUMBER');
    const rt = await area('rt', '003', await area('rw', '002', hamlet));
    const object = await bill(there);
    await asOwner('update tax_objects set area_id = $3 where village_id = $1 and id = $2', [there.id, object.objectId, rt]);
    const assign = (collector: string, what: object): Promise<unknown> => secretary.post(`/collectors/${collector}/assignments`, what).expect((answer) => expect(answer.status).toBeLessThan(300));
    const named = async (): Promise<string | undefined> => /Petugas desa:<\/b> ([^.]+)\./.exec((await get(address)).text)?.[1];
    const address = await pageOf(object);
    await assign(ofHamlet, { areaId: hamlet });
    expect(await named()).toBe('Pak Dusun');
    await assign(ofRt, { areaId: rt });
    expect(await named()).toBe('Bu RT');
    await assign(alone, { objectId: object.objectId });
    expect(await named()).toBe('Pak Sendiri');
    await secretary.post(`/collectors/${alone}/ending`).expect((answer) => expect(answer.status).toBeLessThan(300));
    expect(await named()).toBe('Bu RT');
  });

  it('gives the paper of a receipt that is of this object alone, through this page alone', async () => {
    const { payment, object, other, sole } = await receipts();
    const sha256 = (await portal.get(ObjectStore).put(Buffer.from('%PDF-1.7 kuitansi'))).sha256;
    for (const id of [payment, sole]) {
      await asOwner(`insert into documents (village_id, id, kind, subject_type, subject_id, version, sha256, size, pages, snapshot, template_version, created_at) values ($1, $2, 'receipt', 'payment', $3, 1, $4, 9, 1, '{}', '1', now())`, [here.id, uuidv7(), id, sha256]);
    }
    const address = await pageOf(object);
    const { text } = await get(address);
    expect(text).toContain(`href="${address}/kuitansi/${sole}"`);
    expect(text).not.toContain(payment);
    expect(plain(text)).toContain('Kuitansinya memuat objek pajak lain juga');
    const answer = await get(`${address}/kuitansi/${sole}`).expect(200).expect('content-type', 'application/pdf').expect('x-content-type-options', 'nosniff').buffer(true).parse((stream, done) => {
      let read = '';
      stream.on('data', (piece: Buffer) => (read += piece.toString()));
      stream.on('end', () => done(null, read));
    });
    expect(answer.body).toBe('%PDF-1.7 kuitansi');
    await get(`${address}/kuitansi/${payment}`).expect(404);
    await get(`${address}/kuitansi/${uuidv7()}`).expect(404);
    await get(`${address}/kuitansi/x`).expect(404);
    await get(`${await pageOf(other)}/kuitansi/${sole}`).expect(404);
    await get(`${await pageOf(await bill(there))}/kuitansi/${sole}`).expect(404);
  });

  /** A receipt over two objects, and one of the first alone. */
  async function receipts() {
    const collector = await signedIn(api, 'collector', here.id);
    const secretary = await signedIn(api, 'village-secretary', here.id);
    await secretary.post('/collectors', { userId: collector.userId, name: 'Bu Yanti', bookCode: '02' });
    const [object, other] = [await bill(here, { taxYear: 2026, amount: 5_000n }), await bill(here, { taxYear: 2026, amount: 6_000n })];
    const alone = await bill(here, { object, taxYear: 2025, amount: 7_000n });
    const pay = async (bills: BuiltBill[], total: number): Promise<string> => (await collector.post('/payments', { bills: bills.map(({ id }) => id), total, paidBy: 'Sulastri' }).set('idempotency-key', uuidv7()).expect(201)).body.id as string;
    return { object, other, payment: await pay([object, other], 11_000), sole: await pay([alone], 7_000) };
  }

  it('is small, whatever it holds', async () => {
    const sizes: Record<string, number> = { form: Buffer.byteLength((await get('/pbb')).text), 'form with faults': Buffer.byteLength((await check('3', '')).text) };
    for (const count of [1, 3, 10]) {
      const object = await bill(here, { taxYear: 2026 });
      for (let back = 1; back < count; back += 1) await bill(here, { object, taxYear: 2026 - back, dueOn: '2020-09-30' });
      const address = await pageOf(object);
      sizes[`bill of ${count} years`] = Buffer.byteLength((await get(address)).text);
      sizes['report'] = Buffer.byteLength((await get(`${address}/lapor`)).text);
    }
    process.stdout.write(`bytes of the pages of land tax: ${JSON.stringify(sizes)}\n`);
    expect(Object.entries(sizes).filter(([, size]) => size > 20_000)).toEqual([]);
  });
});

describe('the address of the page', () => {
  it('runs out, and says so on the form', async () => {
    const address = await pageOf(await bill(here));
    clock.follow((TOKEN_MINUTES + 1) * 60_000);
    const { text } = await get(address).expect(410);
    clock.follow(0);
    expect(text).toContain('Halaman tagihan sudah tertutup.');
    expect(text).toContain('<label for="nop">');
    await get(address).expect(200);
  });

  it('speaks of land tax, not of letters, also where a page is missing, too long or broken', async () => {
    const address = await pageOf(await bill(here));
    const read = portal.get(ReadPublicBill);
    const run = read.run;
    const answers = [
      await get(`${address}/kuitansi/${uuidv7()}`).expect(404), await get('/pbb/%zz').expect(400),
      await request(portal.getHttpServer()).post('/pbb').type('form').send(`nop=${'1'.repeat(1_100_000)}`).expect(413),
    ];
    read.run = () => Promise.reject(new Error('the database is away'));
    answers.push(await get(address).expect(500));
    read.run = run;
    for (const { text } of answers) {
      expect(plain(text).replace(/Periksa surat · .*/, '')).not.toMatch(/surat|berkas/i);
      expect(text).toContain('<a href="/pbb">Ke halaman cek tagihan PBB</a>');
    }
    expect(plain((await get('/tidak-ada').expect(404)).text)).toContain('Ke halaman pemeriksaan surat');
  });

  it('cannot be made by hand, and with one of another village shows nothing of this one', async () => {
    const mine = await bill(here);
    const address = await pageOf(mine);
    await get(`${address.slice(0, -2)}AA`).expect(410);
    await get(`/pbb/tagihan/${'A'.repeat(70)}`).expect(410);
    await get(`/pbb/tagihan/${'A'.repeat(70)}/lapor`).expect(410);
    await get(`/pbb/tagihan/${'A'.repeat(70)}/kuitansi/${uuidv7()}`).expect(410);
    // Rightly sealed, but the object is not in the village it names.
    const crossed = portal.get(BillTokens).seal({ villageId: there.id, objectId: mine.objectId });
    const { text } = await get(`/pbb/tagihan/${crossed}`).expect(410);
    expect(text).not.toContain(mine.nop.slice(10, 17));
  });
});

describe('the report of a payment that is not in the list', () => {
  const whole = { tahun: '2026', jumlah: 'Rp 34.656', kepada: 'Slamet Riyadi', tanggal: '2-1-2026', telepon: '0812-3456-789', cerita: 'Kuitansi\nhilang' };
  const send = (address: string, body: object): request.Test => request(portal.getHttpServer()).post(`${address}/lapor`).set('x-forwarded-for', `192.0.2.${(visitor += 1) % 250}`).type('form').send(body);
  const keyOf = (html: string): string => /name="kunci" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('goes to the regency’s office with a number, once however often it is sent', async () => {
    const one = await bill(here);
    const address = await pageOf(one);
    const kunci = keyOf((await get(`${address}/lapor`).expect(200)).text);
    const first = await send(address, { ...whole, kunci }).expect(201);
    const again = await send(address, { ...whole, kunci }).expect(201);
    const number = /<p class="figure">([0-9A-Z]{4}-[0-9A-Z]{4})<\/p>/.exec(first.text)?.[1];
    expect(number).toBeDefined();
    expect(again.text).toContain(String(number));
    expect(await asOwner('select village_id, for_village_id, case_number, object_id, nop, tax_year, amount::int, paid_to, paid_on::text, phone, story, state from payment_disputes where object_id = $1', [one.objectId])).toEqual([
      { village_id: 0, for_village_id: here.id, case_number: number, object_id: one.objectId, nop: one.nop, tax_year: 2026, amount: 34_656, paid_to: 'Slamet Riyadi', paid_on: '2026-01-02', phone: '0812-3456-789', story: 'Kuitansi\nhilang', state: 'open' },
    ]);
    expect(Buffer.byteLength(first.text)).toBeLessThan(20_000);
  });

  it('is another one when the form was changed after the Back button, never the first one silently', async () => {
    const one = await bill(here);
    const address = await pageOf(one);
    const kunci = keyOf((await get(`${address}/lapor`)).text);
    await send(address, { ...whole, kunci }).expect(201);
    await send(address, { ...whole, kunci, jumlah: '43.656' }).expect(201);
    expect(await asOwner('select amount::int from payment_disputes where object_id = $1 order by amount', [one.objectId])).toEqual([{ amount: 34_656 }, { amount: 43_656 }]);
  });

  it('begun in time arrives after the page has closed, which stays closed', async () => {
    const one = await bill(here);
    const address = await pageOf(one);
    clock.follow((TOKEN_MINUTES + 60) * 60_000);
    await get(`${address}/lapor`).expect(410);
    await get(address).expect(410);
    await send(address, whole).expect(201);
    clock.follow(4 * 3_600_000);
    await send(address, whole).expect(410);
    clock.follow(0);
    expect(await asOwner('select count(*)::int as n from payment_disputes where object_id = $1', [one.objectId])).toEqual([{ n: 1 }]);
  });

  it('may hold a phone’s pictures, which are left out, and must hold more than those', async () => {
    const one = await bill(here);
    const address = await pageOf(one);
    await send(address, { ...whole, kepada: 'Pak Darmo 👍🏽', cerita: 'Mohon dicek 🙏' }).expect(201);
    expect(await asOwner('select paid_to, story from payment_disputes where object_id = $1', [one.objectId])).toEqual([{ paid_to: 'Pak Darmo', story: 'Mohon dicek' }]);
    for (const kepada of ['👍', '\u200B']) await send(address, { ...whole, kepada }).expect(422).expect(/Tulis kepada siapa/);
    await send(address, { ...whole, cerita: 'ꦏ' }).expect(422).expect(/tidak dapat dipakai di sini\. Hapus dulu/);
  });

  it('says at the top and at each field what is wrong, and keeps what was typed', async () => {
    const address = await pageOf(await bill(here));
    const { text } = await send(address, { ...whole, kunci: 'x', tahun: '1999', jumlah: 'banyak', kepada: '', tanggal: '31-02-2026', telepon: 'abc', cerita: '<b>'.repeat(200) }).expect(422);
    for (const field of ['tahun', 'jumlah', 'kepada', 'tanggal', 'telepon', 'cerita']) {
      expect(text).toMatch(new RegExp(`<li><a href="#${field}">[^<]+</a></li>`));
      expect(text).toContain(`id="${field}-salah"`);
    }
    expect(text).toContain('value="banyak"');
    expect(text).toContain('value="31-02-2026"');
    expect(text).not.toContain('<b><b>');
    expect(keyOf(text)).toMatch(/^[0-9a-f-]{36}$/);
    await send(address, { ...whole, tanggal: addDays(clock.today(), 1) }).expect(422).expect(/tidak boleh sesudah hari ini/);
  });

  it('may be sent without telephone and story, five times a day for one object', async () => {
    const address = await pageOf(await bill(here));
    for (let n = 0; n < 5; n += 1) await send(address, { ...whole, telepon: '', cerita: '' }).expect(201);
    const { text } = await send(address, { ...whole, telepon: '' }).expect(429);
    expect(text).toContain('value="Slamet Riyadi"');
  });
});

describe('the portal’s role', () => {
  const refusal = (client: { query(sql: string): Promise<unknown> }, sql: string): Promise<string | null> => client.query(`savepoint s; ${sql}`).then(() => null, async (error: { code: string }) => {
    await client.query('rollback to s');
    return error.code;
  });

  it('sees of land tax what the page shows, of the village in context alone', async () => {
    await bill(there);
    await connectedAs('portal', async (client) => {
      await client.query('begin');
      const tables = ['tax_objects', 'bills', 'bill_positions', 'payments', 'payment_lines', 'collectors', 'collector_assignments', 'areas', 'village_profiles', 'documents'];
      for (const table of tables) expect([table, (await client.query(`select village_id from ${table}`)).rowCount]).toEqual([table, 0]);
      await client.query(`set local app.village_id = '${here.id}'`);
      for (const table of tables) expect([table, (await client.query(`select 1 from ${table} where village_id <> ${here.id}`)).rowCount]).toEqual([table, 0]);
      expect((await client.query('select id from bills')).rowCount).toBeGreaterThan(0);
      expect((await client.query('select id from bills where closed_as is not null')).rowCount).toBe(0);
      for (const column of ['tax_objects.address', 'tax_objects.rt', 'tax_objects.rw', 'bills.payer_address', 'bills.managed_by', 'payments.paid_by', 'payments.entered_by_name', 'payments.reversal_reason', 'payments.token', 'collectors.user_id', 'documents.snapshot', 'village_profiles.email', 'nop_prefixes.confirmed_by_name', 'tax_rule_sets.proposed_by_name', 'deposits.id', 'journals.id']) {
        const [table, name] = column.split('.');
        expect([column, await refusal(client, `select ${name} from ${table}`)]).toEqual([column, '42501']);
      }
    });
  });

  it('writes a report at the regency’s office, and reads, changes and removes none', async () => {
    await connectedAs('portal', async (client) => {
      await client.query('begin');
      const insert = (villageId: number, more = ''): string => `insert into payment_disputes (village_id, id, for_village_id, case_number, object_id, nop, tax_year, amount, paid_to, paid_on, sent_at${more && ', state'}) values (${villageId}, '${uuidv7()}', ${here.id}, '0000-0000', '${uuidv7()}', '350799000100100010', 2026, 1, 'x', '2026-01-01', now()${more && `, '${more}'`})`;
      await client.query(`set local app.village_id = '${here.id}'`);
      expect(await refusal(client, insert(0))).toBe('42501');
      await client.query(`set local app.village_id = '0'`);
      expect(await refusal(client, insert(0))).toBeNull();
      expect(await refusal(client, insert(here.id))).not.toBeNull();
      for (const sql of [insert(0, 'answered'), 'select id from payment_disputes', 'select count(*) from payment_disputes', 'update payment_disputes set amount = 1', 'delete from payment_disputes', 'update bills set amount = 0', `update bill_positions set state = 'settled'`]) {
        expect([sql, await refusal(client, sql)]).toEqual([sql, '42501']);
      }
    });
  });
});
