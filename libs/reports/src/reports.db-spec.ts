import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Clock, jobActor } from '#platform';
import { FoldTallies, tally, type TallyDelta } from '#tallies';
import { addDays, type PlainDate } from '#values';
import { startApi, type TestApi } from '../../../test/support/api.js';
import { asOwner } from '../../../test/support/database.js';
import { openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { type Browser, signedIn } from '../../../test/support/sign-in.js';
import { buildBill } from '../../../test/support/tax-bill.js';
import { type BuiltUnit, buildUnit } from '../../../test/support/unit.js';
import type { TaxReportDto } from './pbb/tax-report.dto.js';
import type { UndepositedCashDto, UndepositedCashQuery } from './cash/undeposited-cash.dto.js';
import { undepositedCash } from './cash/undeposited-cash.queries.js';

const HERE = '35.07.97';
const THERE = '35.07.96';
let api: TestApi;
let worker: OpenDatabase;
let here: BuiltUnit;
let beside: BuiltUnit;
let there: BuiltUnit;
let office: Browser;
let district: Browser;
let head: Browser;
let today: PlainDate;

const fold = () => new FoldTallies(worker.database).run();
const count = (unit: BuiltUnit, deltas: TallyDelta[]) => worker.database.inVillage(jobActor(unit.id, 'spec'), (tx) => tally(tx, deltas));
const pbb = async (browser: Browser, query = ''): Promise<TaxReportDto> => (await browser.get(`/reports/pbb?${query}`).expect(200)).body as TaxReportDto;
const cash = async (browser: Browser, query = ''): Promise<UndepositedCashDto> => (await browser.get(`/reports/undeposited-cash?${query}`).expect(200)).body as UndepositedCashDto;

beforeAll(async () => {
  api = await startApi();
  worker = await openDatabase('worker');
  [here, beside, there] = [await buildUnit('desa', HERE), await buildUnit('kelurahan', HERE), await buildUnit('desa', THERE)];
  office = await signedIn(api, 'tax-office', 0);
  district = await signedIn(api, 'district-head', 0, HERE);
  head = await signedIn(api, 'village-head', here.id);
  today = api.clock.today();
});
afterAll(async () => {
  await worker.close();
  await api.close();
});

describe('land tax on the dashboards', () => {
  it('is what a recount of bills and receipts says, for every village, their district and the regency', async () => {
    const year = Number(today.slice(0, 4));
    const counted = async (units: number[], taxYear: number) => (await asOwner(
      `select count(*)::int as bills, sum(b.amount)::int as assessed, 0 as opening, coalesce(sum(l.principal), 0)::int as received, 0 as penalty, (sum(b.amount) - coalesce(sum(l.principal), 0))::int as remaining
         from bills b left join payment_lines l on l.village_id = b.village_id and l.bill_id = b.id and l.living where b.village_id = any($1) and b.tax_year = $2 and b.closed_as is null`, [units, taxYear]))[0];
    // Other specs have tampered with bills of theirs: the regency is held against what came to it here.
    await fold();
    const everyUnit = async () => (await asOwner<{ id: number }>('select id from units')).map(({ id }) => id);
    const standing = async (taxYear: number) => {
      const [{ scope }, rows] = [await pbb(office, `period=${taxYear}`), await counted(await everyUnit(), taxYear)];
      return [scope.figures.bills - Number(rows?.['bills'] ?? 0), scope.figures.assessed - Number(rows?.['assessed'] ?? 0), scope.figures.received - Number(rows?.['received'] ?? 0)];
    };
    const before = [await standing(year), await standing(year - 1)];
    let seed = 11;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (const unit of [here, beside, there]) {
      const secretary = await signedIn(api, 'village-secretary', unit.id);
      const collector = await signedIn(api, 'collector', unit.id);
      await secretary.post('/collectors', { userId: collector.userId, name: 'Pak Darmo', bookCode: '01' }).expect(201);
      const payments: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        const amount = 10_000 + random(900_000);
        const bill = await buildBill(worker.database, unit.id, { taxYear: year - random(2), amount: BigInt(amount), dueOn: '2099-09-30' });
        if (random(3) > 0) payments.push((await collector.post('/payments', { bills: [bill.id], total: amount, paidBy: 'Sulastri' }).set('idempotency-key', uuidv7()).expect(201)).body.id as string);
        const undo = payments[random(6)];
        if (undo) await secretary.post(`/payments/${undo}/reversal`, { reason: 'Salah orang' });
        if (random(3) === 0) await fold();
      }
    }
    await fold();
    for (const taxYear of [year, year - 1]) {
      const [all, mine, own] = [await pbb(office, `period=${taxYear}`), await pbb(district, `period=${taxYear}`), await pbb(head, `period=${taxYear}`)];
      expect(await standing(taxYear)).toEqual(before[year - taxYear]);
      expect(all.rows.find(({ code }) => code === HERE)?.figures).toEqual(mine.scope.figures);
      expect(mine.scope.figures).toMatchObject(await counted([here.id, beside.id], taxYear) ?? {});
      for (const unit of [here, beside]) expect(mine.rows.find(({ code }) => code === unit.code)?.figures).toMatchObject(await counted([unit.id], taxYear) ?? {});
      expect(own.scope).toEqual(mine.rows.map(({ rank: _rank, ...row }) => row).find(({ code }) => code === here.code));
      const total = (rows: { figures: { assessed: number } }[]): number => rows.reduce((sum, { figures }) => sum + figures.assessed, 0);
      expect(total(own.books)).toBe(own.scope.figures.assessed);
      expect(own.months.reduce((sum, month) => sum + month.received, 0)).toBe(own.scope.figures.received);
    }
  });

  it('stands as it stood on any past day, beside the same day of the year before, 29 February with the 28th', async () => {
    const unit = await buildUnit('desa', HERE);
    const tax = (measure: string, day: string, taxYear: string, delta: number): TallyDelta => ({ measure: `pbb-${measure}`, day, dim1: taxYear, dim2: '2', delta });
    await count(unit, [
      tax('bills', '2024-01-10', '2024', 2), tax('assessed', '2024-01-10', '2024', 1_000), tax('opening', '2024-01-10', '2024', 100),
      tax('received', '2024-02-28', '2024', 200), tax('received', '2024-02-29', '2024', 50), tax('received', '2024-03-01', '2024', 70),
      tax('bills', '2023-01-10', '2023', 1), tax('assessed', '2023-01-10', '2023', 500), tax('received', '2023-02-28', '2023', 30), tax('received', '2023-03-01', '2023', 40),
    ]);
    await fold();
    // A receipt entered long after its day, and one taken back.
    await count(unit, [tax('received', '2024-02-27', '2024', 5)]);
    await fold();
    await count(unit, [tax('received', '2024-02-28', '2024', -200)]);
    await fold();
    const report = await pbb(district, `parent=${unit.code}&on=2024-02-29&period=2024`);
    expect(report).toMatchObject({ on: '2024-02-29', onBefore: '2023-02-28' });
    expect(report.scope.figures).toMatchObject({ bills: 2, assessed: 1_000, opening: 100, received: 55, remaining: 845, percent: 15.5 });
    expect(report.scope.before).toMatchObject({ assessed: 500, received: 30, percent: 6 });
    expect(report.months).toEqual([{ month: '2024-01', received: 0, receivedBefore: 0 }, { month: '2024-02', received: 55, receivedBefore: 30 }]);
    expect(report.receivedOnDay).toBe(50);
    expect((await pbb(district, `parent=${unit.code}&on=2024-02-26&period=2024`)).scope.figures.received).toBe(0);
    expect((await pbb(district, `parent=${unit.code}&on=2024-03-31&period=2024`)).months[2]).toEqual({ month: '2024-03', received: 70, receivedBefore: 40 });
  });

  it('shows the target of the day, which the regency alone sets and no village sees', async () => {
    const [admin, secretary] = [await signedIn(api, 'regency-admin', 0), await signedIn(api, 'village-secretary', here.id)];
    expect((await pbb(office)).target).toBeNull();
    const target = { value: 88, effectiveFrom: today };
    await secretary.put('/settings/pbb.collection-target', target).expect(404);
    expect(JSON.stringify((await secretary.get('/settings')).body)).not.toContain('pbb.collection-target');
    await admin.put('/settings/pbb.collection-target', target).expect(200);
    expect([(await pbb(head)).target, (await pbb(office, `on=${addDays(today, -1)}`)).target]).toEqual([88, null]);
  });
});

