-- Inside the database, by a superuser, after roles.sql: who may connect, and who may make things in it.
--   psql -v database=pamong -d pamong -f database.sql
-- Again after each upgrade and before each restore: it changes nothing that is already so.
-- Table privileges belong to the migrations; nobody gets anything here by default.

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO pamong_app, pamong_portal, pamong_worker;
-- The embedded queue adds many jobs at once through a temporary table.
GRANT TEMPORARY ON DATABASE :"database" TO pamong_app, pamong_worker;

ALTER SCHEMA public OWNER TO pamong_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pamong_app, pamong_portal, pamong_worker;

-- New functions are executable by everyone unless this is said first.
ALTER DEFAULT PRIVILEGES FOR ROLE pamong_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Large objects have no row-level security and belong to whoever makes them: one made by any of the roles, which
-- everyone may do unless this is said, would make pg_dump as the owner fail. Pamong keeps its files outside. Not the
-- owner's either, but the superuser's own right stays.
DO $$
DECLARE
  routine regprocedure;
BEGIN
  FOR routine IN
    SELECT oid FROM pg_catalog.pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite'))
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', routine);
  END LOOP;
END
$$;
