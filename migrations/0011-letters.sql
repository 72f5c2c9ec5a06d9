-- Letters: one row per letter with its state, an append-only history beside it. Number and snapshot come with
-- the approval; from then on what is printed never changes again.

create table letters (
  village_id int not null references units (id),
  id uuid not null,
  type text not null,
  status text not null check (status in ('requested', 'verified', 'returned', 'rejected', 'approved', 'issued', 'failed', 'voided', 'replaced')),
  resident_id uuid,
  outsider jsonb,                       -- a person not in the register, where the type allows it
  applicant_name text not null,
  data jsonb not null,                  -- the filled form; dependants as they were resolved
  note text,
  official_id uuid not null,
  capacity text not null check (capacity in ('head', 'on-behalf')),
  request_key text not null,            -- exactly-once: same key and same body is the same letter
  request_hash bytea not null,
  requested_by uuid,
  requested_by_name text not null,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  updated_at timestamptz not null,
  number int,
  number_text text,
  approved_on date,                     -- the day in WIB: the number's year follows it
  approved_at timestamptz,
  valid_until date,
  snapshot jsonb,                       -- everything printed, as it was at approval
  template_version text,
  document_sha256 text check (document_sha256 ~ '^[0-9a-f]{64}$'),
  document_size bigint,
  document_pages int,
  issued_at timestamptz,
  failure_code text,
  failure_message text,
  failure_field text,
  replaces_id uuid,
  replacement_reason text,
  replaced_by uuid,
  void_reason text,
  primary key (village_id, id),
  unique (village_id, request_key),
  foreign key (village_id, resident_id) references residents (village_id, id),
  foreign key (village_id, official_id) references officials (village_id, id),
  foreign key (village_id, replaces_id) references letters (village_id, id),
  foreign key (village_id, replaced_by) references letters (village_id, id),
  check ((resident_id is null) <> (outsider is null)),
  check (num_nulls(number, number_text, approved_on, approved_at, snapshot, template_version) in (0, 6)),
  check ((status in ('approved', 'issued', 'failed', 'voided', 'replaced')) = (number is not null)),
  check (num_nulls(document_sha256, document_size, document_pages, issued_at) in (0, 4)),
  check (status not in ('issued', 'replaced') or document_sha256 is not null),
  check (document_sha256 is null or status in ('issued', 'voided', 'replaced')),
  check (status <> 'failed' or failure_code is not null),
  check ((failure_code is null) = (failure_message is null)),
  check ((replaces_id is null) = (replacement_reason is null)),
  check (status <> 'replaced' or replaced_by is not null),
  check ((status in ('voided', 'replaced')) = (void_reason is not null))
) with (fillfactor = 85);

create index letters_of_status on letters (village_id, status, requested_at, id);
create index letters_by_time on letters (village_id, requested_at, id);
create index letters_issued on letters (village_id, issued_at) where issued_at is not null;
create index letters_of_resident on letters (village_id, resident_id) where resident_id is not null;
create index letters_of_requester on letters (village_id, requested_by, requested_at, id);
-- A letter has one replacement under way or done: a second correction replaces the replacement.
create unique index letters_one_replacement on letters (village_id, replaces_id) where replaces_id is not null and status not in ('rejected', 'voided');

-- Every act, in order: who, when, on which day in WIB (what is counted), and the note or reason given.
create table letter_steps (
  village_id int not null references units (id),
  id uuid not null,
  letter_id uuid not null,
  step text not null,
  happened_on date not null,
  at timestamptz not null,
  user_id uuid,
  user_name text not null,
  note text,
  primary key (village_id, id),
  foreign key (village_id, letter_id) references letters (village_id, id)
);
create index letter_steps_of_letter on letter_steps (village_id, letter_id, at, id);

-- Words of the applicant's name and of the number, for search; as with resident_tokens only leakproof operators
-- may use an index under row-level security. Nothing else may hang on them, so there is no foreign key to check.
create table letter_tokens (
  village_id int not null,
  token text collate "C" not null,
  letter_id uuid not null,
  primary key (village_id, token, letter_id)
);

call app.protect_tenant_table('letters');
-- Who asked for what, for whom, and what replaces what never changes; how far it came, does.
revoke update, delete on letters from pamong_app, pamong_worker;
grant update (status, data, note, official_id, capacity, updated_at, number, number_text, approved_on, approved_at, valid_until, snapshot, template_version,
              document_sha256, document_size, document_pages, issued_at, failure_code, failure_message, failure_field, replaced_by, void_reason)
  on letters to pamong_app, pamong_worker;
call app.protect_tenant_table('letter_steps', append_only => true);
call app.protect_tenant_table('letter_tokens', append_only => true);
