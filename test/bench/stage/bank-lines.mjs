import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { v7 as uuidv7 } from 'uuid';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';
import { depositReference } from '../../../dist/libs/pbb/src/deposit/deposit-reference.js';
import { clearLists } from './tax-lists.mjs';

const ACCOUNT = '0041234567';

/**
 * Confirmed deposits of every village and the office's expectation of them, and an account.
 * @returns {Promise<{ account: string, references: { reference: string, amount: number }[] }>}
 */
export async function expectDeposits(stage, deposits) {
  await clearLists(stage);
  const units = (await stage.asOwner('select id from units where id > 0 order by id')).map(({ id }) => id);
  const account = uuidv7();
  await stage.asOwner(`insert into bank_accounts (village_id, id, bank, number, holder, opened_by, opened_by_name, opened_at) values (0, $1, 'Bank Jatim', $2, 'RKUD', $1, 'Uji', now())`, [account, ACCOUNT]);
  await stage.asOwner(
    `insert into ledger_accounts (village_id, code, kind, opened_at) select u, a, a, now() from unnest($1::int[]) u, unnest(array['in-transit', 'assessed', 'clearing']) a`, [units]);
  await stage.asOwner(
    `with c as (insert into collectors (village_id, id, user_id, name, book_code, started_on) select u, gen_random_uuid(), gen_random_uuid(), 'Petugas Uji', '01', '2020-01-01' from unnest($1::int[]) u returning village_id, id)
     insert into journals (village_id, id, key, kind, day, subject_type, subject_id, transfers, amount, content_hash, posted_by_name, posted_at)
     select village_id, id, 'uji', 'uji', '2026-01-01', 'uji', id, 1, 1, '\\x00', 'Uji', now() from c`, [units]);
  const references = Array.from({ length: deposits }, (_, n) => ({ id: uuidv7(), unit: units[n % units.length], reference: depositReference(units[n % units.length], Math.floor(n / units.length) + 1), amount: 100_000 + n * 7 }));
  for (let from = 0; from < deposits; from += 5_000) {
    const some = references.slice(from, from + 5_000);
    await stage.asOwner(
      `with d as (select * from unnest($1::uuid[], $2::int[], $3::text[], $4::bigint[]) as d (id, unit, reference, amount)), made as (
         insert into deposits (village_id, id, collector_id, reference, bank, receipts, amount, state, request_key, request_hash, listed_by, listed_by_name, listed_at, proof_sha256, deposited_on, confirmed_by, confirmed_by_name, confirmed_at, journal_id)
         select d.unit, d.id, c.id, d.reference, 'Bank Jatim', 1, d.amount, 'confirmed', d.reference, '\\x00', d.id, 'Uji', now(), repeat('a', 64), '2026-01-02', c.id, 'Uji', now(), c.id
           from d join collectors c on c.village_id = d.unit)
       insert into expected_receipts (village_id, id, for_village_id, deposit_id, reference, amount, deposited_on, expected_at, state) select 0, gen_random_uuid(), unit, id, reference, amount, '2026-01-02', now(), 'open' from d`,
      [some.map(({ id }) => id), some.map(({ unit }) => unit), some.map(({ reference }) => reference), some.map(({ amount }) => amount)],
    );
  }
  await stage.asOwner('analyze deposits, expected_receipts');
  return { account, references };
}

/** A statement of `lines` bookings as CSV: each deposit once, most by its reference, the rest other people's money. */
export function writeStatement(path, references, lines) {
  const every = Math.floor(lines / references.length);
  const rows = ['Tanggal;Keterangan;No Referensi;Debit;Kredit;Saldo'];
  let balance = 0;
  for (let row = 0; row < lines; row++) {
    const deposit = row % every === 0 ? references[row / every] : undefined;
    const amount = deposit ? deposit.amount : 50_000_000 + row * 3;
    balance += amount;
    // One in ten says nothing but its amount.
    const remark = deposit && row % 10 !== 3 ? `SETORAN PBB ${deposit.reference} DESA` : `TRANSFER MASUK ${row} DARI NASABAH`;
    rows.push(`0${2 + Math.min(Math.floor((row * 3) / lines), 2)}-01-2026;${remark};R${row};;${amount};${balance}`);
  }
  writeFileSync(path, rows.join('\n'));
}

/** Upload, weighing, booking, matching and the villages' settlement. @returns {Promise<Record<'weighed' | 'booked' | 'matched' | 'settled', number>>} seconds from the start */
export async function statementThroughApi(stage, address, headers, { account, path, deposits }) {
  const form = new FormData();
  form.append('account', account);
  form.append('file', new Blob([readFileSync(path)]), 'koran.csv');
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  const ask = async (route, options = {}) => {
    const response = await fetch(`${address}/api/v1${route}`, { ...options, headers: { ...headers, ...options.headers } });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return response.json();
  };
  const until = async (question, good) => {
    for (;;) {
      const [row] = await stage.asOwner(question);
      if (good(row)) return since();
      await sleep(50);
    }
  };
  const { id } = await ask('/bank-statements', { method: 'POST', body: form, headers: { 'idempotency-key': uuidv7() } });
  const state = (wanted) => until(`select state, failure_message from import_runs where id = '${id}'`, (row) => {
    if (row.failure_message) throw new Error(row.failure_message);
    return row.state === wanted;
  });
  const weighed = await state('checked');
  await ask(`/bank-statements/${id}/application`, { method: 'POST', headers: { 'idempotency-key': uuidv7() } });
  const booked = await state('applied');
  const matched = await until(`select count(*)::int as n from outbox where name = 'match-lines' and done_at is null`, ({ n }) => n === 0);
  const settled = await until(`select count(*)::int as n from claim_deposits where settled_at is not null`, ({ n }) => n === deposits);
  return { weighed, booked, matched, settled };
}

/** Keeps the lines as a file that COPY reads. */
export const keepLines = (stage, file) => withConnection(stage.urls.owner, (client) => pipeline(client.query(copyTo('copy statement_lines to stdout')), createWriteStream(file)));

/** The bare measure: the same lines into the same table with its keys and indexes, and one join with the deposits. @returns seconds of both */
export async function copyAndJoin(stage, file) {
  return withConnection(stage.urls.owner, async (client) => {
    await client.query('truncate statement_lines, line_references, claim_lines');
    const started = performance.now();
    await client.query('begin');
    await pipeline(createReadStream(file), client.query(copyFrom('copy statement_lines from stdin')));
    await client.query('commit');
    const copied = (performance.now() - started) / 1000;
    await client.query(`create temp table matched as select l.id as line, e.id as deposit from statement_lines l join expected_receipts e on e.village_id = l.village_id and e.amount = l.amount and position(e.reference in l.remark) >= 0 where l.village_id = 0`);
    return { copied, joined: (performance.now() - started) / 1000 };
  });
}
