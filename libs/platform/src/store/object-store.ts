import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** A stored file: named by the SHA-256 of its bytes (lower-case hex), so it can never change. */
export interface StoredObject {
  readonly sha256: string;
  readonly size: number;
}

/** Files by content hash. One implementation per kind of storage; verbs know only this. */
export abstract class ObjectStore {
  /** Stores the bytes durably before it resolves; the same bytes twice are one object. */
  abstract put(data: Buffer | Readable): Promise<StoredObject>;
  abstract get(sha256: string): Readable;
  abstract read(sha256: string): Promise<Buffer>;
  abstract has(sha256: string): Promise<boolean>;
  /** Gives `work` the object as a file to read at will, as a workbook must be, whose list of contents stands at its end. */
  abstract withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Objects last put before `limit`. Putting the same bytes again makes an object young again. */
  abstract putBefore(limit: Date): AsyncIterable<string>;
  /** For the sweep of files no row names; nothing else removes an object. */
  abstract remove(sha256: string): Promise<void>;
}

const shaPattern = /^[0-9a-f]{64}$/;

/** Objects as files `<dir>/ab/cd/<sha256>`; written aside, synced, then renamed into place. */
export class FileObjectStore extends ObjectStore {
  constructor(private readonly directory: string) {
    super();
  }

  async put(data: Buffer | Readable): Promise<StoredObject> {
    const aside = join(this.directory, 'incoming', randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    try {
      const file = await withDirectory(aside, () => open(aside, 'wx'));
      try {
        for await (const chunk of (Buffer.isBuffer(data) ? [data] : data) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          size += chunk.length;
          await file.writeFile(chunk);
        }
        await file.sync();
      } finally {
        await file.close();
      }
      const sha256 = hash.digest('hex');
      const path = this.path(sha256);
      await withDirectory(path, () => rename(aside, path));
      return { sha256, size };
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  get(sha256: string): Readable {
    return createReadStream(this.path(sha256));
  }

  read(sha256: string): Promise<Buffer> {
    return readFile(this.path(sha256));
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.path(sha256)).then(
      () => true,
      () => false,
    );
  }

  withFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T> {
    return work(this.path(sha256));
  }

  async *putBefore(limit: Date): AsyncIterable<string> {
    for (const name of await readdir(this.directory, { recursive: true })) {
      const sha256 = basename(name);
      if (!shaPattern.test(sha256)) continue;
      const found = await stat(this.path(sha256)).catch(() => null);
      if (found && found.mtimeMs < limit.getTime()) yield sha256;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  private path(sha256: string): string {
    if (!shaPattern.test(sha256)) throw new Error('not a SHA-256 in lower-case hex');
    return join(this.directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** Does `work`, whose file needs a directory, which is made when it turns out to be missing. */
async function withDirectory<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(file), { recursive: true });
    return work();
  }
}
