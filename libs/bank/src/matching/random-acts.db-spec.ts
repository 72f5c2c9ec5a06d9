import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { VerifyLedger } from '#ledger';
import { DomainError, jobActor } from '#platform';
import { RecountTallies } from '#tallies';
import { addDays, type PlainDate } from '#values';
import { BankDesk, clearings, daysAgo, type StatementLine } from '../../../../test/support/bank-desk.js';
import { workerDatabase } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { assertBooks } from '../../../../test/support/tax-books.js';
import { TaxVillage } from '../../../../test/support/tax-village.js';
import { DecideTaxRuleSet } from '../../../pbb/src/tax-rule/decide-tax-rule-set.js';
import { ProposeTaxRuleSet } from '../../../pbb/src/tax-rule/propose-tax-rule-set.js';

/** `PAMONG_ACTS=10000` for the long day. */
const ACTS = Number(process.env['PAMONG_ACTS'] ?? 1_000);
/** The whole proof (every hash, every count) so often; what is asked after each act are sums of the village it touched. */
const PROOF_EVERY = 500;
const SEED = Number(process.env['PAMONG_SEED'] ?? 20_261_127);

let app: OpenDatabase;
let worker: OpenDatabase;
let desk: BankDesk;
let looking: pg.Client;
let villages: Desk[];
let day: PlainDate;

/** What a village has lying about. */
interface Desk {
  readonly at: TaxVillage;
  readonly unpaid: { id: string }[];
  readonly inHand: string[];
  readonly listed: string[];
  readonly confirmed: { id: string; reference: string; amount: number }[];
}

let state = SEED;
/** Numbers that are the same at every run of a seed (mulberry32). */
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}
const take = <T>(from: T[]): T | undefined => (from.length === 0 ? undefined : from.splice(random(from.length), 1)[0]);
const some = <T>(from: T[], most: number): T[] => Array.from({ length: Math.min(1 + random(most), from.length) }, () => take(from) as T);

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  looking = new pg.Client({ connectionString: workerDatabase().owner });
  await looking.connect();
  await buildVillage();
  // Late bills: penalties go the way of the money as well.
  const [one, other] = [await staffAt(0, 'tax-office'), await staffAt(0, 'tax-office')];
  const { id } = await new ProposeTaxRuleSet(app.database).run(one, { taxYearFrom: 2004, taxYearTo: 2006, monthlyRate: 1_000, mostMonths: 24, regulation: 'Perda uji' });
  await new DecideTaxRuleSet(app.database).run(other, id, true);
  villages = [];
  for (let n = 0; n < 3; n++) villages.push({ at: await TaxVillage.open(app, worker), unpaid: [], inHand: [], listed: [], confirmed: [] });
  desk = await BankDesk.open(app, worker);
  day = daysAgo(app.clock.today(), 3_000);
});

afterAll(async () => {
  await desk.close();
  await looking.end();
  await app.close();
  await worker.close();
});

const settle = () => desk.settle(...villages.map(({ at }) => at.unitId));

type Act = (desk: Desk) => Promise<void>;

const pay: Act = async ({ at, unpaid, inHand }) => {
  if (unpaid.length === 0) for (let n = 0; n < 8; n++) unpaid.push(await at.bill({ taxYear: 2004 + random(3), amount: BigInt(5_000 + random(90_000)), dueOn: `20${15 + random(10)}-08-31` }));
  inHand.push(await at.pay(some(unpaid, 3)));
};

const reverse: Act = async ({ at, inHand, unpaid }) => {
  const payment = take(inHand);
  if (!payment) return;
  const { lines } = await at.payment(payment);
  await at.reverse(payment);
  unpaid.push(...lines.map(({ billId }) => ({ id: billId })));
};

const deposit: Act = async ({ at, inHand, listed }) => {
  if (inHand.length > 0) listed.push(await at.deposit(some(inHand, 5)));
};

const cancel: Act = async ({ at, inHand, listed }) => {
  const id = take(listed);
  if (!id) return;
  const { payments } = await at.depositOf(id);
  await at.cancel(id);
  inHand.push(...payments.map((payment) => payment.id));
};

const confirm: Act = async ({ at, listed, confirmed }) => {
  const id = take(listed);
  if (!id) return;
  await at.confirm(id, at.treasurer, day);
  const { reference, amount } = await at.depositOf(id);
  confirmed.push({ id, reference, amount });
  await settle();
};

