import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from '#platform';

/** Gives `work` the stored file as a path, because a workbook is read from its end; gone afterwards. */
export async function withSpooledFile<T>(store: ObjectStore, sha256: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pamong-import-'));
  try {
    const path = join(folder, 'list');
    await pipeline(store.get(sha256), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
