-- The regency's bank accounts at its own office (unit 0): statements as the bank sent them, deposits the villages announced,
-- and which line of a statement is which deposit. Lines and deposits each belong to at most one living claim, by constraint.

-- In the regency's book each village has a clearing account of its own; a village has no uuid.
alter table ledger_accounts add column for_village_id int references units (id);
alter table ledger_accounts drop constraint ledger_accounts_check;
alter table ledger_accounts add check (code = kind || coalesce(':' || owner_id::text, ':' || for_village_id::text, ''));
alter table ledger_accounts add check (num_nonnulls(owner_id, for_village_id) <= 1);
comment on column ledger_accounts.for_village_id is 'The village whose clearing it is, in the regency''s book.';

create table bank_accounts (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  bank text not null check (bank <> ''),
  number text collate "C" not null check (number ~ '^[0-9]{5,34}$'),
  holder text not null check (holder <> ''),
  -- Days of which applied statements tell, and what the bank says stood there at the end of the last one.
  known_from date,
  known_to date,
  closing_sen bigint,                     -- hundredths of a rupiah: banks pay interest in them
  opened_by uuid not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (village_id, id),
  unique (village_id, number),
  check (num_nulls(known_from, known_to, closing_sen) in (0, 3)),
  check (known_to >= known_from)
);

-- A statement whose lines stand in the book; its id is the import run's.
create table bank_statements (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  account_id uuid not null,
  first_day date not null,
  last_day date not null,
  opening_sen bigint not null,
  closing_sen bigint not null,
  lines int not null check (lines >= 0),  -- new ones; days that were known repeat
  known_from date,                        -- of the account before it, so that it can be taken back
  known_to date,
  known_closing_sen bigint,
  applied_at timestamptz not null,
  reversed_at timestamptz,
  primary key (village_id, id),
  foreign key (village_id, id) references import_runs (village_id, id),
  foreign key (village_id, account_id) references bank_accounts (village_id, id),
  check (last_day >= first_day)
);
create index bank_statements_of_account on bank_statements (village_id, account_id, applied_at desc);

create table statement_lines (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  account_id uuid not null,
  statement_id uuid not null,
  row int not null,                       -- in the file
  booked_on date not null,
  amount bigint not null,                 -- rupiah as posted; money in > 0, out < 0
  exact_sen bigint not null check (exact_sen <> 0),  -- as the bank has it, hundredths of a rupiah
  reference text,                         -- the bank's own
  remark text not null,
  -- A line is the same line in every statement: account, day, exact amount, the bank's reference (else the remark), here as
  -- a hash of the latter, and its ordinal among equals.
  identity uuid not null,
  ordinal int not null check (ordinal > 0),
  correction boolean not null,            -- the bank itself calls it a reversal
  state text not null check (state in ('open', 'claimed', 'reversed', 'withdrawn')),
  primary key (village_id, id),
  foreign key (village_id, account_id) references bank_accounts (village_id, id),
  foreign key (village_id, statement_id) references bank_statements (village_id, id)
) with (fillfactor = 90);
create unique index statement_lines_once on statement_lines (village_id, account_id, booked_on, exact_sen, identity, ordinal) where state <> 'withdrawn';
create index statement_lines_open_amount on statement_lines (village_id, amount, booked_on) where state = 'open';
create index statement_lines_of_statement on statement_lines (village_id, statement_id, row);
create index statement_lines_by_state on statement_lines (village_id, state, booked_on, id);

-- References of deposits that a line's remark names.
create table line_references (
  village_id int not null references units (id) check (village_id = 0),
  reference text collate "C" not null,
  line_id uuid not null,
  primary key (village_id, reference, line_id),
  foreign key (village_id, line_id) references statement_lines (village_id, id)
);
create index line_references_of_line on line_references (village_id, line_id);

-- A deposit a village has confirmed with the bank's proof: what the regency's account should show.
create table expected_receipts (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  for_village_id int not null references units (id) check (for_village_id > 0),
  deposit_id uuid not null,
  reference text collate "C" not null,
  amount bigint not null check (amount > 0),
  deposited_on date not null,             -- as the proof says
  expected_at timestamptz not null,
  state text not null check (state in ('open', 'claimed')),
  primary key (village_id, id),
  unique (village_id, for_village_id, deposit_id),
  unique (village_id, reference)
) with (fillfactor = 90);
create index expected_receipts_open_amount on expected_receipts (village_id, amount, deposited_on) where state = 'open';
create index expected_receipts_by_state on expected_receipts (village_id, state, deposited_on, id);

-- Which lines are which deposits, and why. By itself the house claims one line for one deposit; several of either are a person's.
create table claims (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  basis text not null check (basis in ('reference', 'amount-day', 'person', 'correction')),
  lines smallint not null check (lines > 0),
  deposits smallint not null check (deposits >= 0),
  lines_amount bigint not null,
  deposits_amount bigint not null,
  explanation jsonb not null,
  reason text,                            -- a person's
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  journal_id uuid,                        -- null where nothing moves: a pair the bank corrected
  passed_on_at timestamptz,               -- the villages were told to settle
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text,
  undo_reason text,
  undo_passed_on_at timestamptz,
  primary key (village_id, id),
  foreign key (village_id, journal_id) references journals (village_id, id),
  check (lines_amount = deposits_amount),
  check (basis in ('person', 'correction') or (lines = 1 and deposits = 1)),
  check (deposits > 0 or lines > 1),
  check ((journal_id is null) = (deposits = 0)),
  check (basis <> 'person' or (made_by is not null and reason is not null)),
  check (num_nulls(undone_at, undo_reason) in (0, 2))
) with (fillfactor = 80);
create index claims_newest on claims (village_id, made_at desc, id desc);
create index claims_to_pass_on on claims (village_id, id) where deposits > 0 and (passed_on_at is null or (undone_at is not null and undo_passed_on_at is null));

