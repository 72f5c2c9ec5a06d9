import { Inject, Injectable } from '@nestjs/common';
import { TokenIssuer } from '#documents';
import { account, postJournal } from '#ledger';
import { reservedNumber, takeNumber } from '#numbering';
import { type Actor, bodyHash, Clock, Database, faultPoint, idempotencyKeyReused, invalidFields, newId, type Tx } from '#platform';
import { tally } from '#tallies';
import { findUnprintable, type PlainDate, stripInvisible } from '#values';
import { receiptNumberFormat, settingFrom, settingQuestion, type SettingRow } from '#villages';
import { COLLECTOR_CASH, PENALTY, RECEIVABLE } from '../accounts.js';
import { amountChanged } from '../pbb.errors.js';
import { cashTallies, receiptTallies } from '../pbb.tallies.js';
import { type Collector, collectorFrom, collectorQuestion } from '../collector/own-collector.js';
import type { RuleInForce } from '../tax-rule/tax-rule-set.queries.js';
import { type ChargeableBill, type ChargedBill, chargedBills, chargeQuestions, totalOf } from './charge-bills.js';
import type { NewPaymentDto, PaymentDetailDto } from './payment.dto.js';
import { receivedDto } from './payment.queries.js';
import { aroundReceiptNumber, RECEIPT_DIGITS } from './receipt-number.js';
import { RECEIPT_SUBJECT } from './receipt-standing.js';
import { renderReceiptJob } from './render-receipt.job.js';

/**
 * A collector takes cash for bills in full and gives a receipt: the number of their own book, the ledger and the counts are
 * written in one transaction, and from here on the cash is theirs to bring to the bank.
 */
@Injectable()
export class ReceivePayment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TokenIssuer) private readonly tokens: TokenIssuer,
  ) {}

  /**
   * @param key Idempotency-Key: the same key and body again, from the same person, is the same receipt
   * @returns the payment's id, and the receipt as it was just written; null for one that was given before
   * @throws DomainError 403 NOT_A_COLLECTOR; 409 BILL_NOT_PAYABLE, AMOUNT_CHANGED, TAX_RULE_MISSING, IDEMPOTENCY_KEY_REUSED; 422
   */
  run(actor: Actor, key: string, payment: NewPaymentDto): Promise<ReceivedPayment> {
    const paidBy = readName(payment.paidBy);
    const hash = bodyHash(payment);
    const today = this.clock.today();
    return this.database.inVillage(actor, async (tx) => {
      // A twin with the same key waits here and then finds what the first one wrote.
      tx.write('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${actor.unitId}:${key}`]);
      const [[known], collectors, bills, rules, formats] = await tx.all<[{ id: string; request_hash: Buffer; entered_by: string }, Collector, ChargeableBill, RuleInForce, SettingRow<string>]>([
        { sql: 'select id, request_hash, entered_by from payments where village_id = $1 and request_key = $2', values: [actor.unitId, key] },
        collectorQuestion(actor),
        ...chargeQuestions(actor.unitId, payment.bills, { lock: true }),
        settingQuestion(actor.unitId, receiptNumberFormat, today),
      ]);
      if (known) {
        if (known.entered_by !== actor.userId || !known.request_hash.equals(hash)) throw idempotencyKeyReused();
        return { id: known.id, receipt: null };
      }
      const collector = collectorFrom(collectors);
      const lines = chargedBills(payment.bills, bills, rules, today);
      if (totalOf(lines) !== BigInt(payment.total)) throw amountChanged();
      return receive(tx, this.tokens, { collector, lines, paidBy, key, hash, today, numberFormat: settingFrom(receiptNumberFormat, formats).value });
    }, { plannedOnce: true });
  }
}

export interface ReceivedPayment {
  readonly id: string;
  /** Known without reading it back: reading cost a quarter of taking the money. */
  readonly receipt: PaymentDetailDto | null;
}

interface Receipt {
  readonly collector: Collector;
  readonly lines: readonly ChargedBill[];
  readonly paidBy: string;
  readonly key: string;
  readonly hash: Buffer;
  readonly today: PlainDate;
  readonly numberFormat: string;
}

