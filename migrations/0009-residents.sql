-- The population register: families, residents, the words they are found by, and the events everything is
-- derived from. Codes are those of OpenSID and the civil registry (libs/residents/src/code-table).
-- A village's rows come in by import and so lie together on disk, which doubles the speed of its lists; the
-- fill factors leave room for corrections beside their old version.

-- A family card. Its head is not stored a second time: it is the living resident with family_position 1, of whom
-- residents_one_head allows one. No head at all is a matter of data quality and is listed for repair.
create table families (
  village_id int not null references units (id),
  id uuid not null,
  number text collate "C" not null check (number ~ '^\d{16}$'),
  temporary boolean not null generated always as (number ~ '^0\d{6}[1-3]') stored,
  address text,
  area_id uuid,
  created_at timestamptz not null,
  primary key (village_id, id),
  unique (village_id, number),
  foreign key (village_id, area_id) references areas (village_id, id)
) with (fillfactor = 95);
create index families_of_area on families (village_id, area_id) where area_id is not null;

-- A person, living here or formerly. Null = unknown: empty, "-", or a field the source could not carry.
create table residents (
  village_id int not null references units (id),
  id uuid not null,
  family_id uuid not null,
  area_id uuid,                                     -- the deepest known: RT, else RW, else hamlet
  birth_date date not null,
  version int not null default 1,                   -- counts changes; a correction made from an older one is refused
  sex smallint not null check (sex in (1, 2)),
  basic_status smallint not null default 1 check (basic_status in (1, 2, 3, 4, 6, 9)),   -- 1 = living here
  resident_status smallint not null default 1 check (resident_status in (1, 2)),         -- permanent, temporary
  family_position smallint not null check (family_position between 1 and 11),            -- 1 = head
  citizenship smallint not null default 1 check (citizenship between 1 and 3),
  religion smallint check (religion between 1 and 7),
  education smallint check (education between 1 and 10),
  education_in_progress smallint check (education_in_progress between 1 and 18),
  occupation smallint check (occupation between 1 and 89),
  marital_status smallint check (marital_status between 1 and 4),
  blood_type smallint check (blood_type between 1 and 13),
  disability smallint check (disability between 1 and 7),
  chronic_illness smallint check (chronic_illness between 1 and 14),
  contraception smallint check (contraception between 1 and 7 or contraception = 99),
  pregnancy smallint check (pregnancy in (1, 2)),
  identity_card smallint check (identity_card between 1 and 3),
  recording_status smallint check (recording_status between 1 and 8),
  insurance smallint check (insurance between 1 and 4 or insurance = 99),
  marital_recorded boolean,
  temporary_nik boolean not null generated always as (nik ~ '^0\d{6}[1-3]') stored,
  nik text collate "C" not null check (nik ~ '^\d{16}$'),
  name text not null check (name <> ''),
  sort_name text collate "C" not null,              -- the name in capitals, bare of marks and punctuation
  birth_place text,
  father_nik text check (father_nik ~ '^\d{16}$'),
  father_name text,
  mother_nik text check (mother_nik ~ '^\d{16}$'),
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
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  household_number text,
  phone text,
  email text,
  clan text,
  customary_group text,
  migrant_worker text,
  insurance_status text,
  employment_insurance text,
  note text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (village_id, id),
  foreign key (village_id, family_id) references families (village_id, id),
  foreign key (village_id, area_id) references areas (village_id, id)
) with (fillfactor = 90);

-- One living person per NIK and one living head per family: by constraint, whatever the code above forgets.
create unique index residents_living_nik on residents (village_id, nik) where basic_status = 1;
create unique index residents_one_head on residents (village_id, family_id) where family_position = 1 and basic_status = 1;
-- The other half of residents_living_nik, so that a search by number finds the dead and the moved as well.
create index residents_former_nik on residents (village_id, nik) where basic_status <> 1;
create index residents_by_name on residents (village_id, sort_name, id);
create index residents_of_family on residents (village_id, family_id, family_position);
create index residents_of_area on residents (village_id, area_id) where area_id is not null;

-- Words of names, for search. Under row-level security only leakproof operators may use an index: >= and < on
-- text in the "C" collation are, ILIKE and trigrams are not (153 ms against 11). Derived from residents.name in the
-- same transaction, like an index, and therefore without foreign keys: checking them would cost more than the rows.
create table resident_tokens (
  village_id int not null,
  token text collate "C" not null,
  resident_id uuid not null,
  primary key (village_id, token, resident_id)
);

-- What happened to the population, append-only: a mistake is answered by an event that reverses it. There is no
-- foreign key to residents on purpose: reversing an import removes its residents, whom nothing else may refer to (the
-- foreign keys of letters and the like see to that), while both events stay.
create table population_events (
  village_id int not null references units (id),
  id uuid not null,
  type text not null check (type in ('opening', 'correction')),
  resident_id uuid not null,
  happened_on date,
  reported_on date not null,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  import_run_id uuid,
  reverses uuid,
  note text,
  detail jsonb,                                     -- a correction's fields as {field: [old, new]}
  primary key (village_id, id),
  foreign key (village_id, reverses) references population_events (village_id, id),
  check (reverses <> id)
);
create unique index population_events_reversed_once on population_events (village_id, reverses) where reverses is not null;
create index population_events_of_resident on population_events (village_id, resident_id, recorded_at);
create index population_events_of_run on population_events (village_id, import_run_id) where import_run_id is not null;

call app.protect_tenant_table('families');
call app.protect_tenant_table('residents');
call app.protect_tenant_table('resident_tokens');
call app.protect_tenant_table('population_events', append_only => true);
-- Only the reversal of an import, which runs in the worker, takes people and families away again.
revoke delete on families, residents from pamong_app;
