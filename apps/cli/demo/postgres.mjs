import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { CHECKOUT, prepareDataDirectory, privateDirectory } from './data-directory.mjs';
import { clusterLock, registerHolder } from './keeper.mjs';
import { withLock } from './lock.mjs';
import { Refusal } from './refusal.mjs';
import { serverUser } from './server-user.mjs';

/** Role → the variable that carries its URL. `owner` migrates, backs up and seeds; the others are bound by row level security. */
export const ROLE_VARIABLES = { owner: 'DATABASE_OWNER_URL', app: 'DATABASE_URL', portal: 'DATABASE_PORTAL_URL', worker: 'DATABASE_WORKER_URL' };

/**
 * A Postgres server with Pamong's roles: the one that the environment names, else Postgres of this machine with a
 * cluster of our own, else the one that npm brought. Safe to call at every start.
 *
 * @param {object} options
 * @param {string} options.directory where the cluster and its passwords live
 * @param {{ pid: number, holdCluster(directory: string): void }} options.keeper ends the server when nobody needs it any more
 * @param {boolean} [options.forTests] no fsync, more connections
 * @param {(text: string) => void} [options.say]
 * @returns {Promise<{ origin: string, admin: string | null, urlsOf(database: string): Record<string, string>, createDatabase(name: string, template?: string): Promise<void> }>}
 *   `admin` is the superuser's URL, null when the server is not ours
 */
export async function bringUpPostgres({ directory, keeper, forTests = false, say = () => {} }) {
  const server = serverUser();
  const place = prepareDataDirectory(directory, server);
  const passwords = readPasswords(privateDirectory(place, 'secrets'));
  const url = (user, port, database) => `postgres://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`;
  const cluster = await withLock(clusterLock(place), async () => {
    const started = await startCluster(place, {
      server,
      password: passwords.postgres,
      forTests,
      say,
      answers: (port) => answers(url('postgres', port, 'postgres')),
    });
    registerHolder(place, keeper.pid);
    keeper.holdCluster(place);
    const admin = url('postgres', started.port, 'postgres');
    await applyRoles(admin, passwords);
    return { ...started, admin };
  });
  return {
    origin: cluster.origin,
    admin: cluster.admin,
    urlsOf: (database) => Object.fromEntries(Object.keys(ROLE_VARIABLES).map((role) => [role, url(`pamong_${role}`, cluster.port, database)])),
    createDatabase: (name, template) => createDatabase(cluster.admin, name, template),
  };
}

/**
 * The URLs of a server that somebody else runs, or null when the environment names none. Its roles must exist.
 * @returns {Record<string, string> | null}
 */
export function givenUrls(environment = process.env) {
  const read = (variable) => environment[variable] || (environment[`${variable}_FILE`] && readFileSync(environment[`${variable}_FILE`], 'utf8').trim());
  if (!read(ROLE_VARIABLES.owner)) return null;
  const urls = Object.fromEntries(Object.entries(ROLE_VARIABLES).map(([role, variable]) => [role, read(variable)]));
  const missing = Object.entries(urls).filter(([, url]) => !url).map(([role]) => ROLE_VARIABLES[role]);
  if (missing.length > 0) {
    throw new Refusal(`DATABASE_OWNER_URL is set but ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not: set all four (docker/postgres/roles.sql makes the roles), or none to let the demo bring its own PostgreSQL.`);
  }
  return urls;
}

/** Runs `work` with a connection that no dropped server can turn into an unhandled error. */
export async function withConnection(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database, or a copy of `template`, with Pamong's privileges. One that exists stays as it is. */
export async function createDatabase(admin, name, template) {
  await withConnection(admin, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount > 0) return;
    const source = template ? `TEMPLATE ${template}` : `TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'und'`;
    await client.query(`CREATE DATABASE ${name} OWNER pamong_owner ${source}`);
  });
  const inside = new URL(admin);
  inside.pathname = `/${name}`;
  await withConnection(inside.href, (client) => client.query(script('database.sql', { database: name })));
}

const applyRoles = (admin, passwords) =>
  withConnection(admin, (client) =>
    client.query(script('roles.sql', Object.fromEntries(Object.keys(ROLE_VARIABLES).map((role) => [`${role}_password`, passwords[`pamong_${role}`]])))),
  );

/** Fills psql's :'literal' and :"name" variables, so that psql and this script can run the same file. */
function script(file, values) {
  const sql = readFileSync(join(CHECKOUT, 'docker/postgres', file), 'utf8');
  return sql.replace(/:'(\w+)'/g, (_, name) => `'${values[name].replaceAll("'", "''")}'`).replace(/:"(\w+)"/g, (_, name) => `"${values[name].replaceAll('"', '""')}"`);
}

async function answers(url) {
  try {
    return await withConnection(url, async (client) => (await client.query('SELECT 1')).rowCount === 1);
  } catch {
    return false;
  }
}

/** Made once per data directory and kept there, readable by their owner only. Hexadecimal: safe in a URL as they are. */
function readPasswords(secrets) {
  const file = join(secrets, 'postgres.json');
  if (!existsSync(file)) {
    const users = ['postgres', ...Object.keys(ROLE_VARIABLES).map((role) => `pamong_${role}`)];
    writeFileSync(file, JSON.stringify(Object.fromEntries(users.map((user) => [user, randomBytes(18).toString('hex')])), null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
