import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { together } from '../../../dist/libs/platform/src/database/round-trip.js';

/**
 * The bare measures of a payment: a transaction as the owner that takes the bill if it is unpaid and writes what the receipt
 * of one bill without penalty leaves behind, every column filled as a payment fills it:
 * - the bill's position, `with-collector`
 * - the journal and its transfer; the collector's account with their first one
 * - the entry of the audit trail that holds the journal's hash, and that it waits for its seal
 * - two counts: money received, and cash in hand by minute and book
 * - the token of the receipt's QR code, and the job that makes its paper (outbox)
 * - the next number of the book, and to whom it was given
 * - the payment, which holds the idempotency key, and its line
 *
 * What comes after the commit (the queue, the paper) is not here. Nothing is checked, nobody is signed in, no row-level security; hashes
 * and token are random bytes of the right length, the book's code is always 01.
 *
 * In steps it is the transaction as anybody would write it, a statement for each table: the bill is locked and read with one
 * wait, all that is written travels with the commit in a second. In one statement it is the least Postgres can do for these
 * rows; nobody could compute a penalty inside it.
 */
const PAY = `with position as (
    update bill_positions set owed = 0, state = 'with-collector', payment_id = $3, updated_at = now() where village_id = $1 and bill_id = $2 and state = 'unpaid' returning owed
  ), account as (
    insert into ledger_accounts (village_id, code, kind, owner_id, opened_at) select $1, 'collector-cash:' || $4::uuid, 'collector-cash', $4::uuid, now() from position on conflict do nothing
  ), journal as (
    insert into journals (village_id, id, key, kind, day, subject_type, subject_id, transfers, amount, content_hash, posted_by, posted_by_name, posted_at)
    select $1, $5, 'payment:' || $3::uuid, 'payment', $7::date, 'payment', $3::uuid, 1, $6::bigint, $9::bytea, $4::uuid, 'Petugas Uji', now() from position
  ), transfer as (
    insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id) select $1, $5, 1, $7::date, 'collector-cash:' || $4::uuid, 'receivable', $6::bigint, $2 from position
  ), trail as (
    insert into audit_entries (village_id, id, at, actor_kind, user_id, user_name, role, request_id, action, subject_type, subject_id, detail, detail_hash)
    select $1, $10::uuid, now(), 'staff', $4::uuid, 'Petugas Uji', 'collector', $11::uuid::text, 'payment.received', 'payment', $3::uuid::text,
           jsonb_build_object('principal', $6::bigint, 'penalty', 0, 'bills', 1, 'journal', $5::uuid, 'journalHash', encode($9::bytea, 'hex')), $9::bytea from position
  ), unsealed as (
    insert into audit_unsealed (village_id, entry_id) select $1, $10::uuid from position
  ), counts as (
    insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at)
    select $1, c.measure, $7::date, c.dim1, c.dim2, $6::bigint, now() from position, (values ('pbb-received', '2026', '1'), ('pbb-cash-in-hand', $8::text, '01')) as c (measure, dim1, dim2)
  ), code as (
    insert into document_tokens (village_id, token_hash, subject_type, subject_id, reserved_at, standing, standing_at) select $1, $12::bytea, 'payment', $3::uuid, now(), 'with-collector', now() from position
  ), paper as (
    insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at)
    select $13::uuid, $1, 'job', 'render-receipt', jsonb_build_object('paymentId', $3::uuid), $4::uuid, $11::uuid::text, now() from position
  ), number as (
    insert into number_series as s (village_id, series, period, last_number) select $1, 'receipt:' || $4::uuid, left($7::text, 4), 1 from position
      on conflict (village_id, series, period) do update set last_number = s.last_number + 1 returning period, last_number
  ), issued as (
    insert into issued_numbers (village_id, series, period, number, subject_type, subject_id, issued_at) select $1, 'receipt:' || $4::uuid, period, last_number, 'payment', $3::uuid, now() from number
  ), receipt as (
    insert into payments (village_id, id, collector_id, period, number, number_text, received_on, received_at, paid_by, principal, penalty, request_key, request_hash, journal_id, entered_by, entered_by_name, token)
    select $1, $3::uuid, $4::uuid, period, last_number, '01-' || lpad(last_number::text, 6, '0') || '/' || period, $7::date, now(), 'Sulastri', $6::bigint, 0, $11::uuid::text, $9::bytea, $5, $4::uuid, 'Petugas Uji', $14
      from number
  )
  insert into payment_lines (village_id, payment_id, line, bill_id, tax_year, principal, penalty, months) select $1, $3::uuid, 1, $2, 2026, $6::bigint, 0, 0 from position returning 1`;

