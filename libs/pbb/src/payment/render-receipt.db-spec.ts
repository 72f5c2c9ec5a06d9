import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenIssuer, Typesetter, TypesettingError, type Verification, VerifyDocument } from '#documents';
import { type Actor, Env, FileObjectStore, jobActor, readEnv } from '#platform';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { pdfText } from '../../../../test/support/pdf-text.js';
import { staffAt } from '../../../../test/support/staff.js';
import { buildBill } from '../../../../test/support/tax-bill.js';
import { RegisterCollector } from '../collector/register-collector.js';
import { CancelDeposit } from '../deposit/cancel-deposit.js';
import { ConfirmDeposit } from '../deposit/confirm-deposit.js';
import { ListDeposit } from '../deposit/list-deposit.js';
import { ReadDepositProof } from '../deposit/read-deposit-proof.js';
import { paymentById } from './payment.queries.js';
import { PrintReceipt } from './print-receipt.js';
import { ReceivePayment } from './receive-payment.js';
import { RenderReceipt } from './render-receipt.js';
import { ReversePayment } from './reverse-payment.js';
import { standReceiptsOf } from './receipt-standing.js';
import '../accounts.js';
import '../pbb.tallies.js';

const env = new Env(readEnv());
const tokens = new TokenIssuer(env);
const typesetter = new Typesetter();
let app: OpenDatabase;
let worker: OpenDatabase;
let portal: OpenDatabase;
let store: FileObjectStore;
let folder: string;
let serial = 0;

/** A village with a collector and a treasurer, who take money and make paper of it. */
class Desk {
  private constructor(readonly unitId: number, readonly collector: Actor, readonly treasurer: Actor) {}

  static async open(): Promise<Desk> {
    const { unitId } = await buildVillage();
    const [collector, treasurer] = [await staffAt(unitId, 'collector'), await staffAt(unitId, 'treasurer')];
    await new RegisterCollector(app.database, app.clock).run(treasurer, { userId: collector.userId ?? '', name: 'Pak Darmo', bookCode: '07' });
    return new Desk(unitId, collector, treasurer);
  }

  async received(...amounts: bigint[]): Promise<string> {
    const bills = await Promise.all(amounts.map((amount) => buildBill(worker.database, this.unitId, { amount, dueOn: '2099-09-30', payerName: 'SUPARMAN' })));
    const payment = { bills: bills.map(({ id }) => id), total: Number(amounts.reduce((sum, amount) => sum + amount, 0n)), paidBy: 'Siti Rohmah' };
    return (await new ReceivePayment(app.database, app.clock, tokens).run(this.collector, `kunci-kuitansi-${(serial += 1)}`, payment)).id;
  }

  render(id: string, press: Pick<Typesetter, 'receipt'> = typesetter): Promise<void> {
    return new RenderReceipt(worker.database, press as Typesetter, store, tokens).run(jobActor(this.unitId, 'spec'), { paymentId: id });
  }

  async printed(...amounts: bigint[]): Promise<string> {
    const id = await this.received(...amounts);
    await this.render(id);
    return id;
  }

  async file(id: string, by = this.treasurer): Promise<{ bytes: Buffer; size: number; fileName: string }> {
    const { stream, ...file } = await new PrintReceipt(app.database, store).run(by, id);
    return { ...file, bytes: Buffer.concat(await stream.toArray()) };
  }

  async page(id: string): Promise<Verification> {
    const [row] = await asOwner<{ token: string }>('select token from payments where village_id = $1 and id = $2', [this.unitId, id]);
    return new VerifyDocument(env, portal.database, portal.clock).run(row?.token ?? '', 'spec');
  }

  listed(...payments: string[]): Promise<string> {
    return new ListDeposit(app.database).run(this.collector, `kunci-setoran-${(serial += 1)}`, { payments, bank: 'Bank Jatim' });
  }

  confirm(deposit: string, sha256: string): Promise<void> {
    return new ConfirmDeposit(app.database, app.clock).run(this.treasurer, deposit, { sha256, depositedOn: app.clock.today() });
  }

  audited(action: string): Promise<object[]> {
    return asOwner('select subject_id as id, detail from audit_entries where village_id = $1 and action = $2', [this.unitId, action]);
  }
}

let here: Desk;
let there: Desk;

