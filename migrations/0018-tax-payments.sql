-- Receiving land tax in cash, and custody of the cash until the bank has it. Nothing here is ever deleted; a payment is
-- taken back by a reversal, a deposit by a cancellation, and both stay.

-- Petugas pungut. A book is a person's own series of receipts; whoever takes it over gets another.
create table collectors (
  village_id int not null references units (id),
  id uuid not null,
  user_id uuid not null,
  name text not null check (name <> ''),
  book_code text collate "C" not null check (book_code ~ '^[0-9A-Z]{1,4}$'),
  started_on date not null,
  ended_on date,
  primary key (village_id, id),
  unique (village_id, book_code),
  check (ended_on >= started_on)
);
create unique index collectors_one_per_user on collectors (village_id, user_id) where ended_on is null;

-- Whom a collector goes to: everybody of an area, or single objects (taxpayers who live elsewhere). An object that is
-- assigned by itself belongs to that collector whatever its area says.
create table collector_assignments (
  village_id int not null references units (id),
  id uuid not null,
  collector_id uuid not null,
  area_id uuid,
  object_id uuid,
  started_on date not null,
  ended_on date,
  primary key (village_id, id),
  foreign key (village_id, collector_id) references collectors (village_id, id),
  foreign key (village_id, area_id) references areas (village_id, id),
  foreign key (village_id, object_id) references tax_objects (village_id, id),
  check (num_nonnulls(area_id, object_id) = 1),
  check (ended_on >= started_on)
);
create unique index collector_assignments_of_area on collector_assignments (village_id, area_id) where area_id is not null and ended_on is null;
create unique index collector_assignments_of_object on collector_assignments (village_id, object_id) where object_id is not null and ended_on is null;
create index collector_assignments_by_area on collector_assignments (village_id, area_id) where area_id is not null;
create index collector_assignments_by_collector on collector_assignments (village_id, collector_id);

-- One receipt (TTS): what one person paid at once, for one or many bills.
create table payments (
  village_id int not null references units (id),
  id uuid not null,
  collector_id uuid not null,
  period text not null,                   -- year of the book
  number int not null check (number > 0), -- without gaps in the collector's book of the year; a reversed one keeps its own
  number_text text not null,
  received_on date not null,              -- WIB; the penalty stops on this day
  received_at timestamptz not null,
  paid_by text not null check (paid_by <> ''),
  principal bigint not null check (principal > 0),  -- rupiah
  penalty bigint not null check (penalty >= 0),
  request_key text not null,
  request_hash bytea not null,
  journal_id uuid not null,
  entered_by uuid not null,
  entered_by_name text not null,
  reversed_at timestamptz,
  reversed_by uuid,
  reversed_by_name text,
  reversal_reason text,
  primary key (village_id, id),
  unique (village_id, request_key),
  unique (village_id, collector_id, period, number),
  foreign key (village_id, collector_id) references collectors (village_id, id),
  foreign key (village_id, journal_id) references journals (village_id, id),
  check (num_nulls(reversed_at, reversed_by, reversal_reason) in (0, 3)),
  check (reversed_by <> entered_by)
) with (fillfactor = 90);
create index payments_newest on payments (village_id, received_at desc, id desc);
create index payments_of_collector on payments (village_id, collector_id, received_at desc, id desc);

create table payment_lines (
  village_id int not null references units (id),
  payment_id uuid not null,
  line smallint not null check (line > 0),
  bill_id uuid not null,
  tax_year smallint not null,
  principal bigint not null check (principal > 0),
  penalty bigint not null check (penalty >= 0),
  months smallint not null check (months >= 0),     -- of the penalty
  rule_set_id uuid,                       -- by which it was charged; null while nothing was due
  living boolean not null default true,   -- false once the payment was reversed
  primary key (village_id, payment_id, line),
  foreign key (village_id, payment_id) references payments (village_id, id),
  foreign key (village_id, bill_id) references bills (village_id, id),
  foreign key (rule_set_id) references tax_rule_sets (id),
  check (penalty = 0 or rule_set_id is not null)
);
-- A bill is paid once: by constraint, whatever the code above forgets.
create unique index payment_lines_paid_once on payment_lines (village_id, bill_id) where living;
create index payment_lines_of_bill on payment_lines (village_id, bill_id);

