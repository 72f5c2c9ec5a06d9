import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { SealAudit } from '#audit';
import { type Actor, jobActor } from '#platform';
import { plainDate } from '#values';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { account, defineAccount } from '../account/account.js';
import { trialBalance } from '../trial-balance/trial-balance.queries.js';
import { listJournals } from './journal.queries.js';
import { postBulkJournal } from './post-bulk-journal.js';
import { type NewJournal, postJournal } from './post-journal.js';
import { reverseJournal } from './reverse-journal.js';
import { VerifyLedger } from './verify-ledger.js';

const cash = defineAccount({ kind: 'spec-cash', name: 'Kas uji', side: 'debit' });
const owed = defineAccount({ kind: 'spec-owed', name: 'Piutang uji', side: 'debit' });
const earned = defineAccount({ kind: 'spec-earned', name: 'Pendapatan uji', side: 'credit' });

let app: OpenDatabase;
let worker: OpenDatabase;
let first: Actor;
let second: Actor;
const holder = uuidv7();
const day = plainDate('2026-11-24');

const payment = (amount: bigint, more: Partial<NewJournal> = {}): NewJournal => {
  const subjectId = more.subjectId ?? uuidv7();
  return { key: `payment:${subjectId}`, kind: 'payment', day, subjectType: 'spec', subjectId, action: 'spec.paid', transfers: [{ debit: account(cash, holder), credit: account(owed), amount, itemId: holder }], ...more };
};
const post = (actor: Actor, journal: NewJournal): Promise<string> => app.database.inVillage(actor, (tx) => postJournal(tx, journal));
const verify = (actor: Actor) => new VerifyLedger(app.database).run(actor);
const balances = async (actor: Actor) => Object.fromEntries((await trialBalance(app.database, actor, {})).accounts.map((row) => [row.account, row.balance]));

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  first = jobActor((await buildVillage()).unitId, 'spec');
  second = jobActor((await buildVillage()).unitId, 'spec');
});

afterAll(async () => {
  await app.close();
  await worker.close();
});

