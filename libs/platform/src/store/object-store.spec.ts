import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileObjectStore } from './object-store.js';

const directory = mkdtempSync(join(tmpdir(), 'pamong-store-'));
const store = new FileObjectStore(directory);

describe('the object store', () => {
  it('names a file by its content, and the same bytes once', async () => {
    const bytes = randomBytes(100_000);
    const stored = await store.put(bytes);
    expect(stored).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 100_000 });
    expect(await store.put(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]))).toEqual(stored);
    expect(await store.read(stored.sha256)).toEqual(bytes);
    expect(await buffer(store.get(stored.sha256))).toEqual(bytes);
  });

  it('keeps nothing of an upload that broke off', async () => {
    const broken = Readable.from((function* () {
      yield Buffer.from('half');
      throw new Error('gone');
    })());
    await expect(store.put(broken)).rejects.toThrow('gone');
    expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63)])('refuses the name %j', async (name) => {
    await expect(store.has(name)).rejects.toThrow('SHA-256');
  });

  it('says what it does not have', async () => {
    expect(await store.has('0'.repeat(64))).toBe(false);
  });
});
