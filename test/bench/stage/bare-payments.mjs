import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

/**
 * The bare measure of a payment: one transaction from `pg` as the owner that takes the bill if it is unpaid, the next number
 * of the book, and writes every row a payment writes. Nothing is checked, nobody is signed in, no row-level security.
 * One statement, so one round trip.
 */
const PAY = `with position as (
    update bill_positions set owed = 0, state = 'with-collector', payment_id = $3, updated_at = now() where village_id = $1 and bill_id = $2 and state = 'unpaid' returning owed
  ), account as (
    insert into ledger_accounts (village_id, code, kind, owner_id, opened_at) values ($1, 'collector-cash:' || $4::uuid, 'collector-cash', $4::uuid, now()) on conflict do nothing
  ), journal as (
    insert into journals (village_id, id, key, kind, day, subject_type, subject_id, transfers, amount, content_hash, posted_by_name, posted_at)
    select $1, $5, 'payment:' || $3::uuid, 'payment', current_date, 'payment', $3::uuid, 1, $6::bigint, '\\x00', '', now() from position
  ), transfer as (
    insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id) select $1, $5, 1, current_date, 'collector-cash:' || $4::uuid, 'receivable', $6::bigint, $2 from position
  ), number as (
    insert into number_series as s (village_id, series, period, last_number) values ($1, 'receipt:' || $4::uuid, '2026', 1)
      on conflict (village_id, series, period) do update set last_number = s.last_number + 1 returning last_number
  ), issued as (
    insert into issued_numbers (village_id, series, period, number, subject_type, subject_id, issued_at) select $1, 'receipt:' || $4::uuid, '2026', last_number, 'payment', $3::uuid, now() from number
  ), trail as (
    insert into audit_entries (village_id, id, at, actor_kind, request_id, action, subject_type, subject_id) values ($1, $7, now(), 'staff', 'bench', 'payment.received', 'payment', $3::uuid::text)
  ), unsealed as (
    insert into audit_unsealed (village_id, entry_id) values ($1, $7)
  ), counts as (
    insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at) values ($1, 'pbb-received', current_date, '2026', '1', $6::bigint, now()), ($1, 'pbb-cash-in-hand', current_date, '', '', $6::bigint, now())
  ), receipt as (
    insert into payments (village_id, id, collector_id, period, number, number_text, received_on, received_at, paid_by, principal, penalty, request_key, request_hash, journal_id, entered_by, entered_by_name)
    select $1, $3::uuid, $4::uuid, '2026', last_number, last_number::text, current_date, now(), 'Sulastri', $6::bigint, 0, $7::uuid::text, '\\x00', $5, $4::uuid, '' from number
  )
  insert into payment_lines (village_id, payment_id, line, bill_id, tax_year, principal, penalty, months) select $1, $3::uuid, 1, $2, 2026, $6::bigint, 0, 0 from position returning 1`;

export function barePayments(ownerUrl, connections) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  pool.on('error', () => {});
  return {
    pay: async ({ desk, bill }) => {
      const { rowCount } = await pool.query({ name: 'bare-payment', text: PAY, values: [desk.unit, bill.id, uuidv7(), desk.collector, uuidv7(), bill.amount, uuidv7()] });
      if (rowCount !== 1) throw new Error('the bill was paid already');
    },
    close: () => pool.end(),
  };
}