describe('a journal', () => {
  it('moves amounts, balances, and leaves its hash in the trail', async () => {
    const id = await post(first, payment(25_000n, { transfers: [{ debit: account(cash, holder), credit: account(owed), amount: 24_500n, itemId: holder }, { debit: account(cash, holder), credit: account(earned), amount: 500n }] }));
    const trial = await trialBalance(app.database, first, {});
    expect(trial).toMatchObject({ debit: 25_000, credit: 25_000 });
    expect(await balances(first)).toEqual({ [`spec-cash:${holder}`]: 25_000, 'spec-earned': 500, 'spec-owed': -24_500 });
    expect(await balances(second)).toEqual({});
    const [entry] = await asOwner(`select detail from audit_entries where village_id = $1 and action = 'spec.paid'`, [first.unitId]);
    expect(entry).toMatchObject({ detail: { journal: id, journalHash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await verify(first)).toEqual({ intact: true, journals: 1, broken: [] });
  });

  it('is posted once for its key, however often it is tried', async () => {
    const same = payment(1_000n);
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => post(first, same)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await balances(first))[`spec-cash:${holder}`]).toBe(26_000);
  });

  it('posts a query in one go, with the hash Node would give', async () => {
    const items = `select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid as item_id, (n * 10)::bigint as amount from generate_series(1, 1000) n where $1::int > 0`;
    const { transfers: _one, ...journal } = payment(1n, { kind: 'list' });
    const bulk = await app.database.inVillage(first, (tx) => postBulkJournal(tx, { ...journal, debit: account(owed), credit: account(earned), items: { sql: items, values: [first.unitId] } }));
    expect(bulk).toMatchObject({ amount: 5_005_000n, transfers: 1_000 });
    expect(await verify(first)).toMatchObject({ intact: true });
    const none = await app.database.inVillage(first, (tx) => postBulkJournal(tx, { ...journal, key: 'none', debit: account(owed), credit: account(earned), items: { sql: items, values: [first.unitId] } }).then(() => postBulkJournal(tx, { ...journal, key: 'nothing', debit: account(owed), credit: account(earned), items: { sql: `${items} and false`, values: [first.unitId] } })));
    expect(none).toBeNull();
  });

  it('is taken back once, by its mirror image', async () => {
    const id = await post(second, payment(40_000n));
    const reversal = { key: `reversal:${id}`, kind: 'reversal', day, subjectType: 'spec', subjectId: uuidv7(), action: 'spec.reversed', reason: 'salah orang' };
    const takeBack = (key: string) => app.database.inVillage(second, (tx) => reverseJournal(tx, id, { ...reversal, key }));
    const tries = await Promise.allSettled(['a', 'b', 'c', 'd'].map((key) => takeBack(key)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balances(second)).toEqual({ [`spec-cash:${holder}`]: 0, 'spec-owed': 0 });
    await expect(takeBack('e')).rejects.toMatchObject({ code: 'JOURNAL_REVERSED', status: 409 });
    const [mirror] = (await listJournals(app.database, second, {})).items;
    expect(mirror).toMatchObject({ reverses: id, reason: 'salah orang', amount: 40_000, transfers: [{ debit: 'spec-owed', credit: `spec-cash:${holder}`, amount: 40_000, itemId: holder }] });
    await expect(app.database.inVillage(second, (tx) => reverseJournal(tx, mirror?.id ?? '', { ...reversal, key: 'f' }))).rejects.toMatchObject({ code: 'JOURNAL_REVERSED' });
    await expect(app.database.inVillage(first, (tx) => reverseJournal(tx, id, { ...reversal, key: 'g' }))).rejects.toMatchObject({ status: 404 });
  });

  it('is of one village: pages and days are its own', async () => {
    const page = await listJournals(app.database, first, { limit: 2 });
    expect(page.items).toHaveLength(2);
    const rest = await listJournals(app.database, first, { limit: 2, after: page.next ?? '' });
    expect(rest.items.map(({ id }) => id)).not.toContain(page.items[0]?.id);
    expect((await listJournals(app.database, first, { day: '2026-11-23' })).items).toEqual([]);
    expect((await listJournals(app.database, second, { subject: page.items[0]?.subjectId ?? '' })).items).toEqual([]);
  });
});

describe('the ledger is append-only and sealed', () => {
  it.each(['app', 'worker', 'portal'] as const)('lets %s neither change nor remove a posting', async (role) => {
    for (const table of ['journals', 'transfers', 'ledger_accounts']) {
      for (const sql of [`update ${table} set village_id = village_id`, `delete from ${table}`]) {
        await connectedAs(role, (client) => expect(client.query(sql)).rejects.toMatchObject({ code: '42501' }));
      }
    }
  });

  it('finds a changed amount, an added and a removed journal, and a hash made to fit', async () => {
    await new SealAudit(worker.database).sealVillage(second.unitId);
    const id = await post(second, payment(75_000n));
    const amount = (to: number) => asOwner('update transfers set amount = $3 where village_id = $1 and journal_id = $2', [second.unitId, id, to]);
    await amount(70_000);
    expect(await verify(second)).toMatchObject({ intact: false, broken: [{ journal: id, reason: 'content-changed' }] });
    await amount(75_000);
    expect(await verify(second)).toMatchObject({ intact: true });

    await asOwner(`update journals set content_hash = '\\x00' where village_id = $1 and id = $2`, [second.unitId, id]);
    expect(await verify(second)).toMatchObject({ broken: [{ journal: id, reason: 'content-changed' }] });
    await asOwner('delete from transfers where village_id = $1 and journal_id = $2', [second.unitId, id]);
    await asOwner('delete from journals where village_id = $1 and id = $2', [second.unitId, id]);
    expect(await verify(second)).toMatchObject({ broken: [{ journal: id, reason: 'journal-missing' }] });

    const copied = uuidv7();
    await asOwner(
      `with j as (select $2::uuid as id, 'forged'::text as key, 'payment'::text as kind, '2026-11-24'::date as day),
            t as (insert into transfers (village_id, journal_id, line, day, debit, credit, amount) select $1, $2, 1, j.day, 'spec-owed', $3, 5 from j returning *)
       insert into journals (village_id, id, key, kind, day, subject_type, subject_id, transfers, amount, content_hash, posted_by_name, posted_at)
       select $1, j.id, j.key, j.kind, j.day, 'spec', j.id, 1, 5, sha256(convert_to(concat_ws('|', j.id, j.key, j.kind, j.day, '') || E'\\n' || concat_ws('|', 1, 'spec-owed', $3::text, 5, ''), 'UTF8')), '', now() from j`,
      [second.unitId, copied, `spec-cash:${holder}`],
    );
    expect((await verify(second)).broken).toContainEqual({ journal: copied, reason: 'not-in-trail' });
  });
});
