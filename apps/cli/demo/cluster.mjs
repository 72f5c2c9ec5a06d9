import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, openSync, closeSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from './data-directory.mjs';
import { commandLine, ended, isAlive, signal } from './living-process.mjs';
import { logTail } from './log-tail.mjs';
import { freePort } from './port.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Faster and less durable: for test clusters only, which are thrown away. Many workers, each with pools.
 */
const TEST_SETTINGS = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_connections = 200', 'shared_buffers = 128MB', 'max_wal_size = 512MB'];

/**
 * Starts the cluster of a data directory, making it first when there is none, or adopts the server that an earlier
 * process left running. The server is put into its own process group, so that Ctrl-C does not reach it before the
 * applications have let go of it.
 *
 * @param {string} directory prepared data directory
 * @param {object} options
 * @param {{ name: string, uid: number, gid: number } | null} options.server
 * @param {string} options.password of the superuser `postgres`
 * @param {boolean} options.forTests
 * @param {(text: string) => void} options.say
 * @param {(port: number) => Promise<boolean>} options.answers is our server (our password) listening there?
 * @returns {Promise<{ port: number, origin: string, adopted: boolean }>}
 */
export async function startCluster(directory, { server, password, forTests, say, answers }) {
  const data = join(directory, 'postgres');
  const running = await adopt(data, answers);
  if (running) return { port: running, origin: 'already running', adopted: true };

  const major = existsSync(join(data, 'PG_VERSION')) ? Number(readFileSync(join(data, 'PG_VERSION'), 'utf8')) : null;
  const postgres = await findPostgres(directory, server, major);
  if (major === null) {
    say(`creating a database cluster (PostgreSQL ${postgres.major}, ${postgres.origin})`);
    initialise(directory, data, postgres, server, password);
  } else if (server && statSync(data).uid !== server.uid) {
    giveTo(data, server); // made as `nobody` before the machine had a user `postgres`
  }
  const port = await freePort(preferredPort(directory));
  writeSettings(data, server, port, forTests);
  await launch(directory, data, postgres, server, port, answers);
  return { port, origin: `PostgreSQL ${postgres.major}, ${postgres.origin}`, adopted: false };
}

/** Fast shutdown: sessions are cut off, everything committed is on disk. Immediate after ten seconds. */
export async function stopCluster(directory) {
  const running = postmaster(join(directory, 'postgres'));
  if (!running) return;
  signal(running.pid, 'SIGINT');
  if (await ended(running.pid, 10_000)) return;
  signal(running.pid, 'SIGQUIT');
  await ended(running.pid, 5_000);
}

/**
 * kill -9 of the demo leaves Postgres behind. If its process lives and answers to our password it is ours and goes on;
 * if its number now belongs to another program, the file that names it is only a leftover.
 * @returns {Promise<number | null>} its port
 */
async function adopt(data, answers) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const running = postmaster(data);
    if (!running) return null;
    if (await answers(running.port)) return running.port;
    await sleep(200); // starting up or shutting down
  }
  throw new Refusal(`A PostgreSQL server (process ${postmaster(data)?.pid}) holds ${data} but does not answer: end it, or choose another directory with --data-dir.`);
}

/** The living server of a cluster, from postmaster.pid: process, data, start, port. */
function postmaster(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const command = commandLine(pid);
  if (isAlive(pid) && (command === null || command.includes('postgres'))) return { pid, port };
  rmSync(file, { force: true });
  return null;
}

/**
 * UTF-8 whatever LANG says: without one initdb silently makes SQL_ASCII, with a locale that was never generated it
 * fails. ICU's root order sorts Indonesian names sensibly and does not depend on the machine.
 */
function initialise(directory, data, { bin }, server, password) {
  const half = `${data}.part`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  chmodSync(half, 0o700);
  const passwordFile = join(half, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const cluster = join(half, 'cluster');
  if (server) for (const path of [half, passwordFile]) chownSync(path, server.uid, server.gid);
  const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
  const made = spawnSync(join(bin, 'initdb'), [...flags, '-D', cluster], { ...as(server), encoding: 'utf8' });
  if (made.status !== 0) {
    const reason = made.error?.message ?? `${made.stdout}${made.stderr}`.trim().split('\n').slice(-3).join(' ');
    throw new Refusal(`PostgreSQL could not create a database cluster in ${directory}: ${reason}`);
  }
  writeFileSync(join(cluster, 'postgresql.conf'), "\ninclude 'pamong.conf'\n", { flag: 'a' });
  // Only a whole cluster gets the final name, so an interrupted start leaves nothing that looks like one.
  renameSync(cluster, data);
  rmSync(half, { recursive: true, force: true });
}

/** Written anew at every start: the settings of docker/postgres, then what this server must differ in. TCP only: a socket's path may not exceed 107 bytes. */
function writeSettings(data, server, port, forTests) {
  const shared = readFileSync(join(CHECKOUT, 'docker/postgres/pamong.conf'), 'utf8');
  const own = ['', '# this cluster', `port = ${port}`, "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", ...(forTests ? TEST_SETTINGS : [])];
  const file = join(data, 'pamong.conf');
  writeFileSync(file, shared + own.join('\n') + '\n', { mode: 0o600 });
  if (server) chownSync(file, server.uid, server.gid);
}

async function launch(directory, data, { bin }, server, port, answers) {
  const logFile = join(directory, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const log = openSync(logFile, 'w', 0o600);
    const child = spawn(join(bin, 'postgres'), ['-D', data], { ...as(server), detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    const failure = await Promise.race([ready(child, port, answers), endOf(child, logFile)]);
    if (failure === null) return;
    // After kill -9 of the server its backends may take a moment to notice and let go of the shared memory.
    if (attempt < 5 && failure.includes('pre-existing shared memory block')) {
      await sleep(1000);
      continue;
    }
    if (child.exitCode === null && child.pid) signal(child.pid, 'SIGQUIT');
    throw new Refusal(`PostgreSQL did not start: ${failure}\n(its log: ${logFile})`);
  }
}

/** @returns {Promise<string | null>} null once the server answers, else why it does not */
async function ready(child, port, answers) {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return 'it ended';
    if (await answers(port)) return null;
  }
  return 'no answer within 60 seconds';
}

/** Resolves only if the process ends, which a server that starts well does not. */
function endOf(child, logFile) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(logTail(logFile, 5) || 'it ended without a word'));
  });
}

/** How to spawn a Postgres program: as the server's user, from a directory it may read, with nothing of our environment. */
function as(server) {
  return { ...(server && { uid: server.uid, gid: server.gid }), cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
}

function giveTo(path, server) {
  chownSync(path, server.uid, server.gid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), server);
}

/** The same port at every start if possible, so that the address in access.json stays good; another for another directory. */
function preferredPort(directory) {
  const sum = [...directory].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1000, 0);
  return 15_400 + sum;
}