describe('who sees what', () => {
  it('is the own village for a village, the own district for its head, everything for the office', async () => {
    expect((await pbb(office)).rows.map(({ code }) => code)).toEqual(expect.arrayContaining([HERE, THERE]));
    expect((await pbb(office, 'level=village')).rows.map(({ code }) => code)).toEqual(expect.arrayContaining([here.code, beside.code, there.code]));
    expect((await pbb(district)).rows.every(({ code }) => code.startsWith(HERE))).toBe(true);
    expect((await pbb(district, 'level=district')).rows.map(({ code }) => code)).toEqual([HERE]);
    expect((await pbb(head)).rows.map(({ code }) => code)).toEqual([here.code]);
    for (const report of ['pbb', 'overview', 'letters', 'population', 'undeposited-cash']) {
      for (const [browser, parent] of [[district, THERE], [district, there.code], [head, beside.code], [office, '35.07.01.9999']] as const) {
        for (const kind of ['', '.xlsx']) await browser.get(`/reports/${report}${kind}?parent=${parent}`).expect(404);
      }
      for (const [browser, level] of [[district, 'regency'], [head, 'regency'], [head, 'district']] as const) await browser.get(`/reports/${report}?level=${level}`).expect(403);
    }
    await office.get(`/reports/pbb?parent=${HERE}&level=regency`).expect(422);
  });

  it('is nothing of land tax for an office without it, and nothing at all for collectors', async () => {
    for (const role of ['village-affairs', 'civil-registry']) {
      const browser = await signedIn(api, role, 0);
      for (const path of ['pbb', 'pbb.xlsx', 'undeposited-cash', 'undeposited-cash.xlsx']) await browser.get(`/reports/${path}`).expect(403);
      const { body } = await browser.get('/reports/overview').expect(200);
      expect(body.scope.figures.taxPercent).toBeNull();
    }
    const collector = await signedIn(api, 'collector', here.id);
    for (const path of ['overview', 'pbb', 'undeposited-cash']) await collector.get(`/reports/${path}`).expect(403);
  });
});

