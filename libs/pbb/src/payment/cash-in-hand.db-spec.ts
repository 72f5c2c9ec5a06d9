import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenIssuer } from '#documents';
import { ExportTrialBalance } from '#ledger';
import { type Actor, Env, readEnv } from '#platform';
import { FoldTallies } from '#tallies';
import { minuteInJakarta, plainDateInJakarta } from '#values';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { buildBill } from '../../../../test/support/tax-bill.js';
import { assertBooks } from '../../../../test/support/tax-books.js';
import { rowsOf } from '../../../../test/support/workbook-rows.js';
import { AssignCollector } from '../collector/assign-collector.js';
import { listCollectors } from '../collector/collector.queries.js';
import { ExportCollectors } from '../collector/export-collectors.js';
import { RegisterCollector } from '../collector/register-collector.js';
import { ConfirmDeposit } from '../deposit/confirm-deposit.js';
import { listDeposits } from '../deposit/deposit.queries.js';
import { ExportDeposits } from '../deposit/export-deposits.js';
import { ListDeposit } from '../deposit/list-deposit.js';
import { ExportPayments } from './export-payments.js';
import { listPayments } from './payment.queries.js';
import { ReceivePayment } from './receive-payment.js';
import { ReversePayment } from './reverse-payment.js';
import '../accounts.js';
import '../pbb.tallies.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let serial = 0;
const tokens = new TokenIssuer(new Env(readEnv()));
const HOUR = 3_600_000;
const REAL_NOON = Math.floor(Date.now() / 86_400_000) * 86_400_000 + 5 * HOUR - Date.now();

interface Village {
  readonly unitId: number;
  readonly treasurer: Actor;
  readonly collectors: readonly Actor[];
}

async function open(...books: string[]): Promise<Village> {
  const { unitId } = await buildVillage();
  const treasurer = await staffAt(unitId, 'treasurer');
  const collectors = await Promise.all(books.map(async (bookCode) => {
    const collector = await staffAt(unitId, 'collector');
    await new RegisterCollector(app.database, app.clock).run(treasurer, { userId: collector.userId ?? '', name: `Petugas ${bookCode}`, bookCode });
    return collector;
  }));
  return { unitId, treasurer, collectors };
}

async function pay({ unitId, collectors }: Village, amount: number, by = 0): Promise<string> {
  const { id } = await buildBill(worker.database, unitId, { amount: BigInt(amount), dueOn: '2099-09-30' });
  const collector = collectors[by];
  if (!collector) throw new Error('no such collector');
  return (await new ReceivePayment(app.database, app.clock, tokens).run(collector, `kunci-kas-${(serial += 1)}`, { bills: [id], total: amount, paidBy: '=Sulastri' })).id;
}

const list = ({ collectors }: Village, payments: string[], by = 0): Promise<string> => new ListDeposit(app.database).run(collectors[by] as Actor, `kunci-kas-setor-${(serial += 1)}`, { payments, bank: 'Bank Jatim' });
const confirm = ({ treasurer }: Village, deposit: string): Promise<void> => new ConfirmDeposit(app.database, app.clock).run(treasurer, deposit, { sha256: 'b'.repeat(64), depositedOn: app.clock.today() });
const fold = (): Promise<number> => new FoldTallies(worker.database).run();
const cells = async ({ unitId }: Village): Promise<string[]> =>
  (await asOwner<{ cell: string }>(`select concat_ws(' ', day::text, dim1, dim2, total) as cell from tallies where village_id = $1 and measure = 'pbb-cash-in-hand' order by 1`, [unitId])).map(({ cell }) => cell);
/** Each test at noon WIB, so that no minute is missed at midnight. */
const at = (hoursLater: number): void => app.clock.follow(REAL_NOON + hoursLater * HOUR);
const minute = (): string => `${plainDateInJakarta(app.clock.now())} ${minuteInJakarta(app.clock.now())}`;

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
});

