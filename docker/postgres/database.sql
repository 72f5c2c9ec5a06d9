-- Inside the database, by a superuser, after roles.sql: who may connect, and who may make things in it.
--   psql -v database=pamong -d pamong -f database.sql
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
