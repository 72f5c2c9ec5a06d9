import { Inject, Injectable } from '@nestjs/common';
import { revokeDocument } from '#documents';
import { reverseJournal } from '#ledger';
import { type Actor, Clock, Database, faultPoint, notFound, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { ownPayment, paymentDeposited, paymentReversed, reversalTooLate } from '../pbb.errors.js';
import { cashTallies, receiptTallies } from '../pbb.tallies.js';
import { totalOf } from './charge-bills.js';
import { RECEIPT_SUBJECT } from './receipt-standing.js';

/** What a person typed may name somebody; whoever scans the code reads this. */
const REASON_PUBLIC = 'penerimaan uang ini dibatalkan oleh kantor pada hari yang sama';

interface ReceivedPayment {
  readonly journal_id: string;
  readonly received_on: PlainDate;
  readonly received_at: Date;
  readonly book_code: string;
  readonly entered_by: string;
  readonly reversed_at: Date | null;
  readonly deposited: boolean;
}

interface Line {
  readonly billId: string;
  readonly taxYear: number;
  readonly taxBook: number;
  readonly principal: bigint;
  readonly penalty: bigint;
}

/** Takes a receipt back on the day it was given, by somebody else: what was paid is owed again, the number stays used. */
@Injectable()
export class ReversePayment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404; 403 OWN_PAYMENT; 409 PAYMENT_REVERSED, PAYMENT_DEPOSITED, REVERSAL_TOO_LATE */
  async run(actor: Actor, paymentId: string, reason: string): Promise<void> {
    const today = this.clock.today();
    await this.database.inVillage(actor, async (tx) => {
      const payment = await lockPayment(tx, paymentId);
      if (payment.reversed_at) throw paymentReversed();
      if (payment.deposited) throw paymentDeposited();
      if (payment.received_on !== today) throw reversalTooLate();
      if (payment.entered_by === actor.userId) throw ownPayment();
      await reverse(tx, paymentId, payment, reason, today);
    });
  }
}

/** Its row may not be locked by a role that may only mark it; a deposit takes the same lock. */
async function lockPayment(tx: Tx, id: string): Promise<ReceivedPayment> {
  lockReceipts(tx, [id]);
  const payment = await tx.one<ReceivedPayment>(
    `select p.journal_id, p.received_on, p.received_at, c.book_code, p.entered_by, p.reversed_at, exists (select from deposit_payments d where d.village_id = $1 and d.payment_id = p.id and d.living) as deposited
       from payments p join collectors c on c.village_id = $1 and c.id = p.collector_id where p.village_id = $1 and p.id = $2`,
    [tx.actor.unitId, id],
  );
  if (!payment) throw notFound();
  return payment;
}

/** Step: whoever changes what becomes of these receipts waits for the others; in one order, so that nobody waits for ever. */
export function lockReceipts(tx: Tx, ids: readonly string[]): void {
  tx.write('select pg_advisory_xact_lock(hashtextextended(id, 2)) from (select unnest($1::text[]) as id order by 1) receipts', [ids]);
}

async function reverse(tx: Tx, paymentId: string, payment: ReceivedPayment, reason: string, today: PlainDate): Promise<void> {
  const { actor } = tx;
  const lines = await tx.query<Line>(
    `select l.bill_id as "billId", l.tax_year as "taxYear", b.tax_book as "taxBook", l.principal, l.penalty from payment_lines l join bills b on b.village_id = $1 and b.id = l.bill_id
      where l.village_id = $1 and l.payment_id = $2 order by l.bill_id`,
    [actor.unitId, paymentId],
  );
  await reverseJournal(tx, payment.journal_id, { key: `payment-reversed:${paymentId}`, kind: 'payment-reversal', day: today, subjectType: 'payment', subjectId: paymentId, action: 'payment.reversed', reason });
  tx.write(`update payments set reversed_at = $3, reversed_by = $4, reversed_by_name = $5, reversal_reason = $6 where village_id = $1 and id = $2`, [actor.unitId, paymentId, tx.now, actor.userId, actor.userName, reason]);
  tx.write('update payment_lines set living = false where village_id = $1 and payment_id = $2', [actor.unitId, paymentId]);
  // A bill that was superseded meanwhile cannot be: a list leaves alone what is paid.
  tx.write(
    `update bill_positions p set owed = l.principal, state = 'unpaid', payment_id = null, updated_at = $3 from payment_lines l
      where l.village_id = $1 and l.payment_id = $2 and p.village_id = $1 and p.bill_id = l.bill_id and p.payment_id = $2`,
    [actor.unitId, paymentId, tx.now],
  );
  await revokeDocument(tx, { subjectType: RECEIPT_SUBJECT, subjectId: paymentId, reasonPublic: REASON_PUBLIC });
  const taken = lines.map((line) => ({ ...line, principal: BigInt(line.principal), penalty: BigInt(line.penalty) }));
  faultPoint('payment-reversal:before-commit');
  tally(tx, [...receiptTallies(taken, payment.received_on, -1), ...cashTallies([{ receivedAt: payment.received_at, bookCode: payment.book_code, amount: totalOf(taken) }], -1)]);
}
