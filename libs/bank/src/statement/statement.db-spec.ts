import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listImportIssues } from '#imports';
import { trialBalance, VerifyLedger } from '#ledger';
import { jobActor } from '#platform';
import { addDays, formatShort, type PlainDate } from '#values';
import { BankDesk, daysAgo, statementCsv } from '../../../../test/support/bank-desk.js';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { TaxVillage } from '../../../../test/support/tax-village.js';
import { bankAccountById } from '../bank-account/bank-account.queries.js';
import { reconciliationDay } from '../reconciliation/reconciliation.queries.js';
import { STATEMENT_ISSUES } from './reading/statement-issues.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let desk: BankDesk;
let day: PlainDate;

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  await TaxVillage.open(app, worker);
  day = daysAgo(app.clock.today(), 20);
});

beforeEach(async () => {
  await desk?.close();
  desk = await BankDesk.open(app, worker);
});

afterAll(async () => {
  await desk.close();
  expect(await new VerifyLedger(app.database).run(jobActor(0, 'spec'))).toMatchObject({ intact: true });
  await app.close();
  await worker.close();
});

const issues = async (id: string): Promise<string[]> =>
  (await listImportIssues(app.database, desk.office, 'bank-statements', id, { limit: 100 }, { issueLabel: (code) => STATEMENT_ISSUES.label(code), fieldLabel: (field) => field })).items.map(({ row, code }) => `${row} ${code}`);
const bank = async (): Promise<number | undefined> => (await trialBalance(app.database, desk.office, { kind: 'bank', ownerId: desk.accountId })).accounts[0]?.balance;
const lines = (count: number, from = day, amount = 10_000) => Array.from({ length: count }, (_, at) => ({ on: addDays(from, at), amount: amount + at, remark: `SETOR ${at}` }));
const failure = async (id: string): Promise<string | undefined> => (await desk.run(id)).failure?.code;

