import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { VerifyLedger } from '#ledger';
import { jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { addDays, type PlainDate } from '#values';
import { BankDesk, clearings, daysAgo } from '../../../../test/support/bank-desk.js';
import { asOwner } from '../../../../test/support/database.js';
import { openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { assertBooks } from '../../../../test/support/tax-books.js';
import { TaxVillage } from '../../../../test/support/tax-village.js';
import { SettleDeposit } from '../../../pbb/src/deposit/settle-deposit.js';
import { UnsettleDeposit } from '../../../pbb/src/deposit/unsettle-deposit.js';
import { listExpectedReceipts } from '../expected-receipt/expected-receipt.queries.js';
import { reconciliationStanding } from '../reconciliation/reconciliation.queries.js';
import { candidatesFor } from './statement-line.queries.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let desk: BankDesk;
let village: TaxVillage;
let other: TaxVillage;
/** Statements tell of finished days only: what was brought on this one is booked on it or the days after. */
let day: PlainDate;

/** An amount nobody else has: deposits and lines of other specs stand at the same office. */
let next = 7_000_000 + (process.pid % 1_000) * 1_000;
const amount = (): number => (next += 1);

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  [village, other] = [await TaxVillage.open(app, worker), await TaxVillage.open(app, worker)];
  day = daysAgo(app.clock.today(), 10);
});

afterAll(async () => {
  await desk.close();
  await app.close();
  await worker.close();
});

const settle = () => desk.settle(village.unitId, other.unitId);
const deposit = (amounts: number[], of = village) => of.confirmedDeposit(amounts, day);
const claims = (statement: string) => asOwner<{ basis: string }>(`select distinct c.id, c.basis from claims c join claim_lines l on l.claim_id = c.id join statement_lines s on s.id = l.line_id where s.statement_id = $1 and c.undone_at is null`, [statement]).then((rows) => rows.map(({ basis }) => basis).toSorted());

async function assertAllBooks(): Promise<void> {
  for (const { unitId } of [village, other]) {
    await assertBooks(app.database, unitId);
    const both = await clearings([unitId]);
    expect(both.regency).toBe(both.villages);
  }
  expect(await new VerifyLedger(app.database).run(jobActor(0, 'spec'))).toMatchObject({ intact: true });
  expect((await new RecountTallies(worker.database).above()).filter(({ measure }) => measure.startsWith('bank-'))).toEqual([]);
}

/** Each story has an account of its own; afterwards everything must add up. */
const story = (name: string, tell: () => Promise<void>): void => {
  it(name, async () => {
    await desk?.close();
    desk = await BankDesk.open(app, worker);
    await tell();
    await settle();
    await assertAllBooks();
  });
};