describe('cash not deposited', () => {
  it('is listed by village with its age by the clock, the oldest first', async () => {
    const [old, young] = [await buildUnit('desa', THERE), await buildUnit('desa', THERE)];
    const held = (day: string, minute: string, book: string, delta: number): TallyDelta => ({ measure: 'pbb-cash-in-hand', day, dim1: minute, dim2: book, delta });
    await count(old, [held('2027-03-01', '10:30', '01', 40_000), held('2027-03-02', '09:00', '02', 5_000)]);
    await count(young, [held('2027-03-02', '10:31', '01', 7_000)]);
    await fold();
    const at = async (instant: string, query: UndepositedCashQuery) => {
      const clock = new Clock();
      clock.follow(Date.parse(instant) - Date.now());
      const app = await openDatabase('app');
      try {
        return (await undepositedCash(app.database, clock, jobActor(0, 'spec'), query)).rows.filter(({ code }) => [old.code, young.code].includes(code)).map(({ name, books, amount, overDay, overWeek }) => ({ name, books, amount, overDay, overWeek }));
      } finally {
        await app.close();
      }
    };
    const all = (overDay: number[], overWeek: number[]) => [
      { name: old.name, books: ['01', '02'], amount: 45_000, overDay: overDay[0], overWeek: overWeek[0] }, { name: young.name, books: ['01'], amount: 7_000, overDay: overDay[1], overWeek: overWeek[1] },
    ];
    expect(await at('2027-03-02T10:29:59+07:00', { parent: THERE })).toEqual(all([0, 0], [0, 0]));
    expect(await at('2027-03-02T10:29:59+07:00', { hours: 24 })).toEqual([]);
    expect(await at('2027-03-02T10:30:00+07:00', { hours: 24 })).toEqual([all([40_000], [0])[0]]);
    expect(await at('2027-03-03T10:31:00+07:00', {})).toEqual(all([45_000, 7_000], [0, 0]));
    expect(await at('2027-03-08T10:30:00+07:00', { hours: 168 })).toEqual([all([45_000], [40_000])[0]]);
    // Deposited: gone.
    await count(old, [held('2027-03-01', '10:30', '01', -40_000), held('2027-03-02', '09:00', '02', -5_000)]);
    await fold();
    expect((await at('2027-03-08T10:30:00+07:00', {})).map(({ name }) => name)).toEqual([young.name]);
    expect((await cash(district)).rows.every(({ code }) => code.startsWith(HERE))).toBe(true);
    expect((await cash(head)).rows.every(({ code }) => code === here.code)).toBe(true);
  });
});

