import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import { withConnection } from '../../../apps/cli/demo/postgres.mjs';
import { Refusal } from '../../../apps/cli/demo/refusal.mjs';
import { runProgram } from '../../../apps/cli/demo/run-program.mjs';
import { layAside } from './laid-aside.mjs';
import { makeVillages } from './village-maker.mjs';
import { compareSchema, markSchema } from './schema-mark.mjs';
import { REGENCY, villageSizes } from './village-sizes.mjs';

const CLI = 'dist/apps/cli/src/main.js';
const TABLES = ['areas', 'families', 'residents', 'resident_tokens'];

/** The whole regency has the plain name; a smaller one says how many villages it has. */
export const databaseName = (villages) => (villages === REGENCY.villages ? 'pamong_bench' : `pamong_bench_${villages}`);

/**
 * Makes the database of a regency with all its residents, unless it is there: migrated, provisioned, villages copied
 * one after another so that the rows of each lie together, then indexed, checked, vacuumed and analysed. It gets its
 * name when it is whole, so an interrupted run leaves nothing that looks like one.
 *
 * @param {object} options
 * @param {Awaited<ReturnType<typeof import('../../../apps/cli/demo/postgres.mjs').bringUpPostgres>>} options.postgres
 * @param {number} options.villages
 * @param {(urls: Record<string, string>) => Promise<Record<string, string>>} options.configure environment of the programs
 * @param {object} options.keeper
 * @param {typeof import('../../../apps/cli/demo/progress.mjs').step} options.step
 * @returns {Promise<Record<string, string>>} URLs by role
 */
export async function ensureRegister({ postgres, villages, configure, keeper, step }) {
  const name = databaseName(villages);
  const urls = postgres.urlsOf(name);
  if (!(await exists(postgres.admin, name))) {
    const half = `${name}_half`;
    const halfUrls = postgres.urlsOf(half);
    await withConnection(postgres.admin, (client) => client.query(`drop database if exists ${half} with (force)`));
    await postgres.createDatabase(half);
    const env = await configure(halfUrls);
    const command = (word) => (note) => runProgram(`pamong ${word}`, process.execPath, [CLI, word], { keeper, env, note });
    await step('database migrated', command('migrate'));
    await step('regency and villages provisioned', command('provision'));
    await markSchema(halfUrls.owner);
    await fill(halfUrls.owner, villages, step);
    await withConnection(postgres.admin, (client) => client.query(`alter database ${half} rename to ${name}`));
    return urls;
  }
  const schema = await compareSchema(urls.owner);
  if (schema === 'other') throw new Refusal(`The database ${name} was made by other migrations than those of this checkout: --anew makes it again.`);
  if (schema === 'more') {
    const env = await configure(urls);
    await step('migrations that came since', (note) => runProgram('pamong migrate', process.execPath, [CLI, 'migrate'], { keeper, env, note }));
    await markSchema(urls.owner);
  }
  return urls;
}

export async function dropRegister(postgres, villages) {
  await withConnection(postgres.admin, (client) => client.query(`drop database if exists ${databaseName(villages)} with (force)`));
}

const exists = (admin, name) => withConnection(admin, async (client) => (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1);

async function fill(ownerUrl, count, step) {
  // Loaded here: it takes the words of names from the build.
  const { TARGETS } = await import('./village-rows.mjs');
  await withConnection(ownerUrl, async (client) => {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '768MB'; set work_mem = '256MB'`);
    const { rows: villages } = await client.query('select u.id, u.code, r.name from units u join regions r on r.code = u.code where u.id > 0 order by u.id limit $1', [count]);
    const putBack = await layAside(client, TABLES, ['resident_tokens']);
    const sizes = villageSizes(villages.length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    await step(`${total.toLocaleString('en')} residents in ${villages.length} villages copied`, async (note) => {
      let done = 0;
      let nth = 0;
      for await (const rows of makeVillages(villages.map((village, place) => ({ village, count: sizes[place] })))) {
        await copyVillage(client, TARGETS, rows);
        done += sizes[nth++];
        note(`${done.toLocaleString('en')} (${Math.round((done / total) * 100)} %), village ${nth}`);
      }
    });
    await step('indexes built, keys checked', async (note) => {
      for (const statement of putBack) {
        note(statement.slice(0, 100));
        await client.query(statement);
      }
    });
    await step('vacuumed and analysed', async (note) => {
      for (const table of TABLES) {
        note(table);
        await client.query(`vacuum (freeze, analyze) ${table}`);
      }
    });
  });
}

async function copyVillage(client, targets, rows) {
  await client.query('begin');
  for (const [target, into] of Object.entries(targets)) {
    await pipeline(Readable.from([Buffer.from(rows[target].buffer)]), client.query(copyFrom(`copy ${into} from stdin`)));
  }
  await client.query('commit');
}