-- Cash on its way to the bank: named receipts, never a lump. Whoever confirms it with the bank's proof is another person
-- than the collector and than whoever listed it.
create table deposits (
  village_id int not null references units (id),
  id uuid not null,
  collector_id uuid not null,
  reference text collate "C" not null,    -- ours, with a check digit, for the transfer's remark
  bank text not null check (bank <> ''),
  receipts int not null check (receipts > 0),
  amount bigint not null check (amount > 0),        -- rupiah: sum of its receipts
  state text not null check (state in ('listed', 'confirmed', 'settled', 'cancelled')),
  request_key text not null,
  request_hash bytea not null,
  listed_by uuid not null,
  listed_by_name text not null,
  listed_at timestamptz not null,
  proof_sha256 text check (proof_sha256 ~ '^[0-9a-f]{64}$'),
  deposited_on date,                      -- as the proof says
  confirmed_by uuid,
  confirmed_by_name text,
  confirmed_at timestamptz,
  journal_id uuid,
  settled_at timestamptz,
  cancelled_by uuid,
  cancelled_by_name text,
  cancelled_at timestamptz,
  cancel_reason text,
  primary key (village_id, id),
  unique (village_id, request_key),
  unique (village_id, reference),
  foreign key (village_id, collector_id) references collectors (village_id, id),
  foreign key (village_id, journal_id) references journals (village_id, id),
  check (confirmed_by <> listed_by),
  check ((state in ('confirmed', 'settled')) <= (num_nulls(proof_sha256, deposited_on, confirmed_by, confirmed_at, journal_id) = 0)),
  check ((state = 'settled') = (settled_at is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
) with (fillfactor = 90);
create index deposits_newest on deposits (village_id, listed_at desc, id desc);
create index deposits_of_collector on deposits (village_id, collector_id, listed_at desc, id desc);

create table deposit_payments (
  village_id int not null references units (id),
  deposit_id uuid not null,
  payment_id uuid not null,
  living boolean not null default true,   -- false once the deposit was cancelled
  primary key (village_id, deposit_id, payment_id),
  foreign key (village_id, deposit_id) references deposits (village_id, id),
  foreign key (village_id, payment_id) references payments (village_id, id)
);
-- A receipt is in at most one living deposit.
create unique index deposit_payments_once on deposit_payments (village_id, payment_id) where living;
create index deposit_payments_of_payment on deposit_payments (village_id, payment_id);

call app.protect_tenant_table('collectors');
call app.protect_tenant_table('collector_assignments');
call app.protect_tenant_table('payments');
call app.protect_tenant_table('payment_lines');
call app.protect_tenant_table('deposits');
call app.protect_tenant_table('deposit_payments');
revoke delete on collectors, collector_assignments, payments, payment_lines, deposits, deposit_payments from pamong_app, pamong_worker;
-- What was received stays as it was written; only a reversal marks it.
revoke update on payments, payment_lines, deposit_payments from pamong_app, pamong_worker;
grant update (reversed_at, reversed_by, reversed_by_name, reversal_reason) on payments to pamong_app;
grant update (living) on payment_lines, deposit_payments to pamong_app;

comment on table collectors is 'Petugas pungut and their receipt books; never give a book code to another person, its receipts would change hands.';
comment on table collector_assignments is 'Which areas and single objects a collector goes to; never delete one, end it.';
comment on table payments is 'Receipts (TTS) of cash received; never change or delete one, a reversal takes it back.';
comment on table payment_lines is 'Bills of a receipt with principal and penalty; never change one (see payments).';
comment on table deposits is 'Cash a collector brought to the bank, by named receipts; never change an amount, cancel and list anew.';
comment on table deposit_payments is 'Receipts of a deposit; never change one by hand, cash in hand is computed from them.';