describe('letters, residents and the time of the data', () => {
  it('counts the letters of a period and the residents at its end, beside the year before', async () => {
    const unit = await buildUnit('desa', THERE);
    const issued = (day: string, delta: number): TallyDelta => ({ measure: 'letters', day, dim1: 'SKD', dim2: 'issued', delta });
    await count(unit, [issued('2025-10-31', 4), issued('2025-11-01', 2), issued('2025-11-30', 1), issued('2025-12-01', 8), issued('2024-11-15', 3), { measure: 'residents', day: '1970-01-01', dim1: '1', dim2: '1980-01', delta: 3 }, { measure: 'residents', day: '1970-01-01', dim1: '2', dim2: '1982-01', delta: 4 }]);
    await fold();
    const letters = (await office.get(`/reports/letters?parent=${unit.code}&period=2025-11&on=2025-12-24`).expect(200)).body;
    expect([letters.from, letters.on, letters.scope.figures.issued, letters.scope.before.issued]).toEqual(['2025-11-01', '2025-11-30', 3, 3]);
    const people = (await office.get(`/reports/population?parent=${unit.code}`).expect(200)).body;
    expect(people.scope.figures).toMatchObject({ residents: 7, male: 3, female: 4 });
    expect(people.scope.before.residents).toBe(0);
  });

  it('names the time up to which everything is counted', async () => {
    const before = api.clock.now();
    await fold();
    const { dataAt } = await pbb(office);
    expect(Date.parse(dataAt)).toBeGreaterThanOrEqual(before.getTime());
    expect(Date.parse((await pbb(office)).dataAt)).toBe(Date.parse(dataAt));
  });

  it('shows at once what was counted since the page was last read, to each what he reaches', async () => {
    const unit = await buildUnit('desa', THERE);
    const received = async (browser: Browser, query: string) => (await pbb(browser, query)).scope.figures.received;
    const year = today.slice(0, 4);
    for (const expected of [0, 700, 1_400]) {
      expect([await received(office, `parent=${unit.code}`), await received(office, `parent=${unit.code}`)]).toEqual([expected, expected]);
      await district.get(`/reports/pbb?parent=${unit.code}`).expect(404);
      await count(unit, [{ measure: 'pbb-received', day: today, dim1: year, dim2: '1', delta: 700 }]);
      await fold();
    }
  });

  it('gives as a workbook what the screen shows', async () => {
    for (const report of ['overview', 'population', 'letters', 'pbb', 'undeposited-cash']) {
      const answer = await office.get(`/reports/${report}.xlsx`).expect(200).buffer(true).parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
      const { default: exceljs } = await import('exceljs');
      const book = new exceljs.Workbook();
      await book.xlsx.load(answer.body as never);
      const sheet = book.worksheets[0];
      const shown = (await office.get(`/reports/${report}`)).body as { rows: { code: string }[] };
      expect(Array.from({ length: shown.rows.length }, (_, n) => sheet?.getCell(n + 2, 1).value)).toEqual(shown.rows.map(({ code }) => code));
      expect(sheet?.rowCount).toBe(shown.rows.length + 2);
    }
  });
});
