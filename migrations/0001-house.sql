-- The house: schemas, the four classes of table and the functions that lay their protection.
-- Run as pamong_owner. The roles themselves are made by docker/postgres/roles.sql.

create schema app;      -- functions of tenancy and sessions
create schema bullmq;   -- tables of the embedded queue; BullMQ's own migrations fill it

grant usage on schema public, app to pamong_app, pamong_worker, pamong_portal;
grant usage on schema bullmq to pamong_app, pamong_worker;

-- Tenant tables: forced row-level security on app.village_id. An unset variable reads as null, so
-- every comparison is null and the table looks empty: it fails closed. The expression is written
-- out in the policy (not wrapped in a function) so that the planner can use it as an index condition.
create procedure app.protect_tenant_table(t regclass, append_only boolean default false)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format(
    'create policy own_village on %s to pamong_app, pamong_worker
       using (village_id = nullif(current_setting(''app.village_id'', true), '''')::int)
       with check (village_id = nullif(current_setting(''app.village_id'', true), '''')::int)', t);
  execute format('grant select, insert on %s to pamong_app, pamong_worker', t);
  if not append_only then
    execute format('grant update, delete on %s to pamong_app, pamong_worker', t);
  end if;
end $$;

-- Identity tables: only under app.scope = 'identity', entered by a handful of verbs.
create procedure app.protect_identity_table(t regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format(
    'create policy identity_scope on %s to pamong_app
       using (current_setting(''app.scope'', true) = ''identity'')
       with check (current_setting(''app.scope'', true) = ''identity'')', t);
  execute format('grant select, insert, update, delete on %s to pamong_app', t);
end $$;

-- Plumbing: ids and numbers only. A village sees its own rows, the worker under scope 'relay' all.
create procedure app.protect_plumbing_table(t regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format(
    'create policy own_village on %s to pamong_app, pamong_worker
       using (village_id = nullif(current_setting(''app.village_id'', true), '''')::int)
       with check (village_id = nullif(current_setting(''app.village_id'', true), '''')::int)', t);
  execute format(
    'create policy relay on %s to pamong_worker
       using (current_setting(''app.scope'', true) = ''relay'')
       with check (current_setting(''app.scope'', true) = ''relay'')', t);
  execute format('grant select, insert, update, delete on %s to pamong_app, pamong_worker', t);
end $$;

-- Catalogues: readable by all, written by the owner, or by the regency office where said.
create procedure app.protect_catalogue_table(t regclass, regency_may_write boolean default false)
language plpgsql as $$
begin
  execute format('grant select on %s to pamong_app, pamong_worker, pamong_portal', t);
  if regency_may_write then
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy readable on %s for select to pamong_app, pamong_worker, pamong_portal using (true)', t);
    execute format(
      'create policy regency_insert on %s for insert to pamong_app
         with check (nullif(current_setting(''app.village_id'', true), '''')::int = 0)', t);
    execute format(
      'create policy regency_update on %s for update to pamong_app
         using (nullif(current_setting(''app.village_id'', true), '''')::int = 0)', t);
    execute format('grant insert, update on %s to pamong_app', t);
  end if;
end $$;
