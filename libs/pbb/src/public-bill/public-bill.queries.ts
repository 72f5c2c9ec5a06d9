import type { Database, ReadStatement } from '#platform';
import { publicActor } from '#platform';
import type { PlainDate } from '#values';
import { pbbPaymentPlaces } from '#villages';
import type { BillState } from '../bill/bill.dto.js';
import type { SeenObject } from './bill-tokens.js';

export interface PublicBillRow {
  nop: string;
  place: string | null;
  land_area: number | null;
  building_area: number | null;
  tax_year: number;
  amount: bigint;
  due_on: PlainDate;
  payer_name: string;
  state: BillState;
  owed: bigint;
  payment_id: string | null;
  number_text: string | null;
  received_on: PlainDate | null;
  paid_principal: bigint | null;
  paid_penalty: bigint | null;
  collector_name: string | null;
  only_this: boolean;
  printed: boolean;
}

/** A receipt whose lines are all of this object; a line that is not seen counts as one of another. */
const ONLY_THIS = `not exists (select from payment_lines x where x.village_id = $1 and x.payment_id = p.id
  and not exists (select from bills xb where xb.village_id = $1 and xb.id = x.bill_id and xb.object_id = $2))`;
const PRINTED = `select from documents d where d.village_id = $1 and d.kind = 'receipt' and d.subject_type = 'payment' and d.subject_id = p.id`;

/** Every bill in force of an object, newest year first, and the receipt by which it was paid. */
export const billsStatement = (villageId: number, objectId: string): ReadStatement => ({
  name: 'public-bills',
  text: `select o.nop, o.place, o.land_area, o.building_area, b.tax_year, b.amount, b.due_on, b.payer_name, s.state, s.owed,
                p.id as payment_id, p.number_text, p.received_on, l.principal as paid_principal, l.penalty as paid_penalty, c.name as collector_name,
                p.id is not null and ${ONLY_THIS} as only_this, p.id is not null and exists (${PRINTED}) as printed
           from tax_objects o join bills b on b.village_id = $1 and b.object_id = o.id and b.closed_as is null join bill_positions s on s.village_id = $1 and s.bill_id = b.id
           left join payment_lines l on l.village_id = $1 and l.bill_id = b.id and l.living
           left join payments p on p.village_id = $1 and p.id = l.payment_id and p.reversed_at is null left join collectors c on c.village_id = $1 and c.id = p.collector_id
          where o.village_id = $1 and o.id = $2 order by b.tax_year desc`,
  values: [villageId, objectId],
});

export interface OfficeRow {
  kind: string;
  name: string;
  district: string;
  address: string | null;
  phone: string | null;
  collector: string | null;
  places: string | null;
}

/** The village's office, where else tax is paid, and the collector of the object: one assigned to it alone goes before those of its RT, RW and hamlet. */
export const officeStatement = (villageId: number, objectId: string, on: PlainDate): ReadStatement => ({
  name: 'public-office',
  text: `select u.kind, coalesce(v.display_name, r.name) as name, d.name as district, v.address, v.phone, who.name as collector,
                (select value #>> '{}' from regency_settings where key = '${pbbPaymentPlaces.key}' and effective_from <= $3 order by effective_from desc limit 1) as places
           from units u join regions r on r.code = u.code join regions d on d.code = u.district_code left join village_profiles v on v.village_id = u.id
           left join lateral (
             select c.name from (
               select g.collector_id, 0 as step from collector_assignments g where g.village_id = $1 and g.object_id = $2 and g.ended_on is null
               union all
               select g.collector_id, lies.step from tax_objects o join areas a on a.village_id = $1 and a.id = o.area_id left join areas up on up.village_id = $1 and up.id = a.parent_id
                cross join lateral (values (a.id, 1), (up.id, 2), (up.parent_id, 3)) lies (area_id, step)
                 join collector_assignments g on g.village_id = $1 and g.area_id = lies.area_id and g.ended_on is null
                where o.village_id = $1 and o.id = $2) said
               join collectors c on c.village_id = $1 and c.id = said.collector_id and c.ended_on is null order by said.step limit 1) who on true
          where u.id = $1`,
  values: [villageId, objectId, on],
});

/** The stored paper of a receipt that is of this object alone. @returns its SHA-256, or null */
export async function publicReceiptFile(database: Database, { villageId, objectId }: SeenObject, paymentId: string, requestId: string): Promise<string | null> {
  const [row] = await database.readVillage<{ sha256: string }>(publicActor(villageId, requestId), {
    name: 'public-receipt',
    text: `select d.sha256 from payments p join documents d on d.village_id = $1 and d.kind = 'receipt' and d.subject_type = 'payment' and d.subject_id = p.id
            where p.village_id = $1 and p.id = $3 and p.reversed_at is null and ${ONLY_THIS}
              and exists (select from payment_lines l join bills b on b.village_id = $1 and b.id = l.bill_id and b.object_id = $2 where l.village_id = $1 and l.payment_id = p.id and l.living)
            order by d.version desc limit 1`,
    values: [villageId, objectId, paymentId],
  });
  return row?.sha256 ?? null;
}
