import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { reserveNumber } from '#numbering';
import { type Actor, bodyHash, Database, idempotencyKeyReused, newId, type Tx } from '#platform';
import { type Collector, ownCollector } from '../collector/own-collector.js';
import { receiptNotFree } from '../pbb.errors.js';
import { lockReceipts } from '../payment/reverse-payment.js';
import type { NewDepositDto } from './deposit.dto.js';
import { depositReference } from './deposit-reference.js';

/** A collector names the receipts whose cash goes to the bank: from here on no other deposit can take them, and the cash is still theirs. */
@Injectable()
export class ListDeposit {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the deposit's id @throws DomainError 403 NOT_A_COLLECTOR; 409 RECEIPT_NOT_FREE, IDEMPOTENCY_KEY_REUSED */
  run(actor: Actor, key: string, deposit: NewDepositDto): Promise<string> {
    const hash = bodyHash(deposit);
    return this.database.inVillage(actor, async (tx) => {
      tx.write('select pg_advisory_xact_lock(hashtextextended($1, 3))', [`${actor.unitId}:${key}`]);
      const known = await tx.one<{ id: string; request_hash: Buffer; listed_by: string }>('select id, request_hash, listed_by from deposits where village_id = $1 and request_key = $2', [actor.unitId, key]);
      if (known) {
        if (known.listed_by !== actor.userId || !known.request_hash.equals(hash)) throw idempotencyKeyReused();
        return known.id;
      }
      const collector = await ownCollector(tx);
      const amount = await freeReceipts(tx, collector, deposit.payments);
      return list(tx, collector, deposit, amount, key, hash);
    });
  }
}

/** Step: the sum of receipts that are the collector's, neither reversed nor in a living deposit. */
async function freeReceipts(tx: Tx, collector: Collector, ids: readonly string[]): Promise<bigint> {
  lockReceipts(tx, ids);
  const rows = await tx.query<{ id: string; amount: bigint }>(
    `select p.id, p.principal + p.penalty as amount from payments p
      where p.village_id = $1 and p.id = any($2::uuid[]) and p.collector_id = $3 and p.reversed_at is null
        and not exists (select from deposit_payments d where d.village_id = $1 and d.payment_id = p.id and d.living)`,
    [tx.actor.unitId, ids, collector.id],
  );
  const free = new Set(rows.map(({ id }) => id));
  const place = ids.findIndex((id) => !free.has(id));
  if (place >= 0) throw receiptNotFree(place);
  return rows.reduce((sum, row) => sum + BigInt(row.amount), 0n);
}

async function list(tx: Tx, collector: Collector, { payments, bank }: NewDepositDto, amount: bigint, key: string, hash: Buffer): Promise<string> {
  const { actor } = tx;
  const id = newId();
  const number = await reserveNumber(tx, { series: 'deposit', period: 'all', subjectType: 'deposit', subjectId: id });
  const reference = depositReference(actor.unitId, number);
  tx.write(
    `insert into deposits (village_id, id, collector_id, reference, bank, receipts, amount, state, request_key, request_hash, listed_by, listed_by_name, listed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'listed', $8, $9, $10, $11, $12)`,
    [actor.unitId, id, collector.id, reference, bank.trim(), payments.length, amount, key, hash, actor.userId, actor.userName, tx.now],
  );
  tx.write('insert into deposit_payments (village_id, deposit_id, payment_id) select $1, $2, unnest($3::uuid[])', [actor.unitId, id, payments]);
  audit(tx, { action: 'deposit.listed', subjectType: 'deposit', subjectId: id, detail: { number: reference, amount: Number(amount), receipts: payments.length } });
  return id;
}
