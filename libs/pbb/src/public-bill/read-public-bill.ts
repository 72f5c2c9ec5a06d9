import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, publicActor } from '#platform';
import { bareName, words } from '#villages';
import { formatNop, maskName, type Nop, type PlainDate, type Rupiah, type VillageKind } from '#values';
import type { BillState } from '../bill/bill.dto.js';
import { explainPenalty } from '../penalty/explain-penalty.js';
import { endOfMonth, latePenalty } from '../penalty/late-penalty.js';
import { type RuleInForce, ruleFor, rulesStatement } from '../tax-rule/tax-rule-set.queries.js';
import type { SeenObject } from './bill-tokens.js';
import { billsStatement, officeStatement, type OfficeRow, type PublicBillRow } from './public-bill.queries.js';

/** What one year of an object costs today, or where its money is. */
export interface PublicYear {
  readonly taxYear: number;
  readonly state: BillState;
  readonly dueOn: PlainDate;
  readonly principal: Rupiah;
  /** Of an unpaid year; null: no rule for it is in force, so nobody can say. */
  readonly penalty: { readonly months: number; readonly amount: Rupiah; readonly lines: readonly string[]; readonly sameUntil: PlainDate | null } | null;
  readonly receipt: PublicReceipt | null;
}

export interface PublicReceipt {
  readonly paymentId: string;
  readonly number: string;
  readonly receivedOn: PlainDate;
  readonly principal: Rupiah;
  readonly penalty: Rupiah;
  readonly collector: string;
  /** The paper exists and names no other object: what others owe is not this visitor's to read (UU 1/2022 Ps. 103). */
  readonly file: 'ready' | 'of-several' | 'none';
}

/** The page of an object: nothing that leads to a person or a door (UU 27/2022), but what must be paid and to whom. */
export interface PublicBill {
  readonly nop: string;
  readonly payer: string;
  readonly place: string | null;
  readonly landArea: number | null;
  readonly buildingArea: number | null;
  readonly years: readonly PublicYear[];
  readonly office: { readonly name: string; readonly district: string; readonly address: string | null; readonly phone: string | null };
  /** Who comes for the tax of this object; null: nobody is assigned. */
  readonly collector: string | null;
  /** Where else the regency has tax paid; null: it has named none. */
  readonly places: string | null;
}

/** Everything of the page in one round trip, as the portal's role. */
@Injectable()
export class ReadPublicBill {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns null when nothing of the object is in force any more */
  async run({ villageId, objectId }: SeenObject, requestId: string): Promise<PublicBill | null> {
    const today = this.clock.today();
    const [rows, rules, [office]] = await this.database.readVillageAll<[PublicBillRow, RuleInForce, OfficeRow]>(publicActor(villageId, requestId), [
      billsStatement(villageId, objectId), rulesStatement, officeStatement(villageId, objectId, today),
    ]);
    const [newest] = rows;
    if (!newest || !office) return null;
    return {
      nop: formatNop(newest.nop as Nop), payer: maskName(newest.payer_name), place: newest.place, landArea: newest.land_area, buildingArea: newest.building_area,
      years: rows.map((row) => publicYear(row, rules, today)),
      office: { name: `${words(office.kind as VillageKind).office} ${bareName(office.name)}`, district: `Kecamatan ${bareName(office.district)}`, address: office.address, phone: office.phone },
      collector: office.collector, places: office.places,
    };
  }
}

function publicYear(row: PublicBillRow, rules: readonly RuleInForce[], today: PlainDate): PublicYear {
  const rule = ruleFor(rules, row.tax_year);
  return {
    taxYear: row.tax_year, state: row.state, dueOn: row.due_on, principal: BigInt(row.state === 'unpaid' ? row.owed : row.amount),
    penalty: row.state === 'unpaid' ? penaltyOf(row, rule, today) : null, receipt: receiptOf(row),
  };
}

function penaltyOf({ owed, tax_year, due_on }: PublicBillRow, rule: RuleInForce | null, today: PlainDate): PublicYear['penalty'] {
  const lines = explainPenalty(BigInt(owed), tax_year, due_on, today, rule);
  if (today <= due_on) return { months: 0, amount: 0n, lines, sameUntil: due_on };
  if (!rule) return null;
  const { months, amount } = latePenalty(BigInt(owed), due_on, today, rule);
  return { months, amount, lines, sameUntil: months < rule.mostMonths ? endOfMonth(due_on, months) : null };
}

function receiptOf(row: PublicBillRow): PublicReceipt | null {
  const { payment_id: paymentId, number_text: number, received_on: receivedOn, collector_name: collector } = row;
  if (!paymentId || !number || !receivedOn) return null;
  const file = !row.only_this ? 'of-several' : row.printed ? 'ready' : 'none';
  return { paymentId, number, receivedOn, principal: BigInt(row.paid_principal ?? 0), penalty: BigInt(row.paid_penalty ?? 0), collector: collector ?? '', file };
}
