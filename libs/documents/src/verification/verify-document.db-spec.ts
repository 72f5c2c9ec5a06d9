import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Env, jobActor, readEnv, type Tx } from '#platform';
import { plainDate, startOfDayInJakarta } from '#values';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { documentOf } from '../document/document.queries.js';
import { maskedHolder, type PublicSnapshot } from '../document/public-snapshot.js';
import { publishDocument, type PublishedDocument } from '../document/publish-document.js';
import { type Revocation, revokeDocument } from '../document/revoke-document.js';
import { decodeBase32, encodeBase32 } from '../token/base32.js';
import { TokenIssuer } from '../token/token-issuer.js';
import { type Verification, VerifyDocument } from './verify-document.js';

const env = new Env(readEnv());
const issuer = new TokenIssuer(env);
const sha256 = 'ab'.repeat(32);
const publicSnapshot: PublicSnapshot = {
  title: 'Surat Keterangan Usaha', number: '500.2.2.4/0187/35.07.26.2003/2026', issuedOn: '2026-11-24', issuer: 'Desa Uji', district: 'Kecamatan Uji',
  ...maskedHolder('Siti Rahayu', '3507260405900003'), signer: 'Suwondo Hadi Prasetyo', signerPosition: 'Kepala Desa', phone: '(0341) 524017',
};

let app: OpenDatabase;
let portal: OpenDatabase;
let first: number;
let second: number;
let page: VerifyDocument;

const inside = <T>(unit: number, work: (tx: Tx) => Promise<T>): Promise<T> => app.database.inVillage(jobActor(unit, 'spec'), work);
const reserve = async (unit: number): Promise<{ token: string; url: string; subjectId: string; hash: Buffer }> => {
  const subjectId = uuidv7();
  const { token, url, tokenHash } = await inside(unit, (tx) => issuer.reserveToken(tx, { subjectType: 'letter', subjectId }));
  return { token, url, subjectId, hash: tokenHash };
};
const publish = (unit: number, subjectId: string, changes: { hash?: string; shown?: PublicSnapshot; validUntil?: string | null; version?: number } = {}): Promise<PublishedDocument> =>
  inside(unit, (tx) =>
    publishDocument(tx, {
      kind: 'letter', subjectType: 'letter', subjectId, version: changes.version ?? 1, file: { sha256: changes.hash ?? sha256, size: 30_000, pages: 1 },
      snapshot: { name: 'Siti Rahayu' }, templateVersion: '1', publicSnapshot: changes.shown ?? publicSnapshot,
      validUntil: changes.validUntil === null ? null : plainDate(changes.validUntil ?? '2027-02-24'),
    }));
const revoke = (unit: number, subjectId: string, more: Partial<Revocation> = {}): Promise<boolean> =>
  inside(unit, (tx) => revokeDocument(tx, { subjectType: 'letter', subjectId, reasonPublic: 'nama usaha salah ketik', ...more }));
const verify = (token: string): Promise<Verification> => page.run(token, 'spec');
const moveTo = (day: string): void => {
  for (const { clock } of [app, portal]) clock.follow(startOfDayInJakarta(plainDate(day)).getTime() + 3_600_000 - Date.now());
};

beforeAll(async () => {
  app = await openDatabase('app');
  portal = await openDatabase('portal');
  page = new VerifyDocument(env, portal.database, portal.clock);
  ({ unitId: first } = await buildVillage());
  ({ unitId: second } = await buildVillage());
  moveTo('2026-11-24');
});

afterAll(async () => {
  await app.close();
  await portal.close();
});

describe('verifying a token', () => {
  it('answers not found until the document is stored, then valid, masked only', async () => {
    const { token, url, subjectId } = await reserve(first);
    expect(url).toBe(`HTTP://LOCALHOST:3001/V/${token}`);
    expect(await verify(token)).toEqual({ state: 'not-found' });
    await publish(first, subjectId);
    const answer = await verify(token);
    expect(answer).toEqual({ state: 'valid', document: publicSnapshot, sha256, validUntil: '2027-02-24', standing: null });
    expect(await verify(token.toLowerCase())).toEqual(answer);
    expect(JSON.stringify(answer)).not.toMatch(/Siti|Rahayu|350726/);
  });

  it('is valid on its last day and expired on the next', async () => {
    const limited = await reserve(first);
    const unlimited = await reserve(first);
    await publish(first, limited.subjectId, { validUntil: '2026-11-24' });
    await publish(first, unlimited.subjectId, { validUntil: null });
    expect(await verify(limited.token)).toMatchObject({ state: 'valid' });
    moveTo('2026-11-25');
    expect(await verify(limited.token)).toMatchObject({ state: 'expired' });
    expect(await verify(unlimited.token)).toMatchObject({ state: 'valid', validUntil: null });
    moveTo('2026-11-24');
  });

  it('says since when, why and by what it was revoked, even when it has expired', async () => {
    const { token, subjectId } = await reserve(first);
    await publish(first, subjectId, { validUntil: '2026-11-23' });
    expect(await revoke(first, subjectId)).toBe(true);
    expect(await verify(token)).toMatchObject({ state: 'revoked', revokedOn: '2026-11-24', reason: 'nama usaha salah ketik', replaced: false, replacedByNumber: null });
    moveTo('2026-11-26');
    await revoke(first, subjectId, { reasonPublic: 'lain', replacedByNumber: '0191/2026' });
    expect(await verify(token)).toMatchObject({ revokedOn: '2026-11-24', reason: 'nama usaha salah ketik', replaced: true, replacedByNumber: '0191/2026' });
    moveTo('2026-11-24');
  });

  it('stays revoked when the file arrives afterwards', async () => {
    const { token, subjectId } = await reserve(first);
    await revoke(first, subjectId, { replaced: true });
    expect(await verify(token)).toEqual({ state: 'not-found' });
    await publish(first, subjectId);
    expect(await verify(token)).toMatchObject({ state: 'revoked', replaced: true });
  });

  it('answers not found to a token of another village under its own MAC, and to one with its village changed', async () => {
    const { token, subjectId, hash } = await reserve(first);
    await publish(first, subjectId);
    const bytes = decodeBase32(token) ?? Buffer.alloc(0);
    bytes.writeUInt32BE(second, 1);
    expect(await verify(encodeBase32(bytes))).toEqual({ state: 'not-found' });
    await connectedAs('portal', async (client) => {
      await client.query(`begin; set local app.village_id = '${second}'`);
      expect((await client.query('select 1 from document_tokens where token_hash = $1', [hash])).rowCount).toBe(0);
    });
  });
});

