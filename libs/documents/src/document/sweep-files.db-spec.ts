import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { Env, FileObjectStore, jobActor, readEnv, type StoredObject } from '#platform';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { TokenIssuer } from '../token/token-issuer.js';
import { maskedHolder } from './public-snapshot.js';
import { publishDocument } from './publish-document.js';
import { SweepFiles } from './sweep-files.js';

let app: OpenDatabase;
let worker: OpenDatabase;
let directory: string;
let store: FileObjectStore;
const issuer = new TokenIssuer(new Env(readEnv()));

/** Puts a file and sets its age. */
async function put(text: string, hoursAgo: number): Promise<StoredObject> {
  const stored = await store.put(Buffer.from(text));
  const time = new Date(Date.now() - hoursAgo * 3_600_000);
  await utimes(join(directory, stored.sha256.slice(0, 2), stored.sha256.slice(2, 4), stored.sha256), time, time);
  return stored;
}

async function name(unit: number, file: StoredObject): Promise<void> {
  const subject = { subjectType: 'letter', subjectId: uuidv7() };
  await app.database.inVillage(jobActor(unit, 'spec'), async (tx) => {
    await issuer.reserveToken(tx, subject);
    const publicSnapshot = { title: 'Surat', number: '1', issuedOn: '2026-11-24', issuer: 'Desa Uji', district: 'Kecamatan Uji', ...maskedHolder('Budi', null), signer: 'Sri', signerPosition: 'Kepala Desa', phone: null };
    await publishDocument(tx, { kind: 'letter', ...subject, file: { ...file, pages: 1 }, snapshot: {}, templateVersion: '1', publicSnapshot, validUntil: null });
  });
}

beforeAll(async () => {
  app = await openDatabase('app');
  worker = await openDatabase('worker');
  directory = await mkdtemp(join(tmpdir(), 'pamong-sweep-'));
  store = new FileObjectStore(directory);
});

afterAll(async () => {
  await app.close();
  await worker.close();
  await rm(directory, { recursive: true });
});

describe('the sweep of files', () => {
  it('removes old files no village names, and no other', async () => {
    const { unitId: first } = await buildVillage();
    const { unitId: second } = await buildVillage();
    const ofFirst = await put('named by the first village', 100);
    const ofSecond = await put('named by the second village', 100);
    const young = await put('not named yet', 47);
    const orphan = await put('named by nobody', 49);
    const again = await put('put once more today', 100);
    await store.put(Buffer.from('put once more today'));
    await name(first, ofFirst);
    await name(second, ofSecond);
    const sweep = new SweepFiles(store, worker.database, worker.clock);
    expect(await sweep.run()).toEqual({ seen: 3, removed: 1 });
    expect(await Promise.all([ofFirst, ofSecond, young, again, orphan].map(({ sha256 }) => store.has(sha256)))).toEqual([true, true, true, true, false]);
    expect(await sweep.run()).toEqual({ seen: 2, removed: 0 });
  });

  it('removes nothing when the database cannot say who names a file', async () => {
    const orphan = await put('who knows', 100);
    await expect(new SweepFiles(store, app.database, app.clock).run()).rejects.toMatchObject({ code: '42501' });
    expect(await store.has(orphan.sha256)).toBe(true);
  });
});