create table claim_lines (
  village_id int not null references units (id) check (village_id = 0),
  claim_id uuid not null,
  line_id uuid not null,
  amount bigint not null,
  living boolean not null default true,   -- false once the claim was undone
  primary key (village_id, claim_id, line_id),
  foreign key (village_id, claim_id) references claims (village_id, id),
  foreign key (village_id, line_id) references statement_lines (village_id, id)
);
create unique index claim_lines_once on claim_lines (village_id, line_id) where living;
create index claim_lines_of_line on claim_lines (village_id, line_id);

create table claim_deposits (
  village_id int not null references units (id) check (village_id = 0),
  claim_id uuid not null,
  expected_id uuid not null,
  for_village_id int not null references units (id),
  deposit_id uuid not null,
  amount bigint not null check (amount > 0),
  living boolean not null default true,
  settled_at timestamptz,                 -- the village has posted its side
  primary key (village_id, claim_id, expected_id),
  foreign key (village_id, claim_id) references claims (village_id, id),
  foreign key (village_id, expected_id) references expected_receipts (village_id, id)
);
create unique index claim_deposits_once on claim_deposits (village_id, expected_id) where living;
create index claim_deposits_unsettled on claim_deposits (village_id, claim_id) where living and settled_at is null;
create index claim_deposits_of_deposit on claim_deposits (village_id, expected_id);

call app.protect_tenant_table('bank_accounts');
call app.protect_tenant_table('bank_statements');
call app.protect_tenant_table('statement_lines');
call app.protect_tenant_table('line_references', append_only => true);
call app.protect_tenant_table('expected_receipts');
call app.protect_tenant_table('claims');
call app.protect_tenant_table('claim_lines');
call app.protect_tenant_table('claim_deposits');
-- What the bank said and what was decided stays as it was written; only where it stands changes.
revoke update, delete on bank_statements, statement_lines, expected_receipts, claims, claim_lines, claim_deposits from pamong_app, pamong_worker;
revoke delete on bank_accounts from pamong_app, pamong_worker;
revoke insert on bank_statements, statement_lines, line_references, expected_receipts from pamong_app;
grant update (reversed_at) on bank_statements to pamong_worker;
grant update (state) on statement_lines, expected_receipts to pamong_app, pamong_worker;
grant update (passed_on_at, undone_at, undone_by, undone_by_name, undo_reason, undo_passed_on_at) on claims to pamong_app, pamong_worker;
grant update (living) on claim_lines to pamong_app, pamong_worker;
grant update (living, settled_at) on claim_deposits to pamong_app, pamong_worker;

-- A village's side of a claim. The row of an undo may come before the one it undoes: then there is nothing to settle any more.
create table settlements (
  village_id int not null references units (id),
  claim_id uuid not null,
  journal_id uuid,
  settled_at timestamptz,
  undone_at timestamptz,
  primary key (village_id, claim_id),
  foreign key (village_id, journal_id) references journals (village_id, id),
  check ((journal_id is null) = (settled_at is null)),
  check (settled_at is not null or undone_at is not null)
);
call app.protect_tenant_table('settlements');
revoke insert, update, delete on settlements from pamong_app;
revoke delete on settlements from pamong_worker;

-- Rows of a statement between dry run and writing; like assessment_rows without row-level security, for COPY.
create unlogged table bank_statement_rows (
  village_id int not null,
  run_id uuid not null,
  position int not null,                  -- in the order of the file
  row int not null,                       -- as the file numbers it
  line_id uuid not null,
  booked_on date not null,
  exact_sen bigint not null,
  balance_sen bigint,                     -- running balance, where the file has one
  reference text,
  remark text not null,
  identity uuid not null,
  correction boolean not null,
  deposit_references text[] not null,
  ordinal int,
  amount bigint,
  known boolean not null default false,
  primary key (village_id, run_id, position)
);
grant select, insert, update, delete on bank_statement_rows to pamong_worker;

comment on table bank_accounts is 'Bank accounts of the regency and the days its statements cover; never change known_to by hand, the next statement would not join.';
comment on table bank_statements is 'Statements whose lines stand in the book; never delete one, taking it back marks it.';
comment on table statement_lines is 'Lines of bank statements as the bank sent them; never change one, a claim or a correction answers it.';
comment on table line_references is 'References of deposits named in a line''s remark; never change one.';
comment on table expected_receipts is 'Deposits the villages confirmed, waiting for the bank''s line; never delete one.';
comment on table claims is 'Which lines of statements are which deposits, and why; never delete one, undo it.';
comment on table claim_lines is 'Lines of a claim, each in at most one living claim; never change one by hand, undo the claim.';
comment on table claim_deposits is 'Deposits of a claim, each in at most one living claim; never change one by hand, undo the claim.';
comment on table settlements is 'The village''s posting of a claim; never change one by hand, both clearings are compared.';
comment on table bank_statement_rows is 'Rows of a statement between dry run and writing, outside row-level security; cleared by the worker, never read it from elsewhere.';