describe('a bank statement', () => {
  it('is booked day by day, and the account ends where the bank says', async () => {
    const id = await desk.check(statementCsv(500_000, [...lines(3), { on: addDays(day, 2), amount: -4_000, remark: 'BIAYA ADM' }]));
    expect(await desk.run(id)).toMatchObject({ state: 'checked', counts: { total: 4, accepted: 4, unchanged: 0, rejected: 0 }, facts: { firstDay: day, lastDay: addDays(day, 2), opening: 500_000, closing: 526_003 } });
    expect(await bank()).toBeUndefined();
    await desk.apply(id);
    expect(await desk.run(id)).toMatchObject({ state: 'applied', matching: { open: 4, claimed: 0, reversed: 0 } });
    expect(await bank()).toBe(26_003);
    expect(await bankAccountById(app.database, desk.office, desk.accountId)).toMatchObject({ knownFrom: day, knownTo: addDays(day, 2), closing: 526_003 });
    const { accounts } = await reconciliationDay(app.database, desk.office, addDays(day, 2));
    expect(accounts.find(({ accountId }) => accountId === desk.accountId)).toMatchObject({ known: true, opening: 520_001, moneyIn: 10_002, moneyOut: 4_000, closing: 526_003, openLines: 2 });
    expect(await asOwner('select 1 from bank_statement_rows where run_id = $1', [id])).toEqual([]);
  });

  it('is refused when opening and movements are not the closing balance, with the figures', async () => {
    const id = await desk.check(statementCsv(0, lines(2)).replaceAll(/;\d+$/gm, ';'), { opening: '100.000', closing: '120.002' });
    expect(await failure(id)).toBe('BALANCE_MISMATCH');
    expect((await desk.run(id)).failure?.message).toContain('Rp120.001');
    expect((await desk.run(id)).failure?.message).toContain('selisih Rp1');
    const right = await desk.check(statementCsv(0, lines(2)).replaceAll(/;\d+$/gm, ';'), { opening: '100.000', closing: '120.001,00' });
    expect(await desk.run(right)).toMatchObject({ state: 'checked', facts: { opening: 100_000, closing: 120_001 } });
    const without = await desk.check(statementCsv(0, lines(2)).replaceAll(/;\d+$/gm, ';'));
    expect(await failure(without)).toBe('BALANCE_MISSING');
  });

  it('names the row at which the running balance breaks, and cannot be applied', async () => {
    const broken = statementCsv(0, lines(3)).replace(';20001', ';20000');
    const id = await desk.check(broken);
    expect(await issues(id)).toEqual(['3 BALANCE_STEP', '4 BALANCE_STEP']);
    await expect(desk.apply(id)).rejects.toMatchObject({ code: 'IMPORT_HAS_ERRORS' });
  });

  it('is read upwards when the newest line stands first', async () => {
    const [head, ...rows] = statementCsv(1_000, [...lines(2), ...lines(2, addDays(day, 1), 500)]).split('\n');
    const id = await desk.check([head, ...rows.toReversed()].join('\n'));
    expect(await desk.run(id)).toMatchObject({ state: 'checked', facts: { opening: 1_000, closing: 22_002 } });
    const [title, ...within] = statementCsv(1_000, [{ on: day, amount: 5, remark: 'A' }, { on: day, amount: 7, remark: 'B' }, { on: day, amount: -2, remark: 'C' }]).split('\n');
    expect(await desk.run(await desk.check([title, ...within.toReversed()].join('\n')))).toMatchObject({ state: 'checked', facts: { opening: 1_000, closing: 1_010 } });
  });

  it('must join the last one: a gap, an earlier start and a day not over are refused', async () => {
    await desk.book(lines(3));
    expect(await failure(await desk.check(statementCsv(desk.balance + 1, lines(1, addDays(day, 3)))))).toBe('OPENING_DIFFERS');
    expect(await failure(await desk.check(statementCsv(0, lines(1, addDays(day, -1)))))).toBe('BEFORE_FIRST');
    expect(await failure(await desk.check(statementCsv(desk.balance, lines(1, app.clock.today()))))).toBe('DAY_UNFINISHED');
    expect(await desk.run(await desk.check(statementCsv(desk.balance, lines(1, addDays(day, 9)))))).toMatchObject({ state: 'checked' });
  });

  it('that is replayed changes nothing, and one that overlaps brings its new days alone', async () => {
    const first = lines(3);
    await desk.book(first);
    const again = await desk.check(statementCsv(0, first));
    expect(await desk.run(again)).toMatchObject({ counts: { total: 3, accepted: 0, unchanged: 3, rejected: 0 } });
    await desk.apply(again);
    expect(await bank()).toBe(desk.balance);
    const longer = await desk.check(statementCsv(10_000, [...first.slice(1), ...lines(2, addDays(day, 3))]));
    expect(await desk.run(longer)).toMatchObject({ counts: { total: 4, accepted: 2, unchanged: 2, rejected: 0 } });
    await desk.apply(longer);
    expect(await bank()).toBe(desk.balance + 20_001);
  });

  it('that tells another story of a known day is refused with the difference', async () => {
    await desk.book([{ on: day, amount: 1_000, remark: 'A' }, { on: day, amount: 2_000, remark: 'B' }]);
    const id = await desk.check(statementCsv(0, [{ on: day, amount: 1_000, remark: 'A' }, { on: day, amount: 1_500, remark: 'X' }, { on: day, amount: 500, remark: 'Y' }]));
    expect(await desk.run(id)).toMatchObject({ state: 'checked', counts: { rejected: 3 } });
    expect((await issues(id)).toSorted()).toEqual(['3 DAY_DIFFERS', '3 DAY_LACKS', '4 DAY_DIFFERS']);
    await expect(desk.apply(id)).rejects.toMatchObject({ code: 'IMPORT_HAS_ERRORS' });
  });

  it('finds a deposit named in the row below, counts what it left out, and knows the line again without those words', async () => {
    const rows = ['Tanggal;Keterangan;Debit;Kredit;Saldo', `${formatShort(day)};SETOR TUNAI;;5.000,00;5.000,00`, ';PB4M000012 PUJON;;;', `${formatShort(day)};BUNGA;;0,00;5.000,00`];
    const id = await desk.check(rows.join('\n'));
    expect((await desk.run(id)).counts).toMatchObject({ total: 2, accepted: 1, warned: 1, rejected: 0 });
    await desk.apply(id);
    expect(await asOwner(`select l.remark, r.reference from statement_lines l join line_references r on r.line_id = l.id where l.statement_id = $1`, [id])).toEqual([{ remark: 'SETOR TUNAI PB4M000012 PUJON', reference: 'PB4M000012' }]);
    expect((await desk.run(await desk.check([rows[0], rows[1]].join('\n')))).counts).toMatchObject({ total: 1, unchanged: 1, rejected: 0 });
  });

  it('whose staged rows a crash of the database took books nothing and leaves the account where it was', async () => {
    await desk.book([{ on: day, amount: 1_000, remark: 'A' }]);
    const before = await bankAccountById(app.database, desk.office, desk.accountId);
    const id = await desk.check(statementCsv(1_000, [{ on: addDays(day, 1), amount: 2_000, remark: 'B' }]));
    await asOwner('delete from bank_statement_rows where run_id = $1', [id]);
    await desk.apply(id).catch(() => undefined);
    expect(await desk.run(id)).toMatchObject({ state: 'checked', failure: { code: 'IMPORT_CHECK_LOST' } });
    expect(await bankAccountById(app.database, desk.office, desk.accountId)).toEqual(before);
  });

  it('keeps true twins apart, and knows a line again whose remark the bank has changed since', async () => {
    const twins = [{ on: day, amount: 1_000, remark: 'SAMA', reference: 'R1' }, { on: day, amount: 1_000, remark: 'SAMA', reference: 'R1' }];
    await desk.book(twins);
    expect(await asOwner('select ordinal from statement_lines where account_id = $1 order by 1', [desk.accountId])).toEqual([{ ordinal: 1 }, { ordinal: 2 }]);
    const id = await desk.check(statementCsv(0, twins.map((line) => ({ ...line, remark: 'SAMA H+1 LENGKAP' }))));
    expect(await desk.run(id)).toMatchObject({ counts: { unchanged: 2, accepted: 0 } });
    const third = await desk.check(statementCsv(0, [...twins, twins[0] as (typeof twins)[0]]));
    expect(await issues(third)).toEqual(['4 DAY_DIFFERS']);
  });

  it('with hundredths is booked in whole rupiah that end where the bank ends', async () => {
    const csv = ['Tanggal;Keterangan;Debit;Kredit;Saldo', `${formatShort(day)};BUNGA;;12,60;1.012,60`, `${formatShort(day)};BUNGA;;12,60;1.025,20`, `${formatShort(day)};SETOR;;250.000,00;251.025,20`, `${formatShort(day)};PAJAK;5,30;;251.019,90`].join('\n');
    const id = await desk.check(csv);
    await desk.apply(id);
    expect(await asOwner('select amount::int as amount, exact_sen::int as sen from statement_lines where statement_id = $1 order by row', [id])).toEqual([{ amount: 12, sen: 1_260 }, { amount: 13, sen: 1_260 }, { amount: 250_000, sen: 25_000_000 }, { amount: -6, sen: -530 }]);
    expect(await bank()).toBe(251_019 - 1_000);
  });

  it('is taken back while nothing of it is claimed and nothing came after it; then the next joins where it began', async () => {
    const first = await desk.book(lines(2));
    const second = await desk.check(statementCsv(desk.balance, lines(1, addDays(day, 2))));
    await desk.apply(second);
    await expect(desk.reverse(first)).rejects.toMatchObject({ code: 'STATEMENT_NOT_LAST' });
    await desk.reverse(second);
    expect(await desk.run(second)).toMatchObject({ state: 'reversed' });
    expect(await bank()).toBe(desk.balance);
    expect(await bankAccountById(app.database, desk.office, desk.accountId)).toMatchObject({ knownTo: addDays(day, 1), closing: desk.balance });
    const again = await desk.check(statementCsv(desk.balance, lines(1, addDays(day, 2))));
    expect(await desk.run(again)).toMatchObject({ counts: { accepted: 1 } });
    await desk.apply(again);
    expect(await bank()).toBe(desk.balance + 10_000);
  });

  it('of another account is refused, and one weighed before another was booked is weighed again', async () => {
    const [a, b] = [await desk.check(statementCsv(0, lines(1))), await desk.check(statementCsv(0, lines(2)))];
    await desk.apply(a);
    await expect(desk.apply(b)).rejects.toMatchObject({ code: 'IMPORT_STALE' });
    expect(await desk.run(b)).toMatchObject({ state: 'checked' });
    await expect(desk.upload('x', { account: 'not-an-account' })).rejects.toMatchObject({ status: 422, errors: [{ field: 'account' }] });
  });

  it('may be changed by nobody: neither its lines nor what was decided about them', async () => {
    await desk.book(lines(1));
    for (const role of ['app', 'worker'] as const) {
      for (const sql of ['update statement_lines set amount = 1', 'delete from statement_lines', 'delete from claims', 'update claims set lines_amount = 0', 'delete from claim_lines', 'update expected_receipts set amount = 1', 'delete from line_references', 'delete from bank_accounts']) {
        await expect(connectedAs(role, async (client) => { await client.query(`begin`); await client.query(`set local app.village_id = '0'`); await client.query(sql); })).rejects.toThrow('permission denied');
      }
    }
  });
});
