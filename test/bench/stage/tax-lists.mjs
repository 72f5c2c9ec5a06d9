import { createReadStream, createWriteStream } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { v7 as uuidv7 } from 'uuid';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';

/** What a list writes, in the order in which the rows may refer to each other. */
const TABLES = ['tax_objects', 'bills', 'bill_positions', 'ledger_accounts', 'journals', 'transfers'];
/** What stands on a book besides its bills. */
export const MONEY = ['payments', 'payment_lines', 'deposits', 'deposit_payments', 'collectors', 'collector_assignments', 'settlements', 'bank_accounts', 'bank_statements', 'statement_lines', 'line_references', 'expected_receipts', 'claims', 'claim_lines', 'claim_deposits', 'bank_statement_rows'];
const LISTS = ['assessment_lists', 'assessment_parts', 'assessment_rows', 'import_issues', 'tally_deltas', 'tallies'];

/** A prefix for each of the first villages, confirmed. @returns {Promise<string[]>} */
export async function confirmedPrefixes(stage, count) {
  const units = await stage.asOwner('select id from units where id > 0 order by id limit $1', [count]);
  const prefixes = units.map(({ id }) => `3599${String(id).padStart(6, '0')}`);
  await stage.asOwner(`insert into nop_prefixes (prefix, unit_id, confirmed_by_name, confirmed_at) select p, u, 'Uji', now() from unnest($1::text[], $2::int[]) as x (p, u) on conflict do nothing`, [prefixes, units.map(({ id }) => id)]);
  return prefixes;
}

/** A DHKP of the whole regency as CSV: `rows` objects spread over the prefixes, one in a hundred of them wrong. */
export function writeList(path, prefixes, rows) {
  const lines = ['No;NOP;Nama WP;Alamat Objek Pajak;Pajak Terhutang;Perubahan Pajak;Luas Tanah;Luas Bangunan;Dikelola Oleh'];
  for (let row = 0; row < rows; row++) {
    const prefix = prefixes[Math.floor((row * prefixes.length) / rows)];
    const wrong = row % 100 === 99;
    const nop = `${prefix}${String(Math.floor(row / 10_000) % 1000).padStart(3, '0')}${String(row % 10_000).padStart(4, '0')}${wrong ? '' : '0'}`;
    lines.push(`${row + 1};${nop};WAJIB PAJAK ${row};JL MAWAR NO ${row % 200};${8_000 + ((row * 7_919) % 400_000)};;${60 + (row % 900)};${row % 3 ? 36 + (row % 60) : 0};`);
  }
  writeFileSync(path, lines.join('\r\n'));
}

export async function clearLists(stage) {
  await withConnection(stage.urls.owner, async (client) => {
    // Whoever waits for the keys of one table would look each row up in the next: they go together.
    await client.query(`truncate ${[...TABLES.toReversed(), ...LISTS, ...MONEY].join(', ')}`);
  });
}

/** Upload, dry run and application as the tax office has them. @returns {Promise<{ seconds: number, checked: number }>} */
export async function listThroughApi(address, headers, path) {
  const form = new FormData();
  form.append('taxYear', '2026');
  form.append('dueOn', '2026-09-30');
  form.append('file', new Blob([readFileSync(path)]), 'dhkp.csv');
  const started = performance.now();
  const ask = async (route, options = {}) => {
    const response = await fetch(`${address}/api/v1${route}`, { ...options, headers: { ...headers, ...options.headers } });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return response.json();
  };
  const { id } = await ask('/assessment-imports', { method: 'POST', body: form, headers: { 'idempotency-key': uuidv7() } });
  const reached = async (state) => {
    for (;;) {
      const run = await ask(`/assessment-imports/${id}`);
      if (run.state === state) return run;
      if (run.failure) throw new Error(`${run.state}: ${run.failure.message}`);
      await sleep(50);
    }
  };
  await reached('checked');
  const checked = (performance.now() - started) / 1000;
  await ask(`/assessment-imports/${id}/application`, { method: 'POST', body: JSON.stringify({ rows: 'good' }), headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7() } });
  await reached('applied');
  return { seconds: (performance.now() - started) / 1000, checked };
}

/** Keeps what a list wrote as files that COPY reads. */
export async function keepList(stage, folder) {
  await withConnection(stage.urls.owner, async (client) => {
    for (const table of TABLES) await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, `${table}.copy`)));
  });
}

/** The bare measure: the same rows into the same tables with the same keys and indexes, and nothing else. @returns seconds */
export async function copyList(stage, folder) {
  return withConnection(stage.urls.owner, async (client) => {
    const started = performance.now();
    await client.query('begin');
    for (const table of TABLES) await pipeline(createReadStream(join(folder, `${table}.copy`)), client.query(copyFrom(`copy ${table} from stdin`)));
    await client.query('commit');
    return (performance.now() - started) / 1000;
  });
}