afterEach(() => app.clock.follow(0));
afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('cash in hand', () => {
  it('is counted by the minute it was received and the book it is in, until the bank has it', async () => {
    const [village, other] = [await open('01', 'B2'), await open('01')];
    at(0);
    const noon = minute();
    const [one, two] = [await pay(village, 25_000), await pay(village, 40_000)];
    await pay(other, 11_000);
    at(3);
    const later = minute();
    const three = await pay(village, 13_000, 1);
    await fold();
    const together = (await cells(village)).filter((cell) => cell.startsWith(noon.slice(0, 10)) && cell.includes(' 01 '));
    // Two receipts may lie on two sides of a full minute.
    expect(together.reduce((sum, cell) => sum + Number(cell.split(' ')[3]), 0)).toBe(65_000);
    expect(together[0]).toMatch(new RegExp(`^${noon} 01 `));
    expect(await cells(village)).toContain(`${later} B2 13000`);
    await assertBooks(app.database, village.unitId);

    // On a list it is in hand still; with the bank's proof it is not, and the cell is gone.
    const deposit = await list(village, [one, two]);
    await fold();
    expect((await cells(village)).filter((cell) => cell.includes(' 01 '))).toEqual(together);
    await confirm(village, deposit);
    await new ReversePayment(app.database, app.clock).run(village.treasurer, three, 'Salah orang');
    await fold();
    expect(await cells(village)).toEqual([]);
    expect((await cells(other)).map((cell) => cell.split(' ').slice(2).join(' '))).toEqual(['01 11000']);
    await assertBooks(app.database, village.unitId);
    await assertBooks(app.database, other.unitId);
  });

  it('can be listed by its age', async () => {
    const [village, other] = [await open('01'), await open('01')];
    at(0);
    const [old, brought] = [await pay(village, 25_000), await pay(village, 30_000)];
    await confirm(village, await list(village, [brought]));
    at(20);
    const young = await pay(village, 40_000);
    at(24.1);
    const inHand = async (olderThanHours?: number, where = village): Promise<string[]> => (await listPayments(app.database, app.clock, where.treasurer, { status: 'in-hand', ...(olderThanHours ? { olderThanHours } : {}) })).items.map(({ id }) => id);
    expect(await inHand()).toEqual([young, old]);
    expect(await inHand(24)).toEqual([old]);
    expect(await inHand(25)).toEqual([]);
    expect(await inHand(24, other)).toEqual([]);
    const first = await listPayments(app.database, app.clock, village.treasurer, { olderThanHours: 24, limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([brought]);
    expect((await listPayments(app.database, app.clock, village.treasurer, { olderThanHours: 24, limit: 1, after: first.next ?? '' })).items.map(({ id }) => id)).toEqual([old]);
  });
});

describe('the list of undeposited cash', () => {
  it('holds what is on a list without the bank\'s proof, however long it has been there', async () => {
    const village = await open('01');
    at(0);
    const [kept, listed, brought] = [await pay(village, 25_000), await pay(village, 40_000), await pay(village, 30_000)];
    const deposit = await list(village, [listed]);
    await confirm(village, await list(village, [brought]));
    at(24.1);
    const late = async (): Promise<string[]> => (await listPayments(app.database, app.clock, village.treasurer, { status: 'undeposited', olderThanHours: 24 })).items.map(({ id }) => id).toSorted();
    expect(await late()).toEqual([kept, listed].toSorted());
    expect((await rowsOf(await new ExportPayments(app.database, app.clock).run(village.treasurer, { status: 'undeposited', olderThanHours: 24 }))).map((row) => row[8]).toSorted()).toEqual(['dalam daftar setoran', 'di tangan petugas']);
    await confirm(village, deposit);
    expect(await late()).toEqual([kept]);
  });
});

describe('receipts found by what is typed', () => {
  it('are those of the number or of the name, each search in the trail', async () => {
    const [village, other] = [await open('01', 'B2'), await open('01')];
    at(0);
    const [one, two] = [await pay(village, 25_000), await pay(village, 40_000, 1)];
    await pay(other, 11_000);
    const found = async (search: string): Promise<string[]> => (await listPayments(app.database, app.clock, village.treasurer, { search })).items.map(({ id }) => id);
    expect(await found('01-000001')).toEqual([one]);
    expect(await found('b2')).toEqual([two]);
    expect(await found(' =sulas ')).toEqual([two, one]);
    expect(await found('=sulastri 01-')).toEqual([one]);
    expect(await found('lastri')).toEqual([]);
    expect(await found('   ')).toHaveLength(2);
    expect(await rowsOf(await new ExportPayments(app.database, app.clock).run(village.treasurer, { search: 'b2' }))).toHaveLength(1);
    const trail = await asOwner<{ action: string; words: string }>(`select action, detail->>'words' as words from audit_entries where village_id = $1 and (action = 'payment.searched' or action = 'payment.exported') order by id`, [village.unitId]);
    expect(trail.map(({ action, words }) => `${action} ${words}`)).toEqual(['payment.searched 01-(6 angka)', 'payment.searched b2', 'payment.searched =sulas', 'payment.searched =sulastri 01-', 'payment.searched lastri', 'payment.exported b2']);
  });
});

describe('receipts, deposits, collectors and the balance as workbooks', () => {
  it('hold what is filtered, safe to open, each in the trail, and nothing of another village', async () => {
    const [village, other] = [await open('01'), await open('01')];
    at(0);
    const [, two] = [await pay(village, 25_000), await pay(village, 40_000)];
    const deposit = await list(village, [two]);
    await confirm(village, deposit);
    await pay(other, 11_000);
    const payments = await rowsOf(await new ExportPayments(app.database, app.clock).run(village.treasurer, { status: 'in-hand' }));
    expect(payments.map((row) => [row[0], row[3], row[4], row[5], row[7], row[8]])).toEqual([[`01-000001/${app.clock.today().slice(0, 4)}`, 'Petugas 01', "'=Sulastri", 25_000, 25_000, 'di tangan petugas']]);
    expect(await rowsOf(await new ExportPayments(app.database, app.clock).run(village.treasurer, {}))).toHaveLength(2);
    const deposits = await rowsOf(await new ExportDeposits(app.database).run(village.treasurer, {}));
    expect(deposits.map((row) => [row[4], row[5], row[6], row[7]])).toEqual([['Bank Jatim', 1, 40_000, 'menunggu bukti bank']]);
    expect(await rowsOf(await new ExportDeposits(app.database).run(other.treasurer, {}))).toEqual([]);
    const reference = deposits[0]?.[0] as string;
    const depositsFor = (search: string) => new ExportDeposits(app.database).run(village.treasurer, { search }).then(rowsOf);
    expect([await depositsFor(`petugas ${reference.toLowerCase().slice(-4)}`), await depositsFor('etugas')].map((rows) => rows.length)).toEqual([1, 0]);
    expect((await listDeposits(app.database, village.treasurer, { search: '01' })).items.map(({ id }) => id)).toEqual([deposit]);
    const hamlet = await asOwner<{ id: string }>(`insert into areas (village_id, id, kind, name) values ($1, gen_random_uuid(), 'hamlet', 'KRAJAN') returning id`, [village.unitId]);
    const [known] = (await listCollectors(app.database, village.treasurer)).items;
    await new AssignCollector(app.database, app.clock).run(village.treasurer, known?.id ?? '', { areaId: hamlet[0]?.id ?? '' });
    const collectors = (query: object) => new ExportCollectors(app.database).run(village.treasurer, query).then(rowsOf);
    expect((await collectors({ status: 'active', search: '01' })).map((row) => [row[0], row[1], row[2], row[4], row[5], row[6]])).toEqual([['01', 'Petugas 01', 'KRAJAN', null, 1, 25_000]]);
    expect([await collectors({ status: 'ended' }), await collectors({ search: 'tugas' })]).toEqual([[], []]);
    const balance = await rowsOf(await new ExportTrialBalance(app.database).run(village.treasurer, {}));
    expect(balance.filter(([name]) => name === 'Kas petugas pungut' || name === 'Setoran menunggu bukti bank').map((row) => row.slice(0, 6))).toEqual([
      ['Kas petugas pungut', 'Petugas 01, buku 01', 65_000, 40_000, 25_000, 'Debit'], ['Setoran menunggu bukti bank', null, 40_000, 0, 40_000, 'Debit'],
    ]);
    const sum = (place: number): number => balance.slice(0, -1).reduce((total, row) => total + Number(row[place]), 0);
    expect(balance.at(-1)?.slice(0, 4)).toEqual(['Jumlah', null, sum(2), sum(3)]);
    expect(await asOwner(`select action, detail from audit_entries where village_id = $1 and action like '%.exported' order by id`, [village.unitId])).toEqual([
      { action: 'payment.exported', detail: { count: 1, status: 'in-hand' } },
      { action: 'payment.exported', detail: { count: 2 } },
      { action: 'deposit.exported', detail: { count: 1 } },
      { action: 'deposit.exported', detail: { count: 1, words: expect.any(String) } },
      { action: 'deposit.exported', detail: { count: 0, words: 'etugas' } },
      { action: 'collector.exported', detail: { count: 1, status: 'active', words: '01' } },
      { action: 'collector.exported', detail: { count: 0, status: 'ended' } },
      { action: 'collector.exported', detail: { count: 0, words: 'tugas' } },
      { action: 'trial-balance.exported', detail: { count: balance.length - 1 } },
    ]);
  });
});
