import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, defaultDataDirectory } from '../../apps/cli/demo/data-directory.mjs';
import { startKeeper } from '../../apps/cli/demo/keeper.mjs';
import { isAlive } from '../../apps/cli/demo/living-process.mjs';
import { bringUpPostgres, ROLE_VARIABLES, withConnection } from '../../apps/cli/demo/postgres.mjs';

const CLONE = /^pamong_test_(\d+)_/;

/**
 * The suites' Postgres: one cluster per user and checkout beside the demo's, without fsync. Runs that overlap share
 * it; the last to leave stops it. It holds one migrated template for each state of the migrations.
 *
 * @returns {Promise<{ template: string, clone(name: string): Promise<Record<string, string>>, admin: string, close(): Promise<void> }>}
 *   `clone` makes a copy of the template and gives its URLs by role
 */
export async function bringUpTestPostgres() {
  const keeper = startKeeper();
  const directory = process.env.PAMONG_TEST_DATA_DIR || defaultDataDirectory('test');
  const postgres = await bringUpPostgres({ directory, keeper, forTests: true });
  const template = await prepareTemplate(postgres);
  return {
    admin: postgres.admin,
    template,
    async clone(name) {
      await postgres.createDatabase(name, template);
      return postgres.urlsOf(name);
    },
    close: () => keeper.close(),
  };
}

/** Name of a clone: it carries the number of the process that may drop it, so leftovers of dead runs are recognised. */
export const cloneName = (runner, suffix) => `pamong_test_${runner}_${suffix}`;

/** Drops databases, cutting off whoever is still connected. */
export async function dropDatabases(admin, names) {
  await withConnection(admin, async (client) => {
    for (const name of names) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

/**
 * A database with all migrations applied, named after their contents, made once and then only copied (about 0.1 s).
 * Two runs that start together wait for each other on an advisory lock.
 */
async function prepareTemplate(postgres) {
  const template = `pamong_template_${fingerprint()}`;
  await withConnection(postgres.admin, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('pamong template'))");
    await dropLeftovers(postgres.admin, client, template);
    const { rows } = await client.query('SELECT datallowconn FROM pg_database WHERE datname = $1', [template]);
    if (rows[0]?.datallowconn === false) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await postgres.createDatabase(template);
    migrate(postgres.urlsOf(template));
    // Closed to everyone: a single connection to a template would make the next copy fail.
    await client.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
  });
  return template;
}

/** Clones of runs that died, and templates of migrations that have since changed and that nobody copies any more. */
async function dropLeftovers(admin, client, template) {
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE 'pamong\\_te%'");
  const names = rows.map((row) => row.datname).filter((name) => name !== template);
  const clones = names.filter((name) => CLONE.test(name));
  const dead = clones.filter((name) => !isAlive(Number(CLONE.exec(name)[1])));
  const unused = clones.length === dead.length ? names.filter((name) => name.startsWith('pamong_template_')) : [];
  for (const name of [...dead, ...unused]) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function fingerprint() {
  const hash = createHash('sha256');
  const folders = ['migrations', 'docker/postgres'].map((folder) => join(CHECKOUT, folder)).filter((folder) => existsSync(folder));
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')).toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  // What else the migrate command does: the queue's own tables, and who may use them.
  hash.update(readFileSync(join(CHECKOUT, 'libs/platform/src/database/migrate.ts'))).update(readFileSync(join(CHECKOUT, 'node_modules/bullmq/package.json')));
  return hash.digest('hex').slice(0, 12);
}

/** The same command that production migrates with, run from its sources. */
function migrate(urls) {
  const env = { ...process.env, ...Object.fromEntries(Object.entries(ROLE_VARIABLES).map(([role, variable]) => [variable, urls[role]])) };
  const command = ['--conditions=source', '--import', './test/support/typescript.mjs', 'apps/cli/src/main.ts', 'migrate'];
  const done = spawnSync(process.execPath, command, { cwd: CHECKOUT, env: { ...env, NODE_OPTIONS: '' }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The migrations failed:\n${done.stdout}${done.stderr}`);
}
