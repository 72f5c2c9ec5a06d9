import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jobActor } from '#platform';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import type { BuiltBill } from '../../../../test/support/tax-bill.js';
import { TaxVillage } from '../../../../test/support/tax-village.js';
import { EndCollector } from '../collector/end-collector.js';
import { listDeposits } from '../deposit/deposit.queries.js';
import { referencesIn } from '../deposit/deposit-reference.js';
import { DecideTaxRuleSet } from '../tax-rule/decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from '../tax-rule/propose-tax-rule-set.js';
import { listPayments, paymentById } from './payment.queries.js';

let app: OpenDatabase;
let worker: OpenDatabase;

const openVillage = () => TaxVillage.open(app, worker);

/** Rules are the whole regency's: the years of this spec are its own. */
async function rule(from: number, to: number, monthlyRate: number, mostMonths = 24): Promise<void> {
  const [one, other] = [await staffAt(0, 'tax-office'), await staffAt(0, 'tax-office')];
  const { id } = await new ProposeTaxRuleSet(app.database).run(one, { taxYearFrom: from, taxYearTo: to, monthlyRate, mostMonths, regulation: 'Perda uji' });
  await expect(new DecideTaxRuleSet(app.database).run(one, id, true)).rejects.toMatchObject({ code: 'TAX_RULE_OWN_PROPOSAL', status: 403 });
  await new DecideTaxRuleSet(app.database).run(other, id, true);
  await expect(new DecideTaxRuleSet(app.database).run(other, id, true)).rejects.toMatchObject({ code: 'TAX_RULE_DECIDED', status: 409 });
}

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  await buildVillage();
  await rule(2001, 2003, 2_000);
  // Every connection is open, or the first client would be done before the others have theirs.
  await Promise.all(Array.from({ length: 12 }, () => app.database.inVillage(jobActor(0, 'spec'), (tx) => tx.query('select pg_sleep(0.2)'))));
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('a payment', () => {
  it('answers at once what reading the receipt gives', async () => {
    const village = await openVillage();
    const bills = [...(await village.bills(12_000)), await village.bill({ taxYear: 2001, dueOn: '2001-08-31', amount: 40_000n })];
    const payment = { key: 'kunci-jawab', total: (await village.quote(bills)).total, paidBy: ' Bu  Sri ' };
    const { id, receipt } = await village.receive(bills, payment);
    expect(receipt).toEqual(await paymentById(app.database, app.clock, village.collector, id));
    expect(await village.receive(bills, payment)).toEqual({ id, receipt: null });
  });

  it('takes several objects and years at once, principal and penalty apart, oldest first, with the next number of the book', async () => {
    const village = await openVillage();
    const old = await village.bill({ taxYear: 2002, amount: 100_000n, dueOn: '2002-08-31' });
    const present = await village.bill({ amount: 25_000n, object: old });
    const other = await village.bill({ amount: 13_675n });
    const quote = await village.quote([present, other, old]);
    expect(quote).toMatchObject({ principal: 138_675, penalty: 48_000, total: 186_675, inWords: 'Seratus delapan puluh enam ribu enam ratus tujuh puluh lima rupiah', notices: [] });
    expect(quote.lines.map(({ taxYear, penalty, months }) => [taxYear, penalty, months])).toEqual([[2002, 48_000, 24], [2026, 0, 0], [2026, 0, 0]]);
    const id = await village.pay([present, other, old]);
    const year = app.clock.today().slice(0, 4);
    expect(await village.payment(id)).toMatchObject({ number: `01-000001/${year}`, collectorName: 'Pak Darmo', total: 186_675, state: 'in-hand', paidBy: 'Sulastri', actions: ['reverse'], inWords: quote.inWords });
    expect(await village.states([old, present, other])).toEqual(['with-collector', 'with-collector', 'with-collector']);
    expect(await village.balances()).toEqual({ receivable: 0, assessed: 138_675, 'collector-cash': 186_675, penalty: 48_000 });
    expect(await village.inHand()).toBe(186_675);
    expect((await village.payment(await village.pay(await village.bills(1_000)))).number).toBe(`01-000002/${year}`);
    await village.books();
  });

  it('says which older years of an object stay unpaid when a newer one is paid alone', async () => {
    const village = await openVillage();
    const old = await village.bill({ taxYear: 2002, amount: 100_000n, dueOn: '2002-08-31' });
    const present = await village.bill({ amount: 25_000n, object: old });
    const { notices } = await village.quote([present]);
    expect(notices).toEqual([expect.stringMatching(/^\d\d\.\d\d\..* tahun 2002 masih terutang Rp100\.000$/)]);
  });

  it('is refused for what is not owed, not here, not the amount, and where no rule says what lateness costs', async () => {
    const village = await openVillage();
    const [paid, nil] = [await village.bill(), await village.bill({ amount: 0n })];
    await village.pay([paid]);
    await expect(village.pay([paid], { total: 25_000 })).rejects.toMatchObject({ code: 'BILL_NOT_PAYABLE', status: 409, errors: [{ field: 'bills.0' }] });
    await expect(village.pay([nil], { total: 1 })).rejects.toMatchObject({ code: 'BILL_NOT_PAYABLE' });
    const bill = await village.bill();
    await expect(village.pay([bill], { total: 24_999 })).rejects.toMatchObject({ code: 'AMOUNT_CHANGED', status: 409 });
    await expect(village.pay([bill], { total: 25_000, paidBy: 'Siti 😀' })).rejects.toMatchObject({ status: 422, errors: [{ field: 'paidBy' }] });
    await expect(village.pay([bill], { total: 25_000, by: village.treasurer })).rejects.toMatchObject({ code: 'NOT_A_COLLECTOR', status: 403 });
    const unruled = await village.bill({ taxYear: 1999, dueOn: '1999-08-31' });
    await expect(village.pay([unruled], { total: 25_000 })).rejects.toMatchObject({ code: 'TAX_RULE_MISSING', status: 409 });
    const elsewhere = await (await openVillage()).bill();
    await expect(village.pay([bill, elsewhere], { total: 50_000 })).rejects.toMatchObject({ status: 422, errors: [{ field: 'bills.1' }] });
    expect(await village.state(bill)).toBe('unpaid');
    await village.books();
  });

  it('of one bill by 64 clients at once is one payment, whatever their keys', async () => {
    const village = await openVillage();
    const [bill] = await village.bills(25_000);
    const tries = await Promise.allSettled(Array.from({ length: 64 }, (_, n) => village.pay([bill as BuiltBill], { total: 25_000, key: `kunci-banyak-${n}` })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refused of tries.filter((one) => one.status === 'rejected')) expect(refused.reason).toMatchObject({ code: 'BILL_NOT_PAYABLE', status: 409 });
    expect(await village.inHand()).toBe(25_000);
    await village.books();
  });

  it('with one key is one payment and the same answer, and with another body 409', async () => {
    const village = await openVillage();
    const [bill, other] = await village.bills(25_000, 40_000) as [BuiltBill, BuiltBill];
    const tries = await Promise.all(Array.from({ length: 16 }, () => village.pay([bill], { total: 25_000, key: 'kunci-sama-bayar' })));
    expect(new Set(tries).size).toBe(1);
    await expect(village.pay([other], { total: 40_000, key: 'kunci-sama-bayar' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
    // Somebody else's receipt is not the answer to a key that came to their ears.
    const neighbour = await staffAt(village.unitId, 'collector');
    await expect(village.pay([bill], { total: 25_000, key: 'kunci-sama-bayar', by: neighbour })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
    await village.books();
  });

  it('numbers parallel receipts of a book without gaps and without twins', async () => {
    const village = await openVillage();
    const bills = await village.bills(...Array.from({ length: 20 }, (_, n) => 1_000 + n));
    const ids = await Promise.all(bills.map((bill) => village.pay([bill], { total: Number(bill.amount) })));
    const numbers = (await Promise.all(ids.map((id) => village.payment(id)))).map(({ number }) => Number(number.slice(3, 9)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });
});

describe('a reversal', () => {
  it('owes the bill again, gives the cash back, keeps the number, and is somebody else\'s on the same day', async () => {
    const village = await openVillage();
    const old = await village.bill({ taxYear: 2002, amount: 100_000n, dueOn: '2002-08-31' });
    const id = await village.pay([old]);
    await expect(village.reverse(id, village.collector)).rejects.toMatchObject({ code: 'OWN_PAYMENT', status: 403 });
    await village.reverse(id);
    expect(await village.payment(id)).toMatchObject({ state: 'reversed', reversalReason: 'Salah orang', reversedBy: village.treasurer.userName, actions: [] });
    expect(await village.state(old)).toBe('unpaid');
    expect(await village.balances()).toEqual({ receivable: 100_000, assessed: 100_000, 'collector-cash': 0, penalty: 0 });
    await expect(village.reverse(id)).rejects.toMatchObject({ code: 'PAYMENT_REVERSED', status: 409 });
    const again = await village.pay([old]);
    expect((await village.payment(again)).number).toMatch(/^01-000002/);
    await asOwner(`update payments set received_on = received_on - 1 where village_id = $1 and id = $2`, [village.unitId, again]);
    await expect(village.reverse(again)).rejects.toMatchObject({ code: 'REVERSAL_TOO_LATE', status: 409 });
    await asOwner(`update payments set received_on = received_on + 1 where village_id = $1 and id = $2`, [village.unitId, again]);
    const stranger = await openVillage();
    await expect(stranger.reverse(again)).rejects.toMatchObject({ status: 404 });
    await village.books();
  });

  it('happens once however many ask for it at once', async () => {
    const village = await openVillage();
    const id = await village.pay(await village.bills(25_000));
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => village.reverse(id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await village.inHand()).toBe(0);
    await village.books();
  });
});

describe('custody of the cash', () => {
  it('follows four receipts to the bank while the fifth stays in hand', async () => {
    const village = await openVillage();
    const bills = await village.bills(25_000, 40_000, 75_000, 110_000, 13_675);
    const payments: string[] = [];
    for (const bill of bills) payments.push(await village.pay([bill]));
    const deposit = await village.deposit(payments.slice(0, 4));
    const listed = await village.depositOf(deposit);
    expect(listed).toMatchObject({ amount: 250_000, receipts: 4, state: 'listed', actions: ['confirm', 'cancel'], payments: [{ state: 'listed' }, {}, {}, {}] });
    expect(referencesIn(`setoran ${listed.reference}`)).toEqual([listed.reference]);
    expect(await village.inHand()).toBe(263_675);

    await expect(village.confirm(deposit, village.collector)).rejects.toMatchObject({ code: 'OWN_DEPOSIT', status: 403 });
    await expect(village.confirm(deposit, village.treasurer, '2099-01-01')).rejects.toMatchObject({ status: 422, errors: [{ field: 'depositedOn' }] });
    await village.confirm(deposit);
    await expect(village.confirm(deposit)).rejects.toMatchObject({ code: 'DEPOSIT_STATE', status: 409 });
    expect(await village.inHand()).toBe(13_675);
    expect(await village.states(bills)).toEqual(['deposited', 'deposited', 'deposited', 'deposited', 'with-collector']);
    expect(await village.balances()).toMatchObject({ 'collector-cash': 13_675, 'in-transit': 250_000 });
    await expect(village.reverse(payments[0] ?? '')).rejects.toMatchObject({ code: 'PAYMENT_DEPOSITED', status: 409 });
    await expect(new EndCollector(app.database, app.clock).run(village.treasurer, village.collectorId)).rejects.toMatchObject({ code: 'COLLECTOR_HOLDS_CASH', status: 409 });
    const [fact] = await asOwner(`select payload from outbox where village_id = $1 and name = 'deposit.confirmed'`, [village.unitId]);
    expect(fact).toEqual({ payload: { deposit, reference: listed.reference, amount: 250_000, depositedOn: app.clock.today() } });
    await village.books();
  });

  it('has each receipt in one living deposit, also when two are listed at once; a cancelled one frees them', async () => {
    const village = await openVillage();
    const payments: string[] = [];
    for (const bill of await village.bills(1_000, 2_000)) payments.push(await village.pay([bill]));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => village.deposit(payments)));
    const [won] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(village.deposit([payments[0] ?? ''])).rejects.toMatchObject({ code: 'RECEIPT_NOT_FREE', status: 409, errors: [{ field: 'payments.0' }] });
    await expect(village.reverse(payments[0] ?? '')).rejects.toMatchObject({ code: 'PAYMENT_DEPOSITED' });
    await village.cancel(won ?? '', village.collector);
    await village.reverse(payments[0] ?? '');
    await expect(village.deposit(payments)).rejects.toMatchObject({ code: 'RECEIPT_NOT_FREE' });
    const key = 'kunci-setor-sama';
    const again = await village.deposit([payments[1] ?? ''], key);
    expect(await village.deposit([payments[1] ?? ''], key)).toBe(again);
    await expect(village.deposit(payments, key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(village.deposit([payments[1] ?? ''], key, village.treasurer)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await listDeposits(app.database, village.treasurer, {})).items.map(({ state }) => state)).toEqual(['listed', 'cancelled']);
    await village.books();
  });

  it('keeps another collector\'s and another village\'s receipts out', async () => {
    const [village, other] = [await openVillage(), await openVillage()];
    const payment = await village.pay(await village.bills(1_000));
    await expect(other.deposit([payment])).rejects.toMatchObject({ code: 'RECEIPT_NOT_FREE' });
    await expect(other.confirm(await village.deposit([payment]))).rejects.toMatchObject({ status: 404 });
    expect((await listPayments(app.database, app.clock, other.treasurer, {})).items).toEqual([]);
    expect((await listPayments(app.database, app.clock, village.treasurer, { status: 'listed' })).items).toHaveLength(1);
    expect((await listPayments(app.database, app.clock, village.treasurer, { status: 'in-hand' })).items).toHaveLength(0);
  });

  it.each(['app', 'worker', 'portal'] as const)('lets %s remove no receipt and change no amount', async (role) => {
    for (const sql of ['delete from payments', 'update payments set principal = 1', 'delete from payment_lines', 'update payment_lines set penalty = 0', 'delete from deposits', 'delete from deposit_payments', 'delete from collectors', 'delete from bills']) {
      await connectedAs(role, (client) => expect(client.query(sql)).rejects.toMatchObject({ code: '42501' }));
    }
  });
});
