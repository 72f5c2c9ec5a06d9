import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { maskedHolder, publishDocument, revokeDocument, standDocuments, TokenIssuer } from '#documents';
import { Env, jobActor, makeLogger, readEnv } from '#platform';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { createPortal, startPortal } from '../create-portal.js';

const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent' }));
const issuer = new TokenIssuer(env);
const pdf = Buffer.from('%PDF-1.7 tanda terima');
const sha256 = createHash('sha256').update(pdf).digest('hex');
let writer: OpenDatabase;
let app: NestFastifyApplication;
let unit: number;

/** A receipt whose paper is published; `standing` as it was moved on afterwards. */
async function receipt(standing: string | 'revoked'): Promise<string> {
  const subject = { subjectType: 'payment', subjectId: uuidv7() };
  return writer.database.inVillage(jobActor(unit, 'spec'), async (tx) => {
    const { token } = await issuer.reserveToken(tx, { ...subject, standing: 'with-collector' });
    await publishDocument(tx, {
      kind: 'receipt', ...subject, file: { sha256, size: pdf.length, pages: 1 }, snapshot: { payer: 'Siti Rahayu', nop: '350726000300401310' }, templateVersion: '1', validUntil: null,
      publicSnapshot: {
        kind: 'receipt', title: 'Tanda Terima Sementara PBB', number: '01-000148/2026', issuedOn: '2026-11-24', issuer: 'Desa Pujon Kidul', district: 'Kecamatan Pujon', holder: maskedHolder('Siti Rahayu', null).holder,
        amount: 402_094, items: '3 tagihan PBB', receiver: 'Slamet <Riyadi>', phone: '(0341) 524017',
      },
    });
    if (standing === 'revoked') await revokeDocument(tx, { ...subject, reasonPublic: 'penerimaan uang ini dibatalkan oleh kantor pada hari yang sama' });
    else standDocuments(tx, subject.subjectType, [subject.subjectId], standing);
    return token;
  });
}

beforeAll(async () => {
  writer = await openDatabase('app');
  ({ unitId: unit } = await buildVillage());
  app = await createPortal(env, makeLogger('silent', 'portal'));
  await startPortal(app, env, false);
  await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).ready();
});

afterAll(async () => {
  await app.close();
  await writer.close();
});

describe('the page of a receipt', () => {
  it.each([
    ['with-collector', 'waiting', 'DIBAYAR KE PETUGAS – MENUNGGU SETOR', 'belum tercatat disetor. Pajak ini belum lunas.'],
    ['deposited', 'moving', 'DISETOR – MENUNGGU BUKTI BANK', 'Pajak ini lunas setelah uangnya terlihat di rekening bank.'],
    ['settled', 'valid', 'LUNAS', 'Uang ini sudah terlihat masuk di bank'],
    ['something-new', 'waiting', 'DIBAYAR KE PETUGAS – MENUNGGU SETOR', 'belum lunas'],
    ['revoked', 'revoked', 'DICABUT', 'penerimaannya dibatalkan oleh Desa Pujon Kidul'],
  ])('whose money is %s says so by word, colour and icon', async (standing, colour, word, sentence) => {
    const { text } = await request(app.getHttpServer()).get(`/v/${await receipt(standing)}`).expect(200);
    expect(text).toContain(`<div class="state ${colour}">`);
    expect(text).toContain(`</svg>${word}</h1>`);
    expect(text).toContain(`<title>${word}: Tanda Terima Sementara PBB`);
    expect(text).toContain(sentence);
    for (const piece of ['01-000148/2026', '24 November 2026', 'Rp402.094 (empat ratus dua ribu sembilan puluh empat rupiah)', '3 tagihan PBB', 'S*** R*****', 'Slamet &lt;Riyadi&gt;', 'Desa Pujon Kidul, Kecamatan Pujon']) expect(text).toContain(piece);
    expect(text).not.toMatch(/Siti|Rahayu|350726|35\.07|SAH<|\bSurat ini|surat ini\b|<script/);
    if (standing !== 'settled') expect(text).not.toContain('LUNAS');
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  });

  it('compares a file by its hash and says of another first that it is one', async () => {
    const token = await receipt('settled');
    const send = (file: Buffer): request.Test => request(app.getHttpServer()).post(`/v/${token}/berkas`).attach('berkas', file, 'tts.pdf').expect(200);
    expect((await send(pdf)).text).toContain('Berkas sama.');
    expect((await send(Buffer.alloc(0))).text).toContain('Pilih berkas PDF tanda terima, lalu');
    const { text } = await send(Buffer.from('%PDF another'));
    expect(text).toContain('</svg>BERKAS BERBEDA</h1>');
    expect(text).toContain('yang kami simpan untuk tanda terima ini');
    expect(text).not.toContain('LUNAS');
  });
});