/** What a bank sends for a day: deposits rightly, shortly, namelessly or twice, its own corrections, and other people's money. */
const statement: Act = async ({ confirmed }) => {
  const lines: StatementLine[] = [];
  const add = (amount: number, remark: string): void => void lines.push({ on: day, amount, remark });
  for (const { reference, amount } of some(confirmed, 3)) {
    const kind = random(10);
    if (kind < 5) add(amount, `SETORAN ${reference}`);
    else if (kind < 7) add(amount, 'SETORAN TUNAI');
    else if (kind < 8) [amount, amount].forEach((twice) => add(twice, `SETORAN ${reference}`));
    else add(amount - 1_000, `SETORAN ${reference}`);
    if (kind === 8) add(1_000, 'KEKURANGAN SETORAN');
  }
  if (random(4) === 0) {
    const [line] = (await looking.query<{ amount: string; remark: string }>(`select amount, remark from statement_lines where account_id = $1 and amount > 0 and state in ('open', 'claimed') and booked_on > $2::date - 10 order by id desc limit 1`, [desk.accountId, day])).rows;
    if (line) add(-Number(line.amount), `KOREKSI ${line.remark}`);
  }
  add(1_000_000 + random(1_000_000), 'TRANSFER LAIN');
  await desk.book(lines);
  day = addDays(day, 1);
  await settle();
};

/** A person matches what the house did not: equal sums, also of two lines. */
const match: Act = async () => {
  const [pair] = (await looking.query<{ expected: string; lines: string[] }>(
    `select e.id as expected, array[l.id] || case when r.id is null then array[]::uuid[] else array[r.id] end as lines
       from expected_receipts e join statement_lines l on l.account_id = $1 and l.state = 'open' and l.amount > 0 and l.amount <= e.amount
       left join lateral (select id from statement_lines o where o.account_id = $1 and o.state = 'open' and o.id <> l.id and o.amount = e.amount - l.amount and o.amount > 0 limit 1) r on true
      where e.state = 'open' and e.for_village_id = any($2) and (l.amount = e.amount or r.id is not null) order by e.id limit 1`,
    [desk.accountId, villages.map(({ at }) => at.unitId)],
  )).rows;
  if (!pair) return;
  await desk.match(pair.lines[0] ?? '', [pair.expected], pair.lines.slice(1));
  await settle();
};

const undo: Act = async () => {
  const { rows } = await looking.query<{ id: string }>(`select id from statement_lines where account_id = $1 and state in ('claimed', 'reversed') order by id desc limit 20`, [desk.accountId]);
  const line = rows[random(Math.max(rows.length, 1))];
  if (!line) return;
  await desk.undo(line.id);
  await settle();
};

/** The acts of an office, as often as they happen. */
const ACTS_BY_WEIGHT: readonly (readonly [Act, number])[] = [[pay, 52], [reverse, 8], [deposit, 16], [cancel, 3], [confirm, 10], [statement, 5], [match, 3], [undo, 3]];
function someAct(): Act {
  let place = random(100);
  for (const [act, weight] of ACTS_BY_WEIGHT) {
    place -= weight;
    if (place < 0) return act;
  }
  return pay;
}

const balance = (account: string, grows: 'debit' | 'credit'): string =>
  `coalesce((select sum(case when ${grows} = '${account}' then amount else -amount end) from transfers where village_id = $1 and (debit = '${account}' or credit = '${account}')), 0)`;
const counted = (measure: string): string =>
  `(coalesce((select sum(total) from tallies where village_id = $1 and measure = '${measure}'), 0) + coalesce((select sum(delta) from tally_deltas where village_id = $1 and measure = '${measure}'), 0))`;
const lines = (part: string): string => `coalesce((select sum(l.${part}) from payment_lines l where l.village_id = $1 and l.living), 0)`;

