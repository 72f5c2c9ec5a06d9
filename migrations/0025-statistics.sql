-- A bulk of rows is worked with at once, before autovacuum has seen it: the planner then takes a million new lines for none, and
-- the plan by which a foreign key is checked, kept by the connection, goes through all rows of a village for each row.
create function app.analyze(variadic tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare name text;
begin
  foreach name in array tables loop
    execute format('analyze public.%I', name);
  end loop;
end $$;
revoke execute on function app.analyze(text[]) from public;
grant execute on function app.analyze(text[]) to pamong_worker;
drop function app.analyze_register;
