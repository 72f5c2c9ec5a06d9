import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { maskedHolder, publishDocument, revokeDocument, TokenIssuer } from '#documents';
import { Env, jobActor, makeLogger, readEnv } from '#platform';
import { addDays, plainDate } from '#values';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../test/support/database-of.js';
import { createPortal, startPortal } from './create-portal.js';
import { pagesPerMinute } from './refusal/address-limit.guard.js';

const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent', TRUSTED_PROXIES: '127.0.0.1' }));
const issuer = new TokenIssuer(env);
const pdf = Buffer.from('%PDF-1.7 the very bytes');
const sha256 = createHash('sha256').update(pdf).digest('hex');

let writer: OpenDatabase;
let app: NestFastifyApplication;
let unit: number;
let get: (path: string) => request.Test;

async function issue(state: 'reserved' | 'valid' | 'expired' | 'revoked'): Promise<string> {
  const subject = { subjectType: 'letter', subjectId: uuidv7() };
  return writer.database.inVillage(jobActor(unit, 'spec'), async (tx) => {
    const { token } = await issuer.reserveToken(tx, subject);
    const publicSnapshot = {
      title: 'Surat Keterangan <b>Usaha</b>', number: '500.2.2.4/0187/35.07.26.2003/2026', issuedOn: '2026-11-24', issuer: 'Desa Pujon Kidul', district: 'Kecamatan Pujon',
      ...maskedHolder('Siti Rahayu', '3507260405900003'), signer: 'Suwondo Hadi Prasetyo', signerPosition: 'Kepala Desa', phone: '(0341) 524017',
    };
    if (state !== 'reserved') {
      const today = writer.clock.today();
      await publishDocument(tx, {
        kind: 'letter', ...subject, file: { sha256, size: pdf.length, pages: 1 }, snapshot: { name: 'Siti Rahayu' }, templateVersion: '1', publicSnapshot,
        validUntil: state === 'expired' ? addDays(today, -1) : plainDate('2099-02-24'),
      });
    }
    if (state === 'revoked') await revokeDocument(tx, { ...subject, reasonPublic: 'nama usaha salah ketik.', replacedByNumber: '0191/2026' });
    return token;
  });
}

beforeAll(async () => {
  writer = await openDatabase('app');
  ({ unitId: unit } = await buildVillage());
  app = await createPortal(env, makeLogger('silent', 'portal'));
  await startPortal(app, env, false);
  await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).ready();
  get = (path) => request(app.getHttpServer()).get(path);
});

afterAll(async () => {
  await app.close();
  await writer.close();
});

