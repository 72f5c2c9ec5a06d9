-- Users, memberships, sessions. Read and written only under app.scope = 'identity'.

create table users (
  id uuid primary key,
  username text not null unique check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  name text not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  active boolean not null default true,
  created_at timestamptz not null,
  last_login_at timestamptz
);

create table memberships (
  id uuid primary key,
  user_id uuid not null references users (id),
  unit_id int not null references units (id),
  role text not null,
  district_code text references regions (code),   -- reach of a district role at unit 0
  area_id uuid,                                    -- reach of a hamlet, RW or RT head
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index memberships_living on memberships (user_id, unit_id, role) where ended_at is null;
create index memberships_of_unit on memberships (unit_id) where ended_at is null;

-- One row per signed-in browser. The version is in every access token: a changed membership, role or
-- password raises it, and the very next request is refused until the token is refreshed.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users (id),
  unit_id int not null references units (id),
  membership_id uuid not null references memberships (id),
  version int not null default 1,
  refresh_hash bytea not null,
  previous_refresh_hash bytea,               -- honoured for a short grace: two tabs refreshing at once, or an answer lost on the way
  rotated_at timestamptz not null,
  visiting_purpose text,                     -- why a regency or district role looks into this village
  created_at timestamptz not null,
  expires_at timestamptz not null,           -- moves with every rotation, never past a week after created_at
  revoked_at timestamptz,
  revoked_reason text
);
create index sessions_of_user on sessions (user_id) where revoked_at is null;

call app.protect_identity_table('users');
call app.protect_identity_table('memberships');
call app.protect_identity_table('sessions');

-- Called in the same round trip that opens a staff transaction. SECURITY DEFINER because the caller is
-- not in scope 'identity'; it answers nothing, it only refuses (SQLSTATE PA401).
create function app.assert_session(session_id uuid, token_version int, token_unit int) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare s record;
begin
  select version, unit_id, revoked_at into s from sessions where id = session_id;
  if not found or s.revoked_at is not null then
    raise exception 'SESSION_REVOKED' using errcode = 'PA401';
  end if;
  if s.version <> token_version or s.unit_id <> token_unit then
    raise exception 'SESSION_OUTDATED' using errcode = 'PA401';
  end if;
end $$;
revoke all on function app.assert_session from public;
grant execute on function app.assert_session to pamong_app;

-- Failed sign-ins, when there is no Redis. Keys are keyed hashes of user names and addresses; the layout is
-- rate-limiter-flexible's. No row belongs to a village, so no policy: the app role alone, and nothing to read in it.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expire on rate_limits (expire);
grant select, insert, update, delete on rate_limits to pamong_app;
