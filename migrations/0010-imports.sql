-- Imports: what was uploaded, what its dry run found, and what became of it. The machinery knows no resident: each kind
-- of list brings its own staging table.

create table import_runs (
  village_id int not null references units (id),
  id uuid not null,
  kind text not null,                     -- 'residents'
  state text not null check (state in ('checking', 'checked', 'applying', 'applied', 'reversing', 'reversed', 'failed', 'cancelled')),
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_size bigint not null,
  request_key text not null,
  request_hash bytea not null,
  task_id uuid,                           -- of the work that runs now or ran last
  layout jsonb,                           -- sheets, columns, what was not recognised
  counts jsonb,
  checking_ms int,
  errors_sha256 text,                     -- workbook of the rows that need work
  application_key text,
  application_hash bytea,
  rows_mode text check (rows_mode in ('all', 'good')),
  existing_mode text check (existing_mode in ('skip', 'update')),
  failure_code text,
  failure_message text,
  uploaded_by uuid,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  applied_by uuid,
  applied_by_name text,
  applied_at timestamptz,
  reversed_by uuid,
  reversed_by_name text,
  reversed_at timestamptz,
  reversal_reason text,
  primary key (village_id, id),
  unique (village_id, request_key),
  check (state not in ('checked', 'applying', 'applied', 'reversing', 'reversed') or counts is not null),
  check ((state in ('applied', 'reversing', 'reversed')) <= (applied_at is not null)),
  check ((state = 'reversed') = (reversed_at is not null))
);
create index import_runs_newest on import_runs (village_id, kind, uploaded_at desc, id desc);
-- Two lists written into one register at once would each be checked against a register the other changes.
create unique index import_runs_one_at_work on import_runs (village_id, kind) where state in ('applying', 'reversing');
call app.protect_tenant_table('import_runs');
revoke delete on import_runs from pamong_app, pamong_worker;

-- What is wrong with single rows, in words, as the dry run found it; made again only by a new dry run.
create table import_issues (
  village_id int not null references units (id),
  run_id uuid not null,
  sheet_number int not null,              -- from 0, in the order of the file
  row int not null,                       -- as the spreadsheet numbers it
  number int not null,                    -- tells apart the issues of one row
  sheet text not null,
  severity text not null check (severity in ('error', 'warning')),
  field text not null,
  code text not null,
  message text not null,
  advice text not null,
  value text not null,                    -- the cell as the file has it, cut
  name text,                              -- of the person or payer in that row
  primary key (village_id, run_id, sheet_number, row, number),
  foreign key (village_id, run_id) references import_runs (village_id, id)
);
create index import_issues_by_code on import_issues (village_id, run_id, severity, code, sheet_number, row, number);
call app.protect_tenant_table('import_issues');
revoke update on import_issues from pamong_app, pamong_worker;
revoke insert, delete on import_issues from pamong_app;

-- Rows of a resident list between dry run and writing. No row-level security, because Postgres refuses COPY into a table
-- that has it: therefore only the worker's role may touch it, every statement names village and run, and a run's rows are
-- deleted when it ends. Unlogged: after a crash of the server the list is checked again, nothing else depends on it.
create unlogged table resident_import_rows (
  village_id int not null,
  run_id uuid not null,
  sheet_number int not null,
  row int not null,
  outcome text not null,                  -- new | unchanged | changed | rejected
  resident_id uuid not null,              -- of the new resident, or of the one already registered
  family_id uuid not null,
  event_id uuid not null,
  resident_version int,                   -- of the one already registered, when it was compared
  changes jsonb,                          -- field → [registered, listed]
  family_number text collate "C",         -- null: gets a temporary one
  hamlet text,
  rw text,
  rt text,
  area_key text,                          -- the three as one, null without any
  sort_name text collate "C" not null,
  tokens text[] not null,
  nik text collate "C",                   -- null: gets a temporary one
  name text not null,
  sex smallint not null,
  birth_place text,
  birth_date date not null,
  family_position smallint not null,
  basic_status smallint not null,
  religion smallint,
  education smallint,
  education_in_progress smallint,
  occupation smallint,
  marital_status smallint,
  marital_recorded boolean,
  citizenship smallint not null,
  blood_type smallint,
  disability smallint,
  chronic_illness smallint,
  contraception smallint,
  pregnancy smallint,
  identity_card smallint,
  recording_status smallint,
  insurance smallint,
  father_nik text,
  father_name text,
  mother_nik text,
  mother_name text,
  address text,
  current_address text,
  birth_certificate text,
  passport_number text,
  passport_expires_on date,
  stay_permit text,
  marriage_certificate text,
  married_on date,
  divorce_certificate text,
  divorced_on date,
  ethnicity text,
  card_tag text,
  insurance_number text,
  latitude double precision,
  longitude double precision,
  household_number text,
  phone text,
  email text,
  clan text,
  customary_group text,
  migrant_worker text,
  insurance_status text,
  employment_insurance text,
  note text,
  primary key (village_id, run_id, sheet_number, row)
);
grant select, insert, update, delete on resident_import_rows to pamong_worker;

-- After tens of thousands of new rows the planner must not go by what it knew before them. ANALYZE is the owner's.
create function app.analyze_register() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze families, residents, resident_tokens;
end $$;
revoke all on function app.analyze_register from public;
grant execute on function app.analyze_register to pamong_worker;
