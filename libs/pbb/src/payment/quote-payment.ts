import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, type Tx } from '#platform';
import { formatNop, formatRupiah, type Nop, rupiahToNumber, terbilang } from '#values';
import type { RuleInForce } from '../tax-rule/tax-rule-set.queries.js';
import { type ChargeableBill, type ChargedBill, chargedBills, chargeQuestions, totalOf } from './charge-bills.js';
import type { PaymentLineDto, QuotationAnswerDto } from './payment.dto.js';

/** What bills cost today, to be said to the payer before any money changes hands. Changes nothing. */
@Injectable()
export class QuotePayment {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 409 BILL_NOT_PAYABLE, TAX_RULE_MISSING; 422 */
  run(actor: Actor, bills: readonly string[]): Promise<QuotationAnswerDto> {
    const on = this.clock.today();
    return this.database.inVillage(actor, async (tx) => {
      const [rows, rules] = await tx.all<[ChargeableBill, RuleInForce]>(chargeQuestions(actor.unitId, bills, { lock: false }));
      const lines = chargedBills(bills, rows, rules, on);
      const total = totalOf(lines);
      return {
        on, lines: lines.map(lineDto), principal: add(lines, 'principal'), penalty: add(lines, 'penalty'), total: rupiahToNumber(total), inWords: amountInWords(total), notices: await olderYears(tx, lines),
      };
    });
  }
}

const add = (lines: readonly ChargedBill[], part: 'principal' | 'penalty'): number => rupiahToNumber(lines.reduce((sum, line) => sum + line[part], 0n));

/** `Dua puluh lima ribu rupiah`. */
export function amountInWords(amount: bigint): string {
  const words = `${terbilang(amount)} rupiah`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const lineDto = ({ billId, nop, payerName, taxYear, principal, penalty, months }: Pick<ChargedBill, 'billId' | 'nop' | 'payerName' | 'taxYear' | 'principal' | 'penalty' | 'months'>): PaymentLineDto => ({
  billId, nop: formatNop(nop as Nop), payerName, taxYear, principal: rupiahToNumber(principal), penalty: rupiahToNumber(penalty), months,
});

/** Oldest first is the order proposed; paying a newer year alone is allowed with a notice (rules, PBB). */
async function olderYears(tx: Tx, lines: readonly ChargedBill[]): Promise<string[]> {
  const left = await tx.query<{ nop: string; tax_year: number; owed: bigint }>(
    `select o.nop, b.tax_year, p.owed from unnest($2::uuid[], $3::int[]) as paid (object_id, tax_year)
       join bills b on b.village_id = $1 and b.object_id = paid.object_id and b.tax_year < paid.tax_year and b.closed_as is null and not b.id = any($4::uuid[])
       join bill_positions p on p.village_id = $1 and p.bill_id = b.id and p.state = 'unpaid' join tax_objects o on o.village_id = $1 and o.id = b.object_id
      group by o.nop, b.tax_year, p.owed order by o.nop, b.tax_year`,
    [tx.actor.unitId, lines.map(({ objectId }) => objectId), lines.map(({ taxYear }) => taxYear), lines.map(({ billId }) => billId)],
  );
  return left.map(({ nop, tax_year, owed }) => `${formatNop(nop as Nop)} tahun ${tax_year} masih terutang ${formatRupiah(BigInt(owed))}`);
}
