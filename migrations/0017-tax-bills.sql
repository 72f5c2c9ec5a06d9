-- Land tax (PBB-P2): objects, bills and what is still owed of them; the rules of the penalty; the regency's lists.
-- A bill is what the list says (SPPT); nothing here computes a tax.

-- Which tax-office prefix of a NOP (province, regency, district, village: ten digits) is which of our units. The tax
-- office's codes of districts and villages are its own, so a person of that office confirms each.
create table nop_prefixes (
  prefix text collate "C" primary key check (prefix ~ '^\d{10}$'),
  unit_id int not null references units (id) check (unit_id > 0),
  confirmed_by uuid,
  confirmed_by_name text not null,
  confirmed_at timestamptz not null
);
create index nop_prefixes_of_unit on nop_prefixes (unit_id);
call app.protect_catalogue_table('nop_prefixes', regency_may_write => true);

-- What paying late costs, by tax year. A later approval of an overlapping range supersedes; nothing is changed or removed,
-- so that every penalty ever charged can be explained. Two persons: who proposes does not approve.
create table tax_rule_sets (
  id uuid primary key,
  tax_year_from smallint not null check (tax_year_from between 1985 and 2199),
  tax_year_to smallint check (tax_year_to >= tax_year_from),      -- null: until another set says otherwise
  monthly_rate int not null check (monthly_rate between 0 and 100000),   -- parts per 100.000 a month
  most_months smallint not null check (most_months between 0 and 600),
  regulation text not null check (regulation <> ''),
  note text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  rejected_at timestamptz,
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by <> proposed_by),
  check (approved_at is null or rejected_at is null)
);
call app.protect_catalogue_table('tax_rule_sets', regency_may_write => true);
-- Both name the persons who decided, which is nobody's business on a public page.
revoke select on nop_prefixes, tax_rule_sets from pamong_portal;

create table tax_objects (
  village_id int not null references units (id),
  id uuid not null,
  nop text collate "C" not null check (nop ~ '^\d{18}$'),
  address text,                           -- of the object, as listed
  rt text check (rt ~ '^\d{3}$'),
  rw text check (rw ~ '^\d{3}$'),
  place text,                             -- hamlet or block as the list names it
  land_area int check (land_area >= 0),             -- m²
  building_area int check (building_area >= 0),
  land_class text,
  building_class text,
  opened_by_run uuid not null,
  last_listed_year smallint not null,
  updated_at timestamptz not null,
  primary key (village_id, id),
  unique (village_id, nop)
) with (fillfactor = 90);

-- One cycle of one year's tax of an object. A changed amount closes the bill and opens the next cycle; the old one stays.
create table bills (
  village_id int not null references units (id),
  id uuid not null,
  object_id uuid not null,
  tax_year smallint not null check (tax_year between 1985 and 2199),
  cycle smallint not null default 1 check (cycle > 0),
  amount bigint not null check (amount >= 0),       -- rupiah, as listed
  tax_book smallint not null check (tax_book between 0 and 5),   -- buku I–V; 0 = nil
  due_on date not null,
  payer_name text not null,               -- as printed on the SPPT, often of a former owner
  payer_address text,
  managed_by text,                        -- who really pays, "dikelola oleh"
  run_id uuid not null,                   -- of the list that opened it
  opened_at timestamptz not null,
  closed_as text check (closed_as in ('superseded', 'withdrawn')),
  closed_by_run uuid,
  closed_at timestamptz,
  primary key (village_id, id),
  unique (village_id, object_id, tax_year, cycle),
  foreign key (village_id, object_id) references tax_objects (village_id, id),
  check ((closed_as is null) = (closed_at is null))
) with (fillfactor = 95);
create unique index bills_one_living on bills (village_id, object_id, tax_year) where closed_as is null;
create index bills_of_run on bills (village_id, run_id);
create index bills_closed_by_run on bills (village_id, closed_by_run) where closed_by_run is not null;

-- What is still owed, and where the money is: locked and changed in the transaction that posts, proved against the
-- ledger's transfers (account receivable, item = bill).
create table bill_positions (
  village_id int not null references units (id),
  bill_id uuid not null,
  tax_year smallint not null,
  tax_book smallint not null,
  owed bigint not null check (owed >= 0),
  state text not null check (state in ('unpaid', 'with-collector', 'deposited', 'settled', 'nil', 'closed')),
  payment_id uuid,
  updated_at timestamptz not null,
  primary key (village_id, bill_id),
  foreign key (village_id, bill_id) references bills (village_id, id),
  check (state in ('unpaid', 'nil', 'closed') or owed = 0),
  check ((state in ('with-collector', 'deposited')) <= (payment_id is not null))
) with (fillfactor = 80);
create index bill_positions_unpaid on bill_positions (village_id, tax_year) where state = 'unpaid';

