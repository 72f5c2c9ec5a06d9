/**
 * The schema as text, one line a fact, from the catalogue of a migrated database: whoever reads a migration sees here
 * what it made, and whoever changes one sees what else changed. Not pg_dump, which not every machine has.
 */
export const schemaQuery = `
with tables as (
  select c.oid, c.relname, c.relkind, c.reloptions, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'pgmigrations'
), lines as (
  select relname as subject, 0 as part, 0 as place,
         concat_ws(' ', case when relpersistence = 'u' then 'unlogged' end, case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, case when relforcerowsecurity then 'forced' end, case when relrowsecurity then 'rls' end, 'with (' || array_to_string(reloptions, ', ') || ')') as line from tables
  union all
  select t.relname, 1, a.attnum, concat_ws(' ', 'column', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attcollation <> 0 and co.collname <> 'default' then 'collate ' || co.collname end, case when a.attnotnull then 'not null' end, 'default ' || pg_get_expr(d.adbin, d.adrelid))
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum left join pg_collation co on co.oid = a.attcollation
  union all
  select t.relname, 2, 0, concat_ws(' ', 'constraint', c.conname, pg_get_constraintdef(c.oid)) from tables t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
  union all
  select t.relname, 3, 0, replace(pg_get_indexdef(i.indexrelid), 'public.', '') from tables t join pg_index i on i.indrelid = t.oid
   where not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  union all
  select t.relname, 4, 0, concat_ws(' ', 'trigger', replace(pg_get_triggerdef(g.oid), 'public.', '')) from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
  union all
  select t.relname, 5, 0, concat_ws(' ', 'policy', p.polname, p.polcmd, 'to', (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any(p.polroles)),
         'using ' || pg_get_expr(p.polqual, p.polrelid), 'check ' || pg_get_expr(p.polwithcheck, p.polrelid)) from tables t join pg_policy p on p.polrelid = t.oid
  union all
  select t.relname, 6, 0, concat_ws(' ', 'grant', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), 'to', r.rolname)
    from tables t cross join lateral aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee where g.grantee <> t.relowner group by t.relname, r.rolname
  union all
  select t.relname, 7, a.attnum, concat_ws(' ', 'grant', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), 'on', a.attname, 'to', r.rolname)
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 cross join lateral aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee group by t.relname, a.attnum, a.attname, r.rolname
  union all
  select 'app.' || f.proname, 8, 0, concat_ws(' ', case f.prokind when 'p' then 'procedure' else 'function' end, '(' || pg_get_function_identity_arguments(f.oid) || ')', case when f.prosecdef then 'security definer' end, 'body ' || md5(f.prosrc),
         (select 'to ' || string_agg(distinct coalesce(r.rolname, 'public'), ', ') from aclexplode(f.proacl) g left join pg_roles r on r.oid = g.grantee where g.grantee <> f.proowner))
    from pg_proc f where f.pronamespace = 'app'::regnamespace
)
select subject || '  ' || regexp_replace(line, '\\s+', ' ', 'g') as line from lines order by subject collate "C", part, place, line collate "C"`;