describe('a line of a bank statement', () => {
  story('settles the deposit whose reference it names, and its bills are LUNAS', async () => {
    const made = await deposit([31_000, 12_500]);
    expect(await village.states(made.bills)).toEqual(['deposited', 'deposited']);
    const stray = amount();
    const statement = await desk.book([{ on: day, amount: 43_500, remark: `SETOR TUNAI ${made.reference} PBB` }, { on: day, amount: stray, remark: 'TRF LAIN' }]);
    expect((await desk.lines(statement)).toSorted()).toEqual(['43500 UNMATCHED', `${stray} UNMATCHED`].toSorted());
    await settle();
    expect((await desk.lines(statement)).toSorted()).toEqual(['43500 SETTLED', `${stray} UNMATCHED`].toSorted());
    expect(await village.states(made.bills)).toEqual(['settled', 'settled']);
    expect(await village.depositOf(made.id)).toMatchObject({ state: 'settled' });
    const { claim } = await desk.line(await desk.lineOf(statement, 43_500));
    expect(claim).toMatchObject({ basis: 'reference', explanation: { reference: made.reference, amount: 43_500 }, settled: true, madeBy: 'sistem' });
  });

  story('settles the only deposit of its amount within three days, and none where two could be meant', async () => {
    const [one, two] = [amount(), amount()];
    const alone = await deposit([one]);
    const [a, b] = [await deposit([two]), await deposit([two], other)];
    const statement = await desk.book([{ on: addDays(day, 3), amount: one, remark: 'SETORAN' }, { on: addDays(day, 3), amount: two, remark: 'SETORAN' }]);
    await settle();
    expect((await desk.lines(statement)).toSorted()).toEqual([`${one} SETTLED`, `${two} UNMATCHED`].toSorted());
    expect(await village.depositOf(alone.id)).toMatchObject({ state: 'settled' });
    expect([(await village.depositOf(a.id)).state, (await other.depositOf(b.id)).state]).toEqual(['confirmed', 'confirmed']);
    expect(await claims(statement)).toEqual(['amount-day']);
    const { items } = await candidatesFor(app.database, app.clock, desk.office, await desk.lineOf(statement, two));
    expect(items.map(({ reference, difference, named, days }) => [reference, difference, named, days])).toEqual([[a.reference, 0, false, 3], [b.reference, 0, false, 3]]);
  });

  story('of an amount four days later is somebody else’s', async () => {
    const sum = amount();
    await deposit([sum]);
    const statement = await desk.book([{ on: addDays(day, 4), amount: sum, remark: 'SETORAN' }]);
    await settle();
    expect(await desk.lines(statement)).toEqual([`${sum} UNMATCHED`]);
  });

  story('that came before the village confirmed is found then', async () => {
    const sum = amount();
    const [bill] = await village.bills(sum);
    const payment = await village.pay([bill as { id: string }]);
    const id = await village.deposit([payment]);
    const { reference } = await village.depositOf(id);
    const statement = await desk.book([{ on: day, amount: sum, remark: reference }]);
    await settle();
    expect(await desk.lines(statement)).toEqual([`${sum} UNMATCHED`]);
    await village.confirm(id, village.treasurer, day);
    await settle();
    expect(await desk.lines(statement)).toEqual([`${sum} SETTLED`]);
  });

  story('that repeats a paid deposit is told as paid twice, and twins stay two', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    const statement = await desk.book([{ on: day, amount: sum, remark: `SETOR ${made.reference}` }, { on: day, amount: sum, remark: `SETOR ${made.reference}` }]);
    await settle();
    expect((await desk.lines(statement)).toSorted()).toEqual([`${sum} DUPLICATE_PAYMENT 0`, `${sum} SETTLED`].map((line) => line.replace(' 0', '')).toSorted());
  });

  story('that names two deposits is a person’s to part', async () => {
    const [one, two] = [amount(), amount()];
    const [a, b] = [await deposit([one]), await deposit([two], other)];
    const statement = await desk.book([{ on: day, amount: one + two, remark: `SETOR ${a.reference} DAN ${b.reference}` }]);
    await settle();
    const line = await desk.lineOf(statement, one + two);
    await expect(desk.match(line, [await desk.expected(a)])).rejects.toMatchObject({ code: 'AMOUNT_MISMATCH', status: 409 });
    await desk.match(line, [await desk.expected(a), await desk.expected(b)]);
    await settle();
    expect(await claims(statement)).toEqual(['person']);
    expect([(await village.depositOf(a.id)).state, (await other.depositOf(b.id)).state]).toEqual(['settled', 'settled']);
  });
});

