-- The ledger: journals of transfers. A transfer takes an amount from one account to another, so a journal balances by
-- construction and no trigger has to see to it. Append-only: a mistake is answered by a journal that reverses it, once.
-- A unit's book is its own: villages have theirs, the regency's office (unit 0) the one of its bank accounts.

-- The chart of accounts. A code is the kind, and whose it is where a kind has one account for each: collector-cash:<id>.
create table ledger_accounts (
  village_id int not null references units (id),
  code text collate "C" not null,
  kind text collate "C" not null,
  owner_id uuid,                          -- the collector, the village (as regency book), … whose account it is
  opened_at timestamptz not null,
  primary key (village_id, code),
  check (code = kind || coalesce(':' || owner_id::text, ''))
);

create table journals (
  village_id int not null references units (id),
  id uuid not null,                       -- version 7, so the primary key is also the order of posting
  key text not null,                      -- what it posts: 'payment:<id>', 'settlement:<claim>'; posted once
  kind text not null,
  day date not null,                      -- business day, WIB
  subject_type text not null,
  subject_id uuid not null,               -- the record it belongs to; the entry of the audit trail that seals it is about the same
  reverses uuid,
  reason text,
  transfers int not null check (transfers > 0),
  amount bigint not null check (amount > 0),        -- sum of its transfers, rupiah
  content_hash bytea not null,            -- SHA-256 of its content; stands in the sealed audit trail as well
  posted_by uuid,
  posted_by_name text not null,
  posted_at timestamptz not null,
  primary key (village_id, id),
  unique (village_id, key),
  foreign key (village_id, reverses) references journals (village_id, id),
  check (reverses <> id)
);
create unique index journals_reversed_once on journals (village_id, reverses) where reverses is not null;
create index journals_of_subject on journals (village_id, subject_type, subject_id);

create table transfers (
  village_id int not null references units (id),
  journal_id uuid not null,
  line int not null check (line > 0),
  day date not null,                      -- the journal's
  debit text collate "C" not null,
  credit text collate "C" not null,
  amount bigint not null check (amount > 0),        -- rupiah
  item_id uuid,                           -- what the amount is about: a bill
  primary key (village_id, journal_id, line),
  foreign key (village_id, journal_id) references journals (village_id, id),
  foreign key (village_id, debit) references ledger_accounts (village_id, code),
  foreign key (village_id, credit) references ledger_accounts (village_id, code),
  check (debit <> credit)
);
create index transfers_of_item on transfers (village_id, item_id) where item_id is not null;

call app.protect_tenant_table('ledger_accounts', append_only => true);
call app.protect_tenant_table('journals', append_only => true);
call app.protect_tenant_table('transfers', append_only => true);

comment on table ledger_accounts is 'Chart of accounts of the book of each unit; never change a code, transfers name it.';
comment on table journals is 'Postings of the ledger; never change or delete one, not even as owner: a reversal takes it back, and verify-audit finds any other way.';
comment on table transfers is 'Amounts moved between two accounts; never change or delete one (see journals).';
