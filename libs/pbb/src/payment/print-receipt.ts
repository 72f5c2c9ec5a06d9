import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Database, notFound, ObjectStore, type Tx } from '#platform';
import { receiptNotReady } from '../pbb.errors.js';
import { RECEIPT_SUBJECT } from './receipt-standing.js';
import { renderReceiptJob } from './render-receipt.job.js';

export interface PrintedReceipt {
  readonly stream: Readable;
  /** bytes */
  readonly size: number;
  /** `TTS-01-000001-2026.pdf` */
  readonly fileName: string;
}

interface Row {
  readonly number_text: string;
  readonly received_at: Date;
  readonly sha256: string | null;
  readonly size: bigint | null;
}

/** Printing takes a second; whose paper is missing after this has lost its job and gets another. */
const PATIENCE_MS = 60_000;

/** Hands out the stored file of a receipt, the same bytes each time; also of a reversed one. Who took it is in the trail before the first byte leaves. */
@Injectable()
export class PrintReceipt {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  /** @throws DomainError 404; 409 RECEIPT_NOT_READY while it is being printed */
  async run(actor: Actor, paymentId: string): Promise<PrintedReceipt> {
    const { number_text: number, sha256, size } = await this.database.inVillage(actor, (tx) => find(tx, paymentId), { relaxedDurability: true });
    if (sha256 === null) throw receiptNotReady();
    return { stream: this.store.get(sha256), size: Number(size), fileName: `TTS-${number.replaceAll(/[^\w.-]+/g, '-')}.pdf` };
  }
}

async function find(tx: Tx, paymentId: string): Promise<Row> {
  const row = await tx.one<Row>(
    `select p.number_text, p.received_at, d.sha256, d.size from payments p
       left join documents d on d.village_id = $1 and d.subject_type = $3 and d.subject_id = p.id where p.village_id = $1 and p.id = $2`,
    [tx.actor.unitId, paymentId, RECEIPT_SUBJECT],
  );
  if (!row) throw notFound();
  if (row.sha256 !== null) audit(tx, { action: 'payment.receipt-printed', subjectType: 'payment', subjectId: paymentId, detail: { number: row.number_text, sha256: row.sha256 } });
  else if (tx.now.getTime() - row.received_at.getTime() > PATIENCE_MS) tx.enqueue(renderReceiptJob, { paymentId });
  return row;
}