describe('cash that did not reach the bank', () => {
  const receipts = [25_000, 40_000, 75_000, 110_000];

  /** Five receipts; four of them deposited as 250,000 while the bank books 240,000. */
  async function short(): Promise<{ made: Awaited<ReturnType<typeof deposit>>; kept: { id: string }; statement: string }> {
    const [kept] = await village.bills(13_675);
    await village.pay([kept as { id: string }]);
    const made = await deposit(receipts);
    const statement = await desk.book([{ on: day, amount: 240_000, remark: `SETORAN PBB ${made.reference}` }]);
    await settle();
    expect(await desk.lines(statement)).toEqual(['240000 AMOUNT_MISMATCH -10000']);
    expect(await village.states([...made.bills, kept as { id: string }])).toEqual(['deposited', 'deposited', 'deposited', 'deposited', 'with-collector']);
    const waiting = (await listExpectedReceipts(app.database, app.clock, desk.office, { village: village.code, state: 'open', limit: 100 })).items.find(({ reference }) => reference === made.reference);
    expect(waiting).toMatchObject({ verdict: 'AMOUNT_MISMATCH', difference: -10_000, amount: 250_000 });
    return { made, kept: kept as { id: string }, statement };
  }

  story('settles nothing until the bank has corrected itself', async () => {
    const { made, kept } = await short();
    const second = await desk.book([{ on: addDays(day, 1), amount: -240_000, remark: `KOREKSI SETORAN PBB ${made.reference}` }, { on: addDays(day, 1), amount: 250_000, remark: `SETORAN PBB ${made.reference}` }]);
    await settle();
    expect((await desk.lines(second)).toSorted()).toEqual(['-240000 REVERSED', '250000 SETTLED']);
    expect(await village.states([...made.bills, kept])).toEqual(['settled', 'settled', 'settled', 'settled', 'with-collector']);
    expect(await claims(second)).toEqual(['correction', 'reference']);
  });

  story('settles when a person claims the rest that was brought later together with it', async () => {
    const { made, kept, statement } = await short();
    await desk.book([{ on: addDays(day, 2), amount: 10_000, remark: 'TAMBAHAN SETORAN' }]);
    await settle();
    const line = await desk.lineOf(statement, 240_000);
    const { items } = await candidatesFor(app.database, app.clock, desk.office, line);
    expect(items[0]).toMatchObject({ reference: made.reference, named: true, difference: -10_000 });
    const rest = items[0]?.complements.find(({ accountId }) => accountId === desk.accountId);
    expect(rest).toMatchObject({ amount: 10_000, verdict: 'UNMATCHED' });
    await desk.match(line, [await desk.expected(made)], [rest?.id ?? '']);
    await settle();
    expect(await village.states([...made.bills, kept])).toEqual(['settled', 'settled', 'settled', 'settled', 'with-collector']);
  });

  story('is taken out again when the bank takes a booking back that had settled', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    await desk.book([{ on: day, amount: sum, remark: `SETORAN ${made.reference}` }]);
    await settle();
    expect(await village.states(made.bills)).toEqual(['settled']);
    const second = await desk.book([{ on: addDays(day, 1), amount: -sum, remark: `PEMBATALAN SETORAN ${made.reference}` }]);
    await settle();
    expect(await desk.lines(second)).toEqual([`${-sum} REVERSED`]);
    expect(await village.states(made.bills)).toEqual(['deposited']);
    expect(await village.depositOf(made.id)).toMatchObject({ state: 'confirmed' });
  });

  story('is taken out again when the bank takes both lines of one claim back in one statement', async () => {
    const [one, two] = [amount(), amount()];
    const made = await deposit([one + two]);
    const first = await desk.book([{ on: day, amount: one, remark: 'TAHAP 1', reference: 'T1' }, { on: day, amount: two, remark: 'TAHAP 2', reference: 'T2' }]);
    await settle();
    await desk.match(await desk.lineOf(first, one), [await desk.expected(made)], [await desk.lineOf(first, two)]);
    await settle();
    expect(await village.states(made.bills)).toEqual(['settled']);
    await desk.book([{ on: addDays(day, 1), amount: -one, remark: 'KOREKSI', reference: 'T1' }, { on: addDays(day, 1), amount: -two, remark: 'KOREKSI', reference: 'T2' }]);
    await settle();
    expect((await desk.lines(first)).toSorted()).toEqual([`${one} REVERSED`, `${two} REVERSED`].toSorted());
    expect(await village.states(made.bills)).toEqual(['deposited']);
  });

  story('pays another deposit out of no correction that could mean two bookings', async () => {
    const sum = amount();
    const first = await desk.book([{ on: day, amount: sum, remark: 'TRF A' }, { on: day, amount: sum, remark: 'TRF B' }]);
    const second = await desk.book([{ on: addDays(day, 1), amount: -sum, remark: 'KOREKSI BANK' }, { on: addDays(day, 1), amount: -sum, remark: 'PAJAK BUNGA' }]);
    await settle();
    expect(await desk.lines(first)).toEqual([`${sum} UNMATCHED`, `${sum} UNMATCHED`]);
    expect(await desk.lines(second)).toEqual([`${-sum} UNMATCHED`, `${-sum} UNMATCHED`]);
    // A person may say it.
    await desk.match(await desk.lineOf(second, -sum), [], [await desk.lineOf(first, sum)]);
    expect((await desk.lines(first)).toSorted()).toEqual([`${sum} REVERSED`, `${sum} UNMATCHED`]);
  });
});

