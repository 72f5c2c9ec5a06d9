import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './data-directory.mjs';

/**
 * Hash of the contents of files and folders of the checkout (paths relative to it); what is missing counts as missing.
 * A few megabytes of sources take some 20 ms, so no times are trusted: a fresh clone has them all anew.
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(hash, path);
  return hash.digest('hex').slice(0, 16);
}

function add(hash, path) {
  const absolute = join(CHECKOUT, path);
  if (!existsSync(absolute)) return;
  if (!statSync(absolute).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(absolute));
    return;
  }
  for (const name of readdirSync(absolute).toSorted()) if (name !== 'node_modules') add(hash, `${path}/${name}`);
}
