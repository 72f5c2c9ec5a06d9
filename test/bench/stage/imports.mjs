import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { v7 as uuidv7 } from 'uuid';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';

/** A village beyond those of the regency, empty before and after each measure. */
const VILLAGE = { code: '35.07.01.2999', name: 'Desa Uji Impor', district: '35.07.01' };
const TABLES = ['families', 'residents', 'resident_tokens', 'population_events'];

/** @returns {Promise<number>} its unit */
export async function emptyVillage(stage) {
  await stage.asOwner(`insert into regions (code, name, kind, parent_code) values ($1, $2, 'desa', $3) on conflict do nothing`, [VILLAGE.code, VILLAGE.name, VILLAGE.district]);
  await stage.asOwner(`insert into units (id, code, kind, district_code) select (select max(id) + 1 from units), $1, 'desa', $2 where not exists (select from units where code = $1)`, [VILLAGE.code, VILLAGE.district]);
  const [{ id }] = await stage.asOwner('select id from units where code = $1', [VILLAGE.code]);
  await clearVillage(stage, id);
  return id;
}

/** Everything an import wrote, so that the next measure finds what the first one found. */
export async function clearVillage(stage, unit) {
  await withConnection(stage.urls.owner, async (client) => {
    // An event that goes is looked for among those that reverse one: planned for an empty table, that reads it whole each time.
    await client.query('analyze population_events');
    for (const table of ['import_issues', 'resident_import_rows', ...TABLES.toReversed().filter((name) => name !== 'families'), 'families', 'tally_deltas', 'tallies']) {
      await client.query(`delete from ${table} where village_id = $1`, [unit]);
    }
    for (const table of ['resident_import_rows', ...TABLES]) await client.query(`vacuum ${table}`);
  });
}

/** Upload, dry run and application as a clerk has them, through the API and the worker. @returns {Promise<{ seconds: number, accepted: number }>} */
export async function importThroughApi(address, headers, path) {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(path)]), path.split('/').at(-1));
  const started = performance.now();
  const ask = async (route, options = {}) => {
    const response = await fetch(`${address}/api/v1${route}`, { ...options, headers: { ...headers, ...options.headers } });
    if (!response.ok) throw new Error(`${route}: ${await response.text()}`);
    return response.json();
  };
  const { id } = await ask('/resident-imports', { method: 'POST', body: form, headers: { 'idempotency-key': uuidv7() } });
  const reached = async (state) => {
    for (;;) {
      const run = await ask(`/resident-imports/${id}`);
      if (run.state === state) return run;
      if (run.failure) throw new Error(`${run.state}: ${run.failure.message}`);
      await sleep(25);
    }
  };
  await reached('checked');
  await ask(`/resident-imports/${id}/application`, { method: 'POST', body: JSON.stringify({ rows: 'good', existing: 'skip' }), headers: { 'content-type': 'application/json', 'idempotency-key': uuidv7() } });
  const { counts } = await reached('applied');
  return { seconds: (performance.now() - started) / 1000, accepted: counts.accepted };
}

/** Keeps the rows an import wrote as files that COPY reads. */
export async function keepRows(stage, unit, folder) {
  await withConnection(stage.urls.owner, async (client) => {
    for (const table of TABLES) {
      const columns = await columnsOf(client, table);
      await pipeline(client.query(copyTo(`copy (select ${columns} from ${table} where village_id = ${Number(unit)}) to stdout`)), createWriteStream(join(folder, `${table}.copy`)));
    }
  });
}

/** The bare measure: the same rows into the same tables with the same keys and indexes, and nothing else. @returns seconds */
export async function copyRows(stage, folder) {
  return withConnection(stage.urls.owner, async (client) => {
    const columns = new Map();
    for (const table of TABLES) columns.set(table, await columnsOf(client, table));
    const started = performance.now();
    await client.query('begin');
    for (const table of TABLES) await pipeline(createReadStream(join(folder, `${table}.copy`)), client.query(copyFrom(`copy ${table} (${columns.get(table)}) from stdin`)));
    await client.query('commit');
    return (performance.now() - started) / 1000;
  });
}

async function columnsOf(client, table) {
  const { rows } = await client.query(`select string_agg(attname, ', ' order by attnum) as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
  return rows[0].columns;
}
