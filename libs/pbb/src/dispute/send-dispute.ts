import { Inject, Injectable } from '@nestjs/common';
import { Database, publicActor } from '#platform';
import type { PlainDate, Rupiah } from '#values';
import type { SeenObject } from '../public-bill/bill-tokens.js';
import { caseNumber } from './case-number.js';

const OFFICE = 0;

/** What a villager says he paid and does not find. */
export interface NewDispute {
  /** Follows from the form and what was written in it: the same sent twice is one report. */
  readonly id: string;
  readonly taxYear: number;
  readonly amount: Rupiah;
  readonly paidTo: string;
  readonly paidOn: PlainDate;
  readonly phone: string | null;
  readonly story: string | null;
}

/**
 * Sends a villager's report to the regency's office, past the village, whose collector may be whom it is about. The
 * portal's role may only write it: from here nobody reads one again.
 */
@Injectable()
export class SendDispute {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns the case number; null when the object has no bill of that year in force */
  async run({ villageId, objectId }: SeenObject, dispute: NewDispute, requestId: string): Promise<string | null> {
    const [object] = await this.database.readVillage<{ nop: string }>(publicActor(villageId, requestId), {
      name: 'disputed-object',
      text: `select o.nop from tax_objects o join bills b on b.village_id = $1 and b.object_id = o.id and b.tax_year = $3 and b.closed_as is null where o.village_id = $1 and o.id = $2`,
      values: [villageId, objectId, dispute.taxYear],
    });
    if (!object) return null;
    const number = caseNumber(dispute.id);
    await this.database.inVillage(publicActor(OFFICE, requestId), (tx) => tx.write(
      `insert into payment_disputes (village_id, id, for_village_id, case_number, object_id, nop, tax_year, amount, paid_to, paid_on, phone, story, sent_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
      [OFFICE, dispute.id, villageId, number, objectId, object.nop, dispute.taxYear, dispute.amount, dispute.paidTo, dispute.paidOn, dispute.phone, dispute.story, tx.now],
    ));
    return number;
  }
}
