import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '../../../../test/support/database.js';
import { addDays } from '#values';
import { BankDesk, daysAgo } from '../../../../test/support/bank-desk.js';
import { openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { TaxVillage } from '../../../../test/support/tax-village.js';
import { rowsOf } from '../../../../test/support/workbook-rows.js';
import { ExportExpectedReceipts } from '../expected-receipt/export-expected-receipts.js';
import { ExportStatementLines } from './export-statement-lines.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let desk: BankDesk;
let village: TaxVillage;

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  village = await TaxVillage.open(app, worker);
  desk = await BankDesk.open(app, worker);
});

afterAll(async () => {
  await desk.close();
  await app.close();
  await worker.close();
});

describe('what the bank shows, as workbooks', () => {
  it('holds what is filtered, safe to open, each in the trail and without the words that were searched', async () => {
    const day = daysAgo(app.clock.today(), 10);
    const made = await village.confirmedDeposit([140_000, 110_000], day);
    const statement = await desk.book([{ on: day, amount: 240_000, remark: `SETOR ${made.reference}`, reference: 'TRX1' }, { on: addDays(day, 1), amount: 7_000, remark: '=CMD()' }, { on: addDays(day, 2), amount: -2_500, remark: 'BIAYA ADM' }]);
    await desk.settle(village.unitId);
    const lines = (filter: object) => new ExportStatementLines(app.database, app.clock).run(desk.office, { statement, ...filter }).then(rowsOf);
    expect((await lines({})).map((row) => row.slice(1, 9))).toEqual([
      [`SETOR ${made.reference}`, 'TRX1', 240_000, null, 'selisih jumlah', made.reference, expect.any(String), 250_000],
      ["'=CMD()", null, 7_000, null, 'belum dikenali', null, null, null],
      ['BIAYA ADM', null, null, 2_500, 'belum dikenali', null, null, null],
    ]);
    expect(await lines({ verdict: 'AMOUNT_MISMATCH' })).toHaveLength(1);
    expect(await lines({ search: 'BIAYA' })).toHaveLength(1);
    expect((await lines({ age: '8-30' })).map((row) => row[1])).toEqual([`SETOR ${made.reference}`, "'=CMD()", 'BIAYA ADM']);
    expect(await lines({ age: '2-7' })).toEqual([]);
    const expected = (filter: object) => new ExportExpectedReceipts(app.database, app.clock).run(desk.office, { village: village.code, ...filter }).then(rowsOf);
    expect((await expected({})).map((row) => [row[0], row[1], row[4], row[5], row[6], row[7], row[8]])).toEqual([[made.reference, village.code, 250_000, 'selisih jumlah', -10_000, 10, 'belum']]);
    expect(await expected({ verdict: 'SETTLED' })).toEqual([]);
    expect(await asOwner(`select action, detail from audit_entries where user_id = $1 and action like '%.exported' order by id`, [desk.office.userId])).toEqual([
      { action: 'statement-line.exported', detail: { count: 3, statement } },
      { action: 'statement-line.exported', detail: { count: 1, statement, verdict: 'AMOUNT_MISMATCH' } },
      { action: 'statement-line.exported', detail: { count: 1, statement } },
      { action: 'statement-line.exported', detail: { count: 3, statement, age: '8-30' } },
      { action: 'statement-line.exported', detail: { count: 0, statement, age: '2-7' } },
      { action: 'expected-receipt.exported', detail: { count: 1, village: village.code } },
      { action: 'expected-receipt.exported', detail: { count: 0, village: village.code, verdict: 'SETTLED' } },
    ]);
  });
});