async function receive(tx: Tx, tokens: TokenIssuer, { collector, lines, paidBy, key, hash, today, numberFormat }: Receipt): Promise<ReceivedPayment> {
  const { actor } = tx;
  const id = newId();
  const cash = account(COLLECTOR_CASH, collector.id);
  const [principal, penalty] = [sum(lines, 'principal'), sum(lines, 'penalty')];
  const journalId = postJournal(tx, {
    key: `payment:${id}`, kind: 'payment', day: today, subjectType: 'payment', subjectId: id, action: 'payment.received', detail: { principal: Number(principal), penalty: Number(penalty), bills: lines.length },
    transfers: lines.flatMap((line) => [
      { debit: cash, credit: account(RECEIVABLE), amount: line.principal, itemId: line.billId },
      ...(line.penalty > 0n ? [{ debit: cash, credit: account(PENALTY), amount: line.penalty, itemId: line.billId }] : []),
    ]),
  });
  tx.write(
    `update bill_positions set owed = 0, state = 'with-collector', payment_id = $3, updated_at = $4 where village_id = $1 and bill_id = any($2::uuid[])`,
    [actor.unitId, lines.map(({ billId }) => billId), id, tx.now],
  );
  tally(tx, [...receiptTallies(lines, today, 1), ...cashTallies([{ receivedAt: tx.now, bookCode: collector.bookCode, amount: principal + penalty }], 1)]);
  const { token } = await tokens.reserveToken(tx, { subjectType: RECEIPT_SUBJECT, subjectId: id, standing: 'with-collector' });
  tx.enqueue(renderReceiptJob, { paymentId: id });
  const receipt = receivedDto({ id, collector, lines, paidBy, receivedOn: today, receivedAt: tx.now });
  faultPoint('payment:before-number');
  const [series, period] = [`receipt:${collector.id}`, today.slice(0, 4)];
  const { before, after } = aroundReceiptNumber(numberFormat, { book: collector.bookCode, year: period });
  // From here to the commit nothing is waited for: the book is locked no longer than the server needs to write.
  takeNumber(tx, { series, period, subjectType: 'payment', subjectId: id });
  tx.write(
    `with lines as (
       insert into payment_lines (village_id, payment_id, line, bill_id, tax_year, principal, penalty, months, rule_set_id)
       select $1, $2, l.line, l.bill_id, l.tax_year, l.principal, l.penalty, l.months, l.rule_set_id
         from unnest($19::uuid[], $20::int[], $21::bigint[], $22::bigint[], $23::int[], $24::uuid[]) with ordinality as l (bill_id, tax_year, principal, penalty, months, rule_set_id, line)
     )
     insert into payments (village_id, id, collector_id, period, number, number_text, received_on, received_at, paid_by, principal, penalty, request_key, request_hash, journal_id, entered_by, entered_by_name, token)
     select $1, $2, $3, $4, n.number, $5 || lpad(n.number::text, ${RECEIPT_DIGITS}, '0') || $6, $7, $8, $9, $10::bigint, $11::bigint, $12, $13, $14, $15, $16, $18
       from (select ${reservedNumber('$17', '$4')} as number) n returning number_text`,
    [
      actor.unitId, id, collector.id, period, before, after, today, tx.now, paidBy, principal, penalty, key, hash, journalId, actor.userId, actor.userName, series, token,
      lines.map(({ billId }) => billId), lines.map(({ taxYear }) => taxYear), lines.map((line) => line.principal), lines.map((line) => line.penalty), lines.map(({ months }) => months), lines.map(({ ruleSetId }) => ruleSetId),
    ],
    ([written]: { number_text: string }[]) => {
      receipt.number = written?.number_text ?? '';
    },
  );
  faultPoint('payment:before-commit');
  return { id, receipt };
}

const sum = (lines: readonly ChargedBill[], part: 'principal' | 'penalty'): bigint => lines.reduce((total, line) => total + line[part], 0n);

/** As the receipt prints it. @throws DomainError 422 */
function readName(raw: string): string {
  const name = stripInvisible(raw).replace(/\s+/g, ' ').trim();
  const wrong = name === '' ? 'Isi nama penyetor.' : findUnprintable(name) === null ? null : 'Nama memuat tanda yang tidak dapat dicetak.';
  if (wrong) throw invalidFields([{ field: 'paidBy', code: 'NAME_UNPRINTABLE', message: wrong }]);
  return name;
}