describe('publishing', () => {
  it('keeps the first document of a version, whatever a second run brings', async () => {
    const { token, subjectId } = await reserve(first);
    const published = await publish(first, subjectId);
    const again = await Promise.all([1, 2, 3].map(() => publish(first, subjectId, { hash: 'cd'.repeat(32) })));
    for (const one of again) expect(one).toEqual({ ...published, created: false });
    expect(await verify(token)).toMatchObject({ sha256 });
    expect(await documentOf(app.database, jobActor(first, 'spec'), 'letter', subjectId)).toMatchObject({ id: published.documentId, sha256, size: 30_000, pages: 1, version: 1 });
    expect(await documentOf(app.database, jobActor(second, 'spec'), 'letter', subjectId)).toBeNull();
  });

  it('shows the newest version under the same token', async () => {
    const { token, subjectId } = await reserve(first);
    await publish(first, subjectId);
    await publish(first, subjectId, { hash: 'ef'.repeat(32), version: 2 });
    expect(await verify(token)).toMatchObject({ state: 'valid', sha256: 'ef'.repeat(32) });
  });

  it('refuses a record of another village, a record without a token, and a second token', async () => {
    const { subjectId } = await reserve(first);
    await expect(publish(second, subjectId)).rejects.toThrow('never reserved');
    expect(await revoke(second, subjectId)).toBe(false);
    await expect(publish(first, uuidv7())).rejects.toThrow('never reserved');
    await expect(inside(first, (tx) => issuer.reserveToken(tx, { subjectType: 'letter', subjectId }))).rejects.toMatchObject({ code: '23505' });
  });

  it.each([{ holder: 'Siti Rahayu' }, { nik: '3507260405900003' }, { address: 'Krajan' }])('refuses a public snapshot with %p', async (wrong) => {
    const { subjectId } = await reserve(first);
    await expect(publish(first, subjectId, { shown: { ...publicSnapshot, ...wrong } })).rejects.toThrow();
  });
});

describe('what the roles may do', () => {
  const refused = async (client: pg.Client, sql: string): Promise<unknown> => {
    await client.query('savepoint s');
    const code: unknown = await client.query(sql).then(() => null, (error: { code?: string }) => error.code);
    await client.query('rollback to savepoint s');
    return code;
  };

  it.each(['app', 'worker'] as const)('lets %s change neither a document nor whose a token is', async (role) => {
    await connectedAs(role, async (client) => {
      await client.query(`begin; set local app.village_id = '${first}'`);
      for (const sql of ['update documents set pages = 2', 'delete from documents', 'delete from document_tokens', `update document_tokens set token_hash = ''`, `update document_tokens set subject_id = null`]) {
        expect([sql, await refused(client, sql)]).toEqual([sql, '42501']);
      }
    });
  });

  it('lets the portal see published tokens of one village, by their public columns, and nothing else of the whole schema', async () => {
    const reserved = await reserve(first);
    const tables = (await asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'bullmq'::regnamespace)`,
    )).map((row) => row.name);
    const readable: string[] = [];
    await connectedAs('portal', async (client) => {
      await client.query('begin');
      expect((await client.query('select village_id from document_tokens')).rowCount).toBe(0);
      await client.query(`set local app.village_id = '${first}'`);
      await client.query(`set local app.scope = 'identity'`);
      const shown = await client.query<{ village_id: number; token_hash: Buffer }>('select village_id, token_hash from document_tokens');
      expect(shown.rows.length).toBeGreaterThan(0);
      expect(shown.rows.filter((row) => row.village_id !== first || row.token_hash.equals(reserved.hash))).toEqual([]);
      for (const table of tables) if ((await refused(client, `select * from ${table}`)) === null) readable.push(table);
      for (const sql of ['select subject_id from document_tokens', `update document_tokens set revoked_at = now()`, 'delete from document_tokens', 'select app.named_files(array[]::text[])', 'create table public.x (a int)', 'set role pamong_app']) {
        expect([sql, await refused(client, sql)]).toEqual([sql, '42501']);
      }
    });
    expect(readable.filter((table) => !['clock_offset', 'code_values', 'regency_holidays', 'regency_settings', 'regions', 'units'].includes(table))).toEqual([]);
  });
});
