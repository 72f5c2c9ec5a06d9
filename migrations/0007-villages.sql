-- A village's own face and rules: profile and letterhead, areas, officials, settings. Regency-wide defaults
-- and holidays are catalogues that the regency's office writes.

create table regency_settings (
  key text not null,
  effective_from date not null,
  value jsonb not null,
  primary key (key, effective_from)
);
create table regency_holidays (
  day date primary key,
  name text not null
);
call app.protect_catalogue_table('regency_settings', regency_may_write => true);
call app.protect_catalogue_table('regency_holidays', regency_may_write => true);
-- The joint decree on holidays is amended during the year, so a day may be taken back.
create policy regency_delete on regency_holidays for delete to pamong_app
  using (nullif(current_setting('app.village_id', true), '')::int = 0);
grant delete on regency_holidays to pamong_app;

create table village_profiles (
  village_id int primary key references units (id),
  display_name text not null,           -- spelling differs among sources; the code never changes
  address text,
  phone text,
  email text,
  website text,
  postal_code text check (postal_code ~ '^\d{5}$'),
  logo_sha256 text check (logo_sha256 ~ '^[0-9a-f]{64}$'),
  updated_at timestamptz not null
);
call app.protect_tenant_table('village_profiles');

create table village_settings (
  village_id int not null references units (id),
  key text not null,
  effective_from date not null,
  value jsonb not null,
  primary key (village_id, key, effective_from)
);
call app.protect_tenant_table('village_settings');

-- Hamlet → RW → RT; a village without hamlets hangs its RW at the root.
create table areas (
  village_id int not null references units (id),
  id uuid not null,
  kind text not null check (kind in ('hamlet', 'rw', 'rt')),
  name text not null check (name <> '' and (kind = 'hamlet' or name ~ '^\d{3}$')),
  parent_id uuid,
  primary key (village_id, id),
  unique nulls not distinct (village_id, parent_id, kind, name),
  foreign key (village_id, parent_id) references areas (village_id, id),
  check (kind <> 'hamlet' or parent_id is null)
);
call app.protect_tenant_table('areas');

create table officials (
  village_id int not null references units (id),
  id uuid not null,
  name text not null,
  position text not null check (position in ('head', 'secretary', 'officer', 'treasurer', 'hamlet-head')),
  position_name text not null,
  acting text check (acting in ('Plt.', 'Plh.')),
  rank text,
  nip text,
  may_sign boolean not null default false,
  user_id uuid,
  started_on date not null,
  ended_on date,
  primary key (village_id, id),
  check (ended_on is null or ended_on >= started_on)
);
-- One living head who is not merely acting.
create unique index officials_one_head on officials (village_id) where position = 'head' and acting is null and ended_on is null;
call app.protect_tenant_table('officials');
revoke delete on officials from pamong_app, pamong_worker;