-- A list as one village has it: the part of the regency's run. Written in the transaction that applies the part.
create table assessment_lists (
  village_id int not null references units (id),
  run_id uuid not null,
  prefix text collate "C" not null check (prefix ~ '^\d{10}$'),
  tax_years smallint[] not null,
  counts jsonb not null,
  amount bigint not null check (amount >= 0),       -- rupiah of the bills it opened
  applied_at timestamptz not null,
  reversed_at timestamptz,
  primary key (village_id, run_id, prefix)
);

call app.protect_tenant_table('tax_objects');
call app.protect_tenant_table('bills');
call app.protect_tenant_table('bill_positions');
call app.protect_tenant_table('assessment_lists');
revoke delete on tax_objects, bills, bill_positions, assessment_lists from pamong_app, pamong_worker;
-- Lists are written by the worker; staff receive money and so change positions only.
revoke insert, update on tax_objects, bills, assessment_lists from pamong_app;
revoke insert on bill_positions from pamong_app;

-- The parts of a run at the regency's office (unit 0): one for each village, or for a prefix nobody confirmed yet.
create table assessment_parts (
  village_id int not null references units (id),
  run_id uuid not null,
  prefix text collate "C" not null check (prefix ~ '^\d{10}$'),
  for_village_id int references units (id),         -- null: prefix not confirmed
  proposed_village_id int references units (id),    -- by the places its rows name
  state text not null check (state in ('unconfirmed', 'checked', 'applied', 'reversed', 'refused')),
  counts jsonb not null,
  amount bigint not null check (amount >= 0),
  refusal text,                           -- why it could not be applied or reversed, in words
  primary key (village_id, run_id, prefix),
  foreign key (village_id, run_id) references import_runs (village_id, id),
  check (state not in ('checked', 'applied', 'reversed') or for_village_id is not null)
);
call app.protect_tenant_table('assessment_parts');
revoke delete on assessment_parts from pamong_app;
revoke insert on assessment_parts from pamong_app;

-- What the file leaves out and the person who uploads it says: tax year, due date, village, mapping of columns.
alter table import_runs add column options jsonb;

-- Rows of a list between dry run and writing; like resident_import_rows without row-level security, for COPY.
create unlogged table assessment_rows (
  village_id int not null,                -- of the run: the regency's office
  run_id uuid not null,
  sheet_number int not null,
  row int not null,
  outcome text not null,                  -- new | changed | settles | unchanged | kept | rejected
  prefix text collate "C" not null,
  nop text collate "C" not null,
  tax_year smallint not null,
  object_id uuid not null,
  bill_id uuid not null,
  amount bigint not null,
  tax_book smallint not null,
  due_on date not null,
  paid boolean not null,
  payer_name text not null,
  payer_address text,
  managed_by text,
  address text,
  rt text,
  rw text,
  place text,
  land_area int,
  building_area int,
  land_class text,
  building_class text,
  object_known boolean not null default false,
  old_bill_id uuid,                       -- the living bill of the same object and year
  cycle smallint not null default 1,
  primary key (village_id, run_id, sheet_number, row)
);
create index assessment_rows_by_part on assessment_rows (village_id, run_id, prefix, nop, tax_year);
grant select, insert, update, delete on assessment_rows to pamong_worker;

comment on table nop_prefixes is 'Tax-office prefixes of NOPs and the village each names, as confirmed by the tax office; never point one to another village, its bills would stay behind.';
comment on table tax_rule_sets is 'Late-payment penalty by tax year, proposed and approved by two persons; never change or remove one, penalties charged by it must stay explained.';
comment on table tax_objects is 'Land-tax objects by NOP, as last listed; never delete one, its bills name it.';
comment on table bills is 'Bills (SPPT): one cycle of one year of an object, as listed; never change an amount, a list supersedes it by the next cycle.';
comment on table bill_positions is 'What is still owed of a bill and where its money is; never change one by hand, it is proved against the transfers.';
comment on table assessment_lists is 'Lists applied to a village, one row for each prefix; never delete one, the list would be applied again.';
comment on table assessment_parts is 'A list of the regency by village: what it would do there, whether it was applied; never delete one by hand, the run shows it.';
comment on table assessment_rows is 'Rows of a tax list between dry run and writing, outside row-level security; cleared by the worker, never read it from elsewhere (see resident_import_rows).';
