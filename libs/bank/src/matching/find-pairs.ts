import type { Tx } from '#platform';
import type { PlainDate } from '#values';
import type { ClaimedDeposit, ClaimedLine } from './make-claims.js';

/** A line and the deposit it must be, and why. */
export interface FoundPair {
  readonly line: ClaimedLine;
  readonly deposit: ClaimedDeposit;
  readonly explanation: Readonly<Record<string, string | number>>;
}

interface Row {
  line_id: string;
  expected_id: string;
  for_village_id: number;
  deposit_id: string;
  reference: string;
  amount: bigint;
  booked_on: PlainDate;
  deposited_on: PlainDate;
}

const pair = (row: Row): FoundPair => ({
  line: { id: row.line_id, amount: BigInt(row.amount) },
  deposit: { id: row.expected_id, forVillageId: row.for_village_id, depositId: row.deposit_id, reference: row.reference, amount: BigInt(row.amount) },
  explanation: { reference: row.reference, amount: Number(row.amount), bookedOn: row.booked_on, depositedOn: row.deposited_on },
});

const COLUMNS = 'l.id as line_id, e.id as expected_id, e.for_village_id, e.deposit_id, e.reference, e.amount, l.booked_on, e.deposited_on';

/**
 * Lines that name one deposit and bring exactly its amount; of several the first, the others are paid twice. A line that
 * names several deposits is a person's to part.
 */
export async function findByReference(tx: Tx, expectedId: string | null, most: number): Promise<FoundPair[]> {
  const rows = await tx.query<Row>(
    `select distinct on (e.id) ${COLUMNS} from expected_receipts e
       join line_references r on r.village_id = $1 and r.reference = e.reference
       join statement_lines l on l.village_id = $1 and l.id = r.line_id and l.state = 'open' and l.amount = e.amount and l.exact_sen = e.amount * 100
      where e.village_id = $1 and e.state = 'open' and ($2::uuid is null or e.id = $2)
        and not exists (select from line_references o where o.village_id = $1 and o.line_id = l.id and o.reference <> r.reference)
      order by e.id, l.booked_on, l.row, l.id limit $3`,
    [tx.actor.unitId, expectedId, most],
  );
  return rows.map(pair);
}

/**
 * Lines that name no deposit we know, and are the only ones of an amount within some days after the only deposit of that
 * amount. A deposit whose reference stands on another open line (short or over) waits for a person or the bank.
 * @param days booking may be so many days after the deposit
 */
export async function findByAmount(tx: Tx, expectedId: string | null, most: number, days: number): Promise<FoundPair[]> {
  const rows = await tx.query<Row>(
    `with waiting as (
       select * from expected_receipts e where e.village_id = $1 and e.state = 'open'
          and not exists (select from line_references r join statement_lines l on l.village_id = $1 and l.id = r.line_id and l.state = 'open' where r.village_id = $1 and r.reference = e.reference)
     ), asked as (
       select w.* from waiting w where $2::uuid is null or w.amount = (select amount from expected_receipts where village_id = $1 and id = $2)
     ), candidates as (
       select ${COLUMNS}, count(*) over (partition by e.id) as lines, count(*) over (partition by l.id) as deposits
         from asked e join statement_lines l on l.village_id = $1 and l.state = 'open' and l.amount = e.amount and l.exact_sen = e.amount * 100 and l.booked_on between e.deposited_on and e.deposited_on + $4::int
        where not exists (select from line_references r join expected_receipts k on k.village_id = $1 and k.reference = r.reference where r.village_id = $1 and r.line_id = l.id)
     )
     select * from candidates where lines = 1 and deposits = 1 order by expected_id limit $3`,
    [tx.actor.unitId, expectedId, most, days],
  );
  return rows.map(pair);
}