/** Every difference of a village's book, named; an empty object is the proof. */
const DIFFERENCES = `select jsonb_strip_nulls(jsonb_build_object(
  'bills', nullif((select count(*) from bill_positions p left join (
      select item_id, sum(case when debit = 'receivable' then amount else -amount end) as owed from transfers where village_id = $1 and (debit = 'receivable' or credit = 'receivable') group by 1) t on t.item_id = p.bill_id
     where p.village_id = $1 and p.owed <> coalesce(t.owed, 0)), 0),
  'bill states', nullif((select count(*) from bill_positions p left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.payment_id and dp.living left join deposits d on d.village_id = $1 and d.id = dp.deposit_id
     where p.village_id = $1 and p.state <> case when p.payment_id is null then 'unpaid' when d.state is null or d.state = 'listed' then 'with-collector' when d.state = 'confirmed' then 'deposited' else d.state end), 0),
  'cash', nullif(${balance('collector-cash:$collector', 'debit')} - coalesce((select sum(p.principal + p.penalty) from payments p left join deposit_payments dp on dp.village_id = $1 and dp.payment_id = p.id and dp.living
     left join deposits d on d.village_id = $1 and d.id = dp.deposit_id where p.village_id = $1 and p.reversed_at is null and (d.state is null or d.state = 'listed')), 0), 0),
  'in transit', nullif(${balance('in-transit', 'debit')} - coalesce((select sum(amount) from deposits where village_id = $1 and state = 'confirmed'), 0), 0),
  'clearing', nullif(${balance('clearing', 'debit')} - coalesce((select sum(amount) from deposits where village_id = $1 and state = 'settled'), 0), 0),
  'regency clearing', nullif(${balance('clearing', 'debit')} - coalesce((select sum(case when credit = 'village-clearing:' || $1 then amount else -amount end) from transfers where village_id = 0 and (credit = 'village-clearing:' || $1 or debit = 'village-clearing:' || $1)), 0), 0),
  'living claims', nullif(${balance('clearing', 'debit')} - coalesce((select sum(amount) from claim_deposits where for_village_id = $1 and living), 0), 0),
  'received', nullif(${counted('pbb-received')} - ${lines('principal')}, 0),
  'penalty', nullif(${counted('pbb-penalty')} - ${lines('penalty')}, 0),
  'cash counted', nullif(${counted('pbb-cash-in-hand')} - ${balance('collector-cash:$collector', 'debit')}, 0),
  'settled counted', nullif(${counted('pbb-clearing')} - ${balance('clearing', 'debit')}, 0)
)) as found`;

const differencesOf = async ({ unitId, collectorId }: TaxVillage): Promise<object> => (await looking.query<{ found: object }>(DIFFERENCES.replaceAll('$collector', collectorId).replaceAll('$1', String(unitId)))).rows[0]?.found ?? {};

async function proveAll(): Promise<void> {
  for (const { at } of villages) await assertBooks(app.database, at.unitId);
  expect(await new VerifyLedger(app.database).run(jobActor(0, 'spec'))).toMatchObject({ intact: true });
  expect((await new RecountTallies(worker.database).above()).filter(({ measure }) => measure.startsWith('bank-'))).toEqual([]);
  const both = await clearings(villages.map(({ at }) => at.unitId));
  expect(both.regency).toBe(both.villages);
}

describe(`${ACTS.toLocaleString('en')} acts of three villages, a bank and a person who matches`, () => {
  it(`leave both books, bills, cash, clearings and counts in agreement after every one (seed ${SEED})`, async () => {
    const done = new Map<string, number>();
    for (let act = 1; act <= ACTS; act++) {
      const [what, where] = [someAct(), villages[random(villages.length)] as Desk];
      await what(where).catch((error: unknown) => {
        // A refusal by a rule changes nothing and is part of an office's day.
        if (!(error instanceof DomainError)) throw error;
      });
      done.set(what.name, (done.get(what.name) ?? 0) + 1);
      const touched = [statement, match, undo].includes(what) ? villages : [where];
      for (const { at } of touched) expect([act, what.name, await differencesOf(at)]).toEqual([act, what.name, {}]);
      if (act % PROOF_EVERY === 0) await proveAll();
    }
    await proveAll();
    // What was never done proves nothing.
    for (const [what] of ACTS_BY_WEIGHT) expect(done.get(what.name)).toBeGreaterThan(ACTS / 100);
    const [settled] = (await looking.query<{ n: string }>(`select count(*) as n from deposits where state = 'settled' and village_id = any($1)`, [villages.map(({ at }) => at.unitId)])).rows;
    expect(Number(settled?.n)).toBeGreaterThan(ACTS / 200);
  }, 1_200_000);
});