beforeAll(async () => {
  [app, worker, portal] = [await openDatabase('app'), await openDatabase('worker'), await openDatabase('portal')];
  folder = await mkdtemp(join(tmpdir(), 'pamong-receipts-'));
  store = new FileObjectStore(folder);
  [here, there] = [await Desk.open(), await Desk.open()];
});

afterAll(async () => {
  await Promise.all([app.close(), worker.close(), portal.close(), typesetter.close()]);
  await rm(folder, { recursive: true, force: true });
});

describe('the paper of a receipt', () => {
  it('is asked for with the payment and holds number, day, figures and words', async () => {
    const id = await here.received(48_500n, 212_354n);
    expect(await asOwner(`select payload from outbox where village_id = $1 and name = 'render-receipt' and payload ->> 'paymentId' = $2`, [here.unitId, id])).toHaveLength(1);
    expect(await here.page(id)).toEqual({ state: 'not-found' });
    expect(await paymentById(app.database, app.clock, here.treasurer, id)).toMatchObject({ receiptReady: false });
    await expect(here.file(id)).rejects.toMatchObject({ code: 'RECEIPT_NOT_READY', status: 409 });
    await here.render(id);
    const { bytes, size, fileName } = await here.file(id);
    const { number, receiptReady, lines } = await paymentById(app.database, app.clock, here.treasurer, id);
    expect({ receiptReady, size, fileName }).toEqual({ receiptReady: true, size: bytes.length, fileName: `TTS-${number.replace('/', '-')}.pdf` });
    const text = await pdfText(bytes);
    for (const piece of [number, 'Siti Rohmah', 'Pak Darmo, buku 07', ...lines.map(({ nop }) => nop), 'SUPARMAN', '48.500', '212.354', 'Rp260.854', 'dua ratus enam puluh ribu delapan ratus lima puluh empat rupiah', 'MENUNGGU SETOR', 'WIB']) expect(text).toContain(piece);
    expect(await here.audited('payment.receipt-printed')).toEqual([{ id, detail: { number, sha256: createHash('sha256').update(bytes).digest('hex') } }]);
  });

  it('is made once however often and however closely it is rendered, and the next attempt makes what a crash left', async () => {
    const id = await here.received(10_000n);
    const broken = { receipt: () => Promise.reject(new TypesettingError('CRASHED', 'terhenti')) };
    await expect(here.render(id, broken)).rejects.toMatchObject({ code: 'CRASHED' });
    await Promise.all([here.render(id), here.render(id)]);
    const first = await here.file(id);
    // A letterhead that changes afterwards changes no paper that exists.
    await asOwner(`insert into village_profiles (village_id, display_name, updated_at) values ($1, 'Nama Baru', now()) on conflict (village_id) do update set display_name = excluded.display_name`, [here.unitId]);
    await here.render(id);
    expect((await here.file(id)).bytes.equals(first.bytes)).toBe(true);
    expect(await asOwner('select 1 from documents where village_id = $1 and subject_id = $2', [here.unitId, id])).toHaveLength(1);
    expect((await here.audited('payment.receipt-issued')).filter((entry) => (entry as { id: string }).id === id)).toHaveLength(1);
  });

  it('is asked for again when its job was lost', async () => {
    const id = await here.received(10_000n);
    const jobs = (): Promise<object[]> => asOwner(`select 1 from outbox where village_id = $1 and name = 'render-receipt' and payload ->> 'paymentId' = $2`, [here.unitId, id]);
    await expect(here.file(id)).rejects.toMatchObject({ code: 'RECEIPT_NOT_READY' });
    expect(await jobs()).toHaveLength(1);
    await asOwner(`update payments set received_at = received_at - interval '2 minutes' where village_id = $1 and id = $2`, [here.unitId, id]);
    await expect(here.file(id)).rejects.toMatchObject({ code: 'RECEIPT_NOT_READY' });
    expect(await jobs()).toHaveLength(2);
  });

  it('is nothing another village can read or print', async () => {
    const id = await here.received(10_000n);
    await expect(there.render(id)).rejects.toMatchObject({ status: 404 });
    await here.render(id);
    await expect(there.file(id)).rejects.toMatchObject({ status: 404 });
    expect(await there.audited('payment.receipt-printed')).toEqual([]);
  });
});

