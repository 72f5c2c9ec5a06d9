import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { publishDocument, TokenIssuer, Typesetter } from '#documents';
import { type Actor, Database, faultPoint, notFound, ObjectStore, type StoredObject, type Tx } from '#platform';
import { villageProfile } from '#villages';
import { composeReceipt, type GivenReceipt, RECEIPT_TEMPLATE, type ReceiptPaper } from './receipt-paper.js';
import { RECEIPT_SUBJECT } from './receipt-standing.js';

interface PaymentRow {
  readonly number: string;
  readonly receivedAt: Date;
  readonly paidBy: string;
  readonly collectorName: string;
  readonly bookCode: string;
  readonly token: string | null;
  readonly printed: boolean;
}

interface LineRow {
  readonly nop: string;
  readonly payerName: string;
  readonly taxYear: number;
  readonly principal: bigint;
  readonly penalty: bigint;
  readonly months: number;
  readonly monthlyRate: number | null;
}

/**
 * Makes the paper of a receipt and opens the page of its QR code. Typesetting and storing happen outside any transaction.
 * What it prints is frozen with the document; run again it leaves the first one as it is. A receipt reversed meanwhile is
 * printed too: its page says so.
 */
@Injectable()
export class RenderReceipt {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Typesetter) private readonly typesetter: Typesetter,
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(TokenIssuer) private readonly tokens: TokenIssuer,
  ) {}

  /** @throws DomainError 404; TypesettingError: tried again */
  async run(actor: Actor, { paymentId }: { paymentId: string }): Promise<void> {
    const paper = await this.database.inVillage(actor, (tx) => this.paperOf(tx, paymentId));
    if (!paper) return;
    const printed = await this.typesetter.receipt(paper.document);
    faultPoint('render-receipt:typeset');
    const file = await this.store.put(printed.pdf);
    await this.database.inVillage(actor, (tx) => publish(tx, paymentId, paper, { ...file, pages: printed.pages }));
  }

  /** @returns null when there is nothing to print any more */
  private async paperOf(tx: Tx, paymentId: string): Promise<ReceiptPaper | null> {
    const [[payment], lines] = await tx.all<[PaymentRow, LineRow]>(questions(tx.actor.unitId, paymentId));
    if (!payment) throw notFound();
    if (payment.printed || payment.token === null) return null;
    const receipt: GivenReceipt = { ...payment, lines: lines.map((line) => ({ ...line, principal: BigInt(line.principal), penalty: BigInt(line.penalty) })) };
    return composeReceipt(receipt, await villageProfile(tx), this.tokens.urlOf(payment.token));
  }
}

const questions = (unitId: number, paymentId: string) => [
  {
    sql: `select p.number_text as number, p.received_at as "receivedAt", p.paid_by as "paidBy", c.name as "collectorName", c.book_code as "bookCode", p.token,
                 exists (select from documents d where d.village_id = $1 and d.subject_type = '${RECEIPT_SUBJECT}' and d.subject_id = p.id) as printed
            from payments p join collectors c on c.village_id = $1 and c.id = p.collector_id where p.village_id = $1 and p.id = $2`,
    values: [unitId, paymentId],
  },
  {
    sql: `select o.nop, b.payer_name as "payerName", l.tax_year as "taxYear", l.principal, l.penalty, l.months, r.monthly_rate as "monthlyRate"
            from payment_lines l join bills b on b.village_id = $1 and b.id = l.bill_id join tax_objects o on o.village_id = $1 and o.id = b.object_id left join tax_rule_sets r on r.id = l.rule_set_id
           where l.village_id = $1 and l.payment_id = $2 order by l.line`,
    values: [unitId, paymentId],
  },
];

async function publish(tx: Tx, paymentId: string, paper: ReceiptPaper, file: StoredObject & { readonly pages: number }): Promise<void> {
  const document = await publishDocument(tx, {
    kind: 'receipt', subjectType: RECEIPT_SUBJECT, subjectId: paymentId, file, snapshot: paper, templateVersion: RECEIPT_TEMPLATE, publicSnapshot: paper.public, validUntil: null,
  });
  if (document.created) audit(tx, { action: 'payment.receipt-issued', subjectType: 'payment', subjectId: paymentId, detail: { number: paper.document.number, sha256: document.sha256, pages: document.pages } });
  faultPoint('render-receipt:stored');
}
