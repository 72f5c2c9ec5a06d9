import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.js';

/**
 * Bounds against archives that unpack to far more than they are ("zip bombs"), judged by the directory before anything is
 * unpacked; yauzl then fails as soon as an entry yields more than its directory says. A workbook of 200,000
 * residents unpacks to 217 MB at 1 : 6, a sheet of nothing but formatted empty cells at 1 : 11; deflate itself ends near 1 : 1000.
 */
const MOST_ENTRIES = 2000;
const MOST_BYTES = 1 << 30;
const SMALL_BYTES = 32 << 20;
const HIGHEST_RATIO = 150;

/** A zip file of which single entries are read by name. Close it when done. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FileRefused `FILE_TOO_LARGE_INSIDE`, `FILE_LOCKED`, `FILE_DAMAGED` */
  static async open(path: string): Promise<ZipArchive> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(damaged);
    try {
      return new ZipArchive(zip, await checkedEntries(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Unpacked size in bytes as the directory states it; 0 for an entry that is not there. */
  sizeOf(name: string): number {
    return this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** @throws FileRefused `FILE_DAMAGED` when there is no such entry. */
  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new FileRefused('FILE_DAMAGED');
    return this.zip.openReadStreamPromise(entry).catch(damaged);
  }

  close(): void {
    this.zip.close();
  }
}

/** Names are compared in lower case: some programs write `xl/SharedStrings.xml`. */
async function checkedEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new FileRefused('FILE_TOO_LARGE_INSIDE');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let packed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (unpacked > MOST_BYTES) throw new FileRefused('FILE_TOO_LARGE_INSIDE');
      if (entry.isEncrypted()) throw new FileRefused('FILE_LOCKED');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  } catch (error) {
    return damaged(error);
  }
  // Entries may overlap, so that the packed sizes exceed the file; the file's own size is the honest divisor.
  if (unpacked > SMALL_BYTES && unpacked / Math.min(packed, zip.fileSize) > HIGHEST_RATIO) throw new FileRefused('FILE_TOO_LARGE_INSIDE');
  return entries;
}

function damaged(error: unknown): never {
  throw error instanceof FileRefused ? error : new FileRefused('FILE_DAMAGED', '', { cause: error });
}