describe('the page of a receipt', () => {
  const proof = Buffer.from('%PDF-1.7 bukti setor');

  it('follows the money from the collector to the bank and says LUNAS only then, the paper unchanged', async () => {
    const [id, other] = [await here.printed(25_000n), await here.printed(5_000n)];
    const before = await here.file(id);
    expect(await here.page(id)).toMatchObject({
      state: 'valid', validUntil: null, standing: { is: 'with-collector', since: app.clock.today() },
      document: { kind: 'receipt', holder: 'S*** R*****', amount: 25_000, items: '1 tagihan PBB', receiver: 'Pak Darmo' },
    });
    const cancelled = await here.listed(id);
    await new CancelDeposit(app.database).run(here.treasurer, cancelled, 'Belum jadi ke bank');
    expect(await here.page(id)).toMatchObject({ standing: { is: 'with-collector' } });
    const deposit = await here.listed(id);
    await here.confirm(deposit, (await store.put(proof)).sha256);
    expect(await here.page(id)).toMatchObject({ state: 'valid', standing: { is: 'deposited' } });
    expect(await here.page(other)).toMatchObject({ standing: { is: 'with-collector' } });
    await worker.database.inVillage(jobActor(here.unitId, 'spec'), (tx) => standReceiptsOf(tx, [deposit, cancelled], 'settled'));
    expect(await here.page(id)).toMatchObject({ standing: { is: 'settled' } });
    await worker.database.inVillage(jobActor(there.unitId, 'spec'), (tx) => standReceiptsOf(tx, [deposit], 'with-collector'));
    expect(await here.page(id)).toMatchObject({ standing: { is: 'settled' } });
    expect((await here.file(id)).bytes.equals(before.bytes)).toBe(true);
    expect(JSON.stringify(await here.page(id))).not.toMatch(/Rohmah|3507/);
  });

  it('says DICABUT from the reversal on, without what a person typed, also when the paper comes afterwards', async () => {
    const [printed, late] = [await here.printed(25_000n), await here.received(5_000n)];
    for (const id of [printed, late]) await new ReversePayment(app.database, app.clock).run(here.treasurer, id, 'Ternyata milik Bu Sumiati');
    await here.render(late);
    for (const id of [printed, late]) {
      const page = await here.page(id);
      expect(page).toMatchObject({ state: 'revoked', revokedOn: app.clock.today(), reason: 'penerimaan uang ini dibatalkan oleh kantor pada hari yang sama', replaced: false });
      expect(JSON.stringify(page)).not.toContain('Sumiati');
    }
  });
});

describe('what the portal may read', () => {
  it('is the standing beside what it read before, and no token, payer or amount of a payment', async () => {
    await here.printed(25_000n);
    await connectedAs('portal', async (client) => {
      await client.query(`begin; set local app.village_id = '${here.unitId}'`);
      expect((await client.query('select standing, standing_at from document_tokens')).rowCount).toBeGreaterThan(0);
      for (const sql of ['select token from payments', 'select paid_by from payments', 'select snapshot from documents', 'select subject_id from document_tokens', `update document_tokens set standing = 'settled'`]) {
        await client.query('savepoint s');
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
        await client.query('rollback to savepoint s');
      }
    });
  });
});

describe('the proof of a deposit', () => {
  const read = (desk: Desk, deposit: string) => new ReadDepositProof(app.database, store).run(desk.treasurer, deposit);

  it.each([
    ['application/pdf', 'pdf', Buffer.from('%PDF-1.7 bukti')],
    ['image/jpeg', 'jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2])],
    ['image/png', 'png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])],
  ])('comes back as the %s it is, audited, to its own village alone', async (type, extension, bytes) => {
    const deposit = await here.listed(await here.received(5_000n));
    await expect(read(here, deposit)).rejects.toMatchObject({ status: 404 });
    const { sha256 } = await store.put(bytes);
    await here.confirm(deposit, sha256);
    await expect(read(there, deposit)).rejects.toMatchObject({ status: 404 });
    const file = await read(here, deposit);
    expect(file.type).toBe(type);
    expect(file.fileName).toMatch(new RegExp(`^bukti-PB[0-9A-Z]{8}\\.${extension}$`));
    expect(Buffer.concat(await file.stream.toArray()).equals(bytes)).toBe(true);
    expect(await here.audited('deposit.proof-opened')).toContainEqual({ id: deposit, detail: { number: expect.any(String), sha256 } });
  });
});