describe('a claim', () => {
  story('is undone with a reason: bills wait for the bank again, and can be settled by another', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    const statement = await desk.book([{ on: day, amount: sum, remark: made.reference }]);
    await settle();
    const line = await desk.lineOf(statement, sum);
    await desk.undo(line);
    await expect(desk.undo(line)).rejects.toMatchObject({ code: 'LINE_NOT_CLAIMED', status: 409 });
    await settle();
    expect(await village.states(made.bills)).toEqual(['deposited']);
    expect(await desk.line(line)).toMatchObject({ state: 'open', claim: null, undone: [{ basis: 'reference', undoReason: 'Salah mencocokkan' }] });
    await desk.match(line, [await desk.expected(made)]);
    await settle();
    expect(await village.states(made.bills)).toEqual(['settled']);
  });

  story('of one line by two persons at once is one of them', async () => {
    const sum = amount();
    const [a, b] = [await deposit([sum]), await deposit([sum], other)];
    const statement = await desk.book([{ on: addDays(day, 5), amount: sum, remark: 'SETORAN' }]);
    await settle();
    const line = await desk.lineOf(statement, sum);
    const expected = [await desk.expected(a), await desk.expected(b)];
    const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => desk.match(line, [expected[at % 2] as string])));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409 });
    expect(await claims(statement)).toEqual(['person']);
  });

  story('is held by constraint, whatever the code above forgets', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    const statement = await desk.book([{ on: day, amount: sum, remark: made.reference }]);
    await settle();
    const [line, expected] = [await desk.lineOf(statement, sum), await desk.expected(made)];
    const again = (table: string, column: string, id: string, more: string): Promise<unknown> =>
      asOwner(`insert into ${table} select * from jsonb_populate_record(null::${table}, (select to_jsonb(t) || jsonb_build_object('claim_id', c.id) from ${table} t, claims c where t.${column} = $1 and c.id <> t.claim_id ${more} limit 1))`, [id]);
    await deposit([amount()]).then(async (second) => desk.book([{ on: addDays(day, 1), amount: (await village.depositOf(second.id)).amount, remark: second.reference }]));
    await settle();
    await expect(again('claim_lines', 'line_id', line, '')).rejects.toThrow('claim_lines_once');
    await expect(again('claim_deposits', 'expected_id', expected, '')).rejects.toThrow('claim_deposits_once');
  });

  story('whose undo reaches the village first settles nothing, and one that comes twice posts once', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    const payload = { claimId: uuidv7(), depositIds: [made.id] };
    const actor = jobActor(village.unitId, 'spec');
    const [settleIt, unsettle] = [new SettleDeposit(worker.database, worker.clock), new UnsettleDeposit(worker.database, worker.clock)];
    await unsettle.run(actor, payload);
    await settleIt.run(actor, { claims: [payload] });
    expect(await village.states(made.bills)).toEqual(['deposited']);
    const statement = await desk.book([{ on: day, amount: sum, remark: made.reference }]);
    await settle();
    const { claim } = await desk.line(await desk.lineOf(statement, sum));
    for (let times = 0; times < 3; times++) await settleIt.run(actor, { claims: [{ claimId: claim?.id ?? '', depositIds: [made.id] }] });
    expect(await village.states(made.bills)).toEqual(['settled']);
  });

  story('cannot make another village settle: a job holds deposits of its own village alone', async () => {
    const made = await deposit([amount()]);
    const forged = new SettleDeposit(worker.database, worker.clock).run(jobActor(other.unitId, 'spec'), { claims: [{ claimId: uuidv7(), depositIds: [made.id] }] });
    await expect(forged).rejects.toMatchObject({ status: 404 });
    expect(await village.states(made.bills)).toEqual(['deposited']);
  });

  story('a village has not posted for a minute is drift, and until then it is not', async () => {
    const sum = amount();
    const made = await deposit([sum]);
    await desk.settle(village.unitId);
    const statement = await desk.book([{ on: addDays(day, 6), amount: sum, remark: 'SETORAN' }]);
    await settle();
    await desk.match(await desk.lineOf(statement, sum), [await desk.expected(made)]);
    const drift = async (later: number) => (await reconciliationStanding(app.database, { today: () => app.clock.today(), now: () => new Date(app.clock.now().getTime() + later * 1_000) } as never, desk.office)).drift.map(({ village: code }) => code);
    expect(await drift(30)).not.toContain(village.code);
    expect(await drift(61)).toContain(village.code);
    await settle();
    expect(await drift(61)).not.toContain(village.code);
  });
});
