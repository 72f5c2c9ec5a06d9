import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

/** The checkout this script belongs to. */
export const CHECKOUT = realpathSync(fileURLToPath(new URL('../../..', import.meta.url)));

/**
 * Where a cluster and its secrets live when nobody says otherwise: not inside the checkout, because a home directory
 * may be closed to the user Postgres runs as, and a socket or data path may grow too long. One per user and checkout.
 *
 * @param {string} purpose '' for the demo, 'test' for the suites
 */
export function defaultDataDirectory(purpose = '') {
  const hash = createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 8);
  return `/var/tmp/pamong-${userName()}-${hash}${purpose && `-${purpose}`}`;
}

function userName() {
  try {
    return userInfo().username.replace(/[^\w-]/g, '_');
  } catch {
    return `uid${process.getuid?.() ?? ''}`; // a container may run as a number without a name
  }
}

/**
 * Creates the directory or takes it over from an earlier run. Sets its mode itself, because the caller's umask may be
 * 077 and Postgres may have to pass through as another user.
 *
 * @param {string} wanted path
 * @param {{ uid: number, name: string } | null} server the user Postgres will run as when it is not the caller
 * @returns {string} the absolute path
 */
export function prepareDataDirectory(wanted, server) {
  const directory = resolve(wanted);
  try {
    makeDirectory(directory);
  } catch (error) {
    throw new Refusal(`The data directory ${directory} cannot be created (${error.code}); choose another with --data-dir.`, { cause: error });
  }
  const stat = statSync(directory);
  if (!stat.isDirectory()) throw new Refusal(`${directory} is not a directory; choose another with --data-dir.`);
  const self = process.getuid?.();
  if (self !== undefined && stat.uid !== self) {
    throw new Refusal(`The data directory ${directory} belongs to another user; choose another with --data-dir.`);
  }
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(`No permission to write in ${directory}; choose another directory with --data-dir.`, { cause: error });
  }
  chmodSync(directory, server ? 0o711 : 0o700);
  if (server) refuseClosedParent(directory, server);
  return realpathSync(directory);
}

/** Not `recursive: true`: Node 20 loops for ever where a file system refuses with ENOENT, as /proc does. */
function makeDirectory(path) {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
}

/** /root and many home directories are closed to others: Postgres would fail there with a puzzling "Permission denied". */
function refuseClosedParent(directory, server) {
  for (let parent = dirname(realpathSync(directory)); parent !== dirname(parent); parent = dirname(parent)) {
    const stat = statSync(parent);
    const passable = stat.uid === server.uid ? stat.mode & 0o100 : stat.mode & 0o001;
    if (!passable) {
      throw new Refusal(`Postgres runs as "${server.name}" and cannot pass through ${parent}; choose another directory with --data-dir.`);
    }
  }
}

/** A directory inside the data directory that only the caller can read. */
export function privateDirectory(directory, name) {
  const path = join(directory, name);
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  chmodSync(path, 0o700);
  return path;
}
