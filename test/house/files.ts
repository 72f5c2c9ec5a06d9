import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths below `folder` that match, sorted; build output and dependencies are left out. */
export function globSync(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
    .toSorted();
}