/** The parameters are those of PAY. */
const STEPS = [
  `select owed from bill_positions where village_id = $1 and bill_id = $2 and state = 'unpaid' for update`,
  `update bill_positions set owed = 0, state = 'with-collector', payment_id = $3, updated_at = now() where village_id = $1 and bill_id = $2`,
  `insert into ledger_accounts (village_id, code, kind, owner_id, opened_at) values ($1, 'collector-cash:' || $4::uuid, 'collector-cash', $4::uuid, now()) on conflict do nothing`,
  `insert into journals (village_id, id, key, kind, day, subject_type, subject_id, transfers, amount, content_hash, posted_by, posted_by_name, posted_at)
   values ($1, $5, 'payment:' || $3::uuid, 'payment', $7::date, 'payment', $3::uuid, 1, $6, $9, $4::uuid, 'Petugas Uji', now())`,
  `insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id) values ($1, $5, 1, $7::date, 'collector-cash:' || $4::uuid, 'receivable', $6, $2)`,
  `insert into audit_entries (village_id, id, at, actor_kind, user_id, user_name, role, request_id, action, subject_type, subject_id, detail, detail_hash)
   values ($1, $10, now(), 'staff', $4::uuid, 'Petugas Uji', 'collector', $11::uuid::text, 'payment.received', 'payment', $3::uuid::text,
     jsonb_build_object('principal', $6::bigint, 'penalty', 0, 'bills', 1, 'journal', $5::uuid, 'journalHash', encode($9::bytea, 'hex')), $9::bytea)`,
  `insert into audit_unsealed (village_id, entry_id) values ($1, $10)`,
  `insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at)
   values ($1, 'pbb-received', $7::date, '2026', '1', $6, now()), ($1, 'pbb-cash-in-hand', $7::date, $8, '01', $6, now())`,
  `insert into document_tokens (village_id, token_hash, subject_type, subject_id, reserved_at, standing, standing_at) values ($1, $12, 'payment', $3, now(), 'with-collector', now())`,
  `insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at) values ($13, $1, 'job', 'render-receipt', jsonb_build_object('paymentId', $3::uuid), $4, $11::uuid::text, now())`,
  `insert into number_series as s (village_id, series, period, last_number) values ($1, 'receipt:' || $4::uuid, left($7::text, 4), 1)
     on conflict (village_id, series, period) do update set last_number = s.last_number + 1`,
  `insert into issued_numbers (village_id, series, period, number, subject_type, subject_id, issued_at)
   select $1, series, period, last_number, 'payment', $3, now() from number_series where village_id = $1 and series = 'receipt:' || $4::uuid and period = left($7::text, 4)`,
  `insert into payments (village_id, id, collector_id, period, number, number_text, received_on, received_at, paid_by, principal, penalty, request_key, request_hash, journal_id, entered_by, entered_by_name, token)
   select $1, $3, $4::uuid, period, last_number, '01-' || lpad(last_number::text, 6, '0') || '/' || period, $7::text::date, now(), 'Sulastri', $6, 0, $11::uuid::text, $9, $5, $4::uuid, 'Petugas Uji', $14
     from number_series where village_id = $1 and series = 'receipt:' || $4::uuid and period = left($7::text, 4)`,
  `insert into payment_lines (village_id, payment_id, line, bill_id, tax_year, principal, penalty, months) values ($1, $3, 1, $2, 2026, $6, 0, 0)`,
].map((text, place) => {
  // Postgres wants to know the type of each parameter, so a step has only those it names.
  const named = [...new Set(text.match(/\$\d+/g))];
  return { name: `bare-step-${place}`, text: text.replaceAll(/\$\d+/g, (parameter) => `$${named.indexOf(parameter) + 1}`), takes: named.map((parameter) => Number(parameter.slice(1)) - 1) };
});
const [BEGIN, COMMIT] = ['BEGIN', 'COMMIT'].map((text) => ({ name: `bare-${text.toLowerCase()}`, text, values: [] }));

export function barePayments(ownerUrl, connections) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  pool.on('error', () => {});
  const valuesOf = ({ desk, bill }) => {
    const [day, time] = new Date(Date.now() + 7 * 3_600_000).toISOString().split('T');
    return [desk.unit, bill.id, uuidv7(), desk.collector, uuidv7(), bill.amount, day, time.slice(0, 5), randomBytes(32), uuidv7(), uuidv7(), randomBytes(32), uuidv7(), randomBytes(24).toString('hex')];
  };
  return {
    payAtOnce: async (payment) => {
      const { rowCount } = await pool.query({ name: 'bare-payment', text: PAY, values: valuesOf(payment) });
      if (rowCount !== 1) throw new Error('the bill was paid already');
    },
    payInSteps: async (payment) => {
      const values = valuesOf(payment);
      const [lock, ...writes] = STEPS.map(({ takes, ...step }) => ({ ...step, values: takes.map((place) => values[place]) }));
      const client = await pool.connect();
      try {
        const [, locked] = await together(client, [BEGIN, lock]);
        if (locked.length !== 1) throw new Error('the bill was paid already');
        await together(client, [...writes, COMMIT]);
        client.release();
      } catch (error) {
        client.release(error);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
