-- The roles Pamong connects as. Run once by a superuser, again at any time: it changes nothing that is already so.
--   psql -v owner_password=... -v app_password=... -v portal_password=... -v worker_password=... -f roles.sql
-- Then: CREATE DATABASE pamong OWNER pamong_owner ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'und' TEMPLATE template0;
-- then database.sql inside it. (docker/postgres/initialise.sh and apps/cli/demo do exactly this.)
--
-- Only the owner passes row level security: it migrates, backs up, rebuilds and seeds. Forced RLS would silently give
-- it zero rows. Nothing that answers a request connects as the owner.

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['pamong_owner', 'pamong_app', 'pamong_portal', 'pamong_worker'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I', name);
    END IF;
  END LOOP;
END
$$;

ALTER ROLE pamong_owner  LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT BYPASSRLS   PASSWORD :'owner_password';
ALTER ROLE pamong_app    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'app_password';
ALTER ROLE pamong_portal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'portal_password';
ALTER ROLE pamong_worker LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD :'worker_password';

-- A staff request that runs for 15 seconds is a fault, a villager's page gets 5; jobs set their own limits.
-- A transaction left open by a dead process must not hold locks for long: nobody waits for a network inside one.
ALTER ROLE pamong_app    SET statement_timeout = '15s';
ALTER ROLE pamong_portal SET statement_timeout = '5s';
ALTER ROLE pamong_worker SET statement_timeout = '0';
ALTER ROLE pamong_app    SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE pamong_portal SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE pamong_worker SET idle_in_transaction_session_timeout = '5min';
ALTER ROLE pamong_app    SET lock_timeout = '10s';
ALTER ROLE pamong_portal SET lock_timeout = '3s';

-- No role's name and no temporary schema may stand before ours.
ALTER ROLE pamong_owner  SET search_path = public;
ALTER ROLE pamong_app    SET search_path = public;
ALTER ROLE pamong_portal SET search_path = public;
ALTER ROLE pamong_worker SET search_path = public;
ALTER ROLE pamong_owner  SET timezone = 'UTC';
ALTER ROLE pamong_app    SET timezone = 'UTC';
ALTER ROLE pamong_portal SET timezone = 'UTC';
ALTER ROLE pamong_worker SET timezone = 'UTC';

-- On Citus, SET LOCAL app.village_id must travel to the workers with the statements that follow it; without Citus
-- this is only a name nobody reads.
ALTER ROLE pamong_app    SET citus.propagate_set_commands = 'local';
ALTER ROLE pamong_portal SET citus.propagate_set_commands = 'local';
ALTER ROLE pamong_worker SET citus.propagate_set_commands = 'local';