describe('the page behind a QR code', () => {
  it.each([
    ['valid', 200, 'SAH', 'masih berlaku'],
    ['expired', 200, 'KEDALUWARSA', 'masa berlakunya sudah lewat'],
    ['revoked', 200, 'DICABUT', 'Sudah diganti dengan surat nomor 0191/2026'],
    ['reserved', 404, 'TIDAK DITEMUKAN', 'Tidak ada surat atau tanda terima dengan kode ini'],
  ] as const)('of a %s document answers %d %s, in capitals and in lower case', async (state, status, word, sentence) => {
    const token = await issue(state);
    for (const path of [`/V/${token}`, `/v/${token.toLowerCase()}`]) {
      const { text } = await get(path).expect(status).expect('content-type', 'text/html; charset=utf-8').expect('x-robots-tag', /noindex/).expect('cache-control', 'no-store');
      expect(text).toContain(`</svg>${word}</h1>`);
      expect(text).toContain(sentence);
      expect(text).toContain('<meta name="robots" content="noindex');
      expect(text).not.toMatch(/Siti|Rahayu|350726040|<b>Usaha|<script/);
      expect(Buffer.byteLength(text)).toBeLessThan(20_000);
      if (status === 404) continue;
      expect(text).toContain('S*** R*****, NIK ************0003');
      expect(text).toContain(`${sha256.slice(0, 8)} … ${sha256.slice(-8)}`);
      expect(text).not.toContain(sha256);
      expect(text).toContain('Verifikasi internal, bukan TTE tersertifikasi');
    }
  });

  it.each([
    ['expired', /<h2>Apa artinya kedaluwarsa\?<\/h2>\s*<p>[^<]*hanya berlaku sampai \d+ \w+ \d{4}[^<]*<\/p>\s*<p>[^<]*meminta surat baru di kantor Desa Pujon Kidul/],
    ['revoked', /<h2>Apa artinya dicabut\?<\/h2>\s*<p>[^<]*<\/p>\s*<p>[^<]*memakai surat penggantinya/],
  ] as const)('says of an %s letter what that means and what to do', async (state, words) => {
    const token = await issue(state);
    expect((await get(`/v/${token}`)).text).toMatch(words);
    expect((await get(`/v/${await issue('valid')}`)).text).not.toContain('Apa artinya');
  });

  it('asks for the file in Indonesian, without a script and without the browser’s own words', async () => {
    const { text } = await get(`/v/${await issue('valid')}`);
    // The field hides until it has a name to show; its label is the button, and whoever chooses nothing is told by us.
    expect(text).toMatch(/<form [^>]*enctype="multipart\/form-data" novalidate>/);
    expect(text).toMatch(/<input id="berkas" type="file"[^>]* required><label for="berkas">Pilih berkas PDF<\/label>/);
    expect(text).toContain('.pick input::file-selector-button { display: none; }');
    expect(text).toMatch(/\.pick input:focus-visible \+ label \{ outline: 3px/);
  });

  it('compares a PDF by its hash', async () => {
    const token = await issue('valid');
    const send = (file: Buffer): request.Test => request(app.getHttpServer()).post(`/v/${token}/berkas`).attach('berkas', file, 'surat.pdf');
    expect((await send(pdf).expect(200)).text).toContain('Berkas sama.');
    expect((await send(Buffer.alloc(0)).expect(200)).text).toContain('Belum ada berkas.');
    expect((await send(Buffer.alloc(11 * 1024 * 1024)).expect(413)).text).toContain('Berkas terlalu besar');
    await request(app.getHttpServer()).post('/v/ABC/berkas').attach('berkas', pdf, 'surat.pdf').expect(404);
    await request(app.getHttpServer()).post(`/v/${token}/berkas`).send({ a: 1 }).expect(406).expect('content-type', 'text/html; charset=utf-8');
  });

  it.each([
    ['valid', 'SAH', 'Kodenya sah, tetapi berkas yang Anda unggah bukan berkas aslinya.'],
    ['expired', 'KEDALUWARSA', 'suratnya kedaluwarsa dan berkas'],
    ['revoked', 'DICABUT', 'suratnya sudah dicabut dan berkas'],
  ] as const)('says of a different file first that it is one, and of the %s code only in a small line', async (state, word, line) => {
    const token = await issue(state);
    const { text } = await request(app.getHttpServer()).post(`/v/${token}/berkas`).attach('berkas', Buffer.from('%PDF another'), 'surat.pdf').expect(200);
    expect(text).toContain('<div class="state different" role="alert">');
    expect(text).toContain('</svg>BERKAS BERBEDA</h1>');
    expect(text).toContain('Jangan terima berkas itu.');
    expect(text).toMatch(new RegExp(`<p class="hint">[^<]*${line}`));
    expect(text).not.toContain(`</svg>${word}</h1>`);
    expect(text).not.toContain(`<title>${word}`);
  });

  it.each([
    ['without an end', '--x\r\nContent-Disposition: form-data; name="berkas"; filename="surat.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF'],
    ['broken off in its header', '--x\r\nContent-Disposition: form-da'],
    ['without a part', 'nothing of the kind'],
  ])('asks for a file again whose upload came %s', async (_how, body) => {
    const token = await issue('valid');
    const answer = await request(app.getHttpServer()).post(`/v/${token}/berkas`).set('content-type', 'multipart/form-data; boundary=x').send(body).expect('content-type', 'text/html; charset=utf-8');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Berkas tidak sampai utuh');
  });
});

describe('the rest of the portal', () => {
  it('leads a typed code to its page and explains one that cannot be', async () => {
    const token = await issue('valid');
    await get(`/periksa?kode=${encodeURIComponent(` ${token.toLowerCase()} `)}`).expect(303).expect('location', `/v/${token}`);
    const { text } = await get('/periksa?kode=%22%3E%3Cscript%3E').expect(422);
    expect(text).toContain('Kode hanya berisi huruf dan angka.');
    expect(text).not.toContain('<script');
    expect((await get('/').expect(200)).text).toContain('Apakah surat ini asli?');
  });

  it.each(['/tidak-ada', '/v/', `/v/${'A'.repeat(300)}`, '/v/%E0%A4%A', '/v/%00', '/api/v1/me'])('answers %s with a page, not with JSON', async (path) => {
    const answer = await get(path).expect('content-type', 'text/html; charset=utf-8');
    expect([400, 404, 414]).toContain(answer.status);
    expect(answer.text).toContain('<html lang="id">');
    expect(answer.headers['content-security-policy']).toMatch(/img-src data:/);
  });

  it('forbids scripts, frames, foreign styles and referrers', async () => {
    const { headers, text } = await get('/').expect('x-frame-options', 'DENY').expect('referrer-policy', 'no-referrer').expect('x-content-type-options', 'nosniff');
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(headers['content-security-policy']).toContain(`default-src 'none'`);
    await get('/robots.txt').expect(200).expect('content-type', 'text/plain; charset=utf-8');
    await get('/health/ready').expect(200);
  });

  it('slows one address down and no other', async () => {
    const from = (address: string): request.Test => get('/').set('x-forwarded-for', address);
    for (let page = 0; page < pagesPerMinute; page += 1) await from('203.0.113.7');
    const { text } = await from('203.0.113.7').expect(429).expect('retry-after', /^\d+$/);
    expect(text).toContain('Tunggu satu menit');
    await from('203.0.113.8').expect(200);
    await get('/health/live').set('x-forwarded-for', '203.0.113.7').expect(200);
  });
});
