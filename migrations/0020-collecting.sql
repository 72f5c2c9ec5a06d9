-- Whose bills are whose: where a tax object lies. How long cash has been with its collector, seen from above without a row.
-- How a tax office's own headings are read, kept for the next file.

-- By RT, RW and place as listed, or by hand; what was said by hand no list changes.
alter table tax_objects add column area_id uuid;
alter table tax_objects add column area_by_hand boolean not null default false;
alter table tax_objects add constraint tax_objects_area foreign key (village_id, area_id) references areas (village_id, id);
create index tax_objects_of_area on tax_objects (village_id, area_id, nop) where area_id is not null;
-- Staff say where an object lies; everything else about it is the list's.
grant update (area_id, area_by_hand, updated_at) on tax_objects to pamong_app;

-- Where each object of the village in context lies as it is listed: the deepest area none of whose names contradicts, as
-- long as no other of its kind fits as well; else the one above. A place that is no hamlet of the village (a block) says nothing. One row
-- for each way of writing a place, found by app.listed_place; places that lead nowhere have none.
create function app.listed_place(place text, rw text, rt text) returns text
language sql immutable parallel safe as $$
  select coalesce(place, '') || '|' || coalesce(rw, '') || '|' || coalesce(rt, '')
$$;
create function app.hamlet_name(place text) returns text
language sql immutable parallel safe as $$
  select btrim(regexp_replace(regexp_replace(upper(replace(place, '_', ' ')), '\s+', ' ', 'g'), '^ ?(DUSUN|DSN)\M[ .:_-]*', ''))
$$;
create function app.areas_of_places(village int, places text[], rws text[], rts text[]) returns table (listed text, area_id uuid)
language sql stable as $$
  with recursive tree as (
    select id, kind, case kind when 'hamlet' then name end as hamlet, case kind when 'rw' then name end as rw, case kind when 'rt' then name end as rt
      from areas where village_id = village and parent_id is null
    union all
    select a.id, a.kind, t.hamlet, case a.kind when 'rw' then a.name else t.rw end, case a.kind when 'rt' then a.name else t.rt end
      from tree t join areas a on a.village_id = village and a.parent_id = t.id
  ), said as (
    select distinct p.place, p.rw, p.rt from unnest(places, rws, rts) as p (place, rw, rt)
  ), read as (
    select app.listed_place(s.place, s.rw, s.rt) as listed, h.name as hamlet, s.rw, s.rt
      from said s left join areas h on h.village_id = village and h.kind = 'hamlet' and h.name = app.hamlet_name(s.place)
  ), fitting as (
    select r.listed, t.id, case t.kind when 'rt' then 3 when 'rw' then 2 else 1 end as level,
           rank() over (partition by r.listed, t.kind order by num_nonnulls(case when t.hamlet = r.hamlet then 1 end, case when t.rw = r.rw then 1 end, case when t.rt = r.rt then 1 end) desc) as place_of_fit
      from read r join tree t on (t.hamlet is null or r.hamlet is null or t.hamlet = r.hamlet) and (t.rw is null or r.rw is null or t.rw = r.rw) and (t.rt is null or r.rt is null or t.rt = r.rt)
     where case t.kind when 'rt' then r.rt when 'rw' then r.rw else r.hamlet end is not null
  ), alone as (
    select f.listed, f.level, (array_agg(f.id))[1] as id from fitting f where f.place_of_fit = 1 group by 1, 2 having count(*) = 1
  )
  select distinct on (a.listed) a.listed, a.id from alone a order by a.listed, a.level desc
$$;
revoke all on function app.listed_place, app.hamlet_name, app.areas_of_places from public;
grant execute on function app.listed_place, app.hamlet_name, app.areas_of_places to pamong_app, pamong_worker;

-- Objects that are here already lie where their lists say.
update tax_objects o set area_id = p.area_id
  from (
    select v.village_id, a.listed, a.area_id
      from (select village_id, array_agg(place) as places, array_agg(rw) as rws, array_agg(rt) as rts
              from (select distinct village_id, place, rw, rt from tax_objects where num_nonnulls(place, rw, rt) > 0) s group by village_id) v
     cross join lateral app.areas_of_places(v.village_id, v.places, v.rws, v.rts) a
  ) p
 where o.village_id = p.village_id and app.listed_place(o.place, o.rw, o.rt) = p.listed;

-- Cash in hand is counted by the minute it was received and the book of who holds it; the folder drops cells that come to
-- nothing, so that what remains is what is held. Counted afresh once, from the receipts.
delete from tally_deltas where measure = 'pbb-cash-in-hand';
delete from tallies where measure = 'pbb-cash-in-hand';
insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at)
select p.village_id, 'pbb-cash-in-hand', (p.received_at at time zone 'Asia/Jakarta')::date, to_char(p.received_at at time zone 'Asia/Jakarta', 'HH24:MI'), c.book_code, sum(p.principal + p.penalty), now()
  from payments p
  join collectors c on c.village_id = p.village_id and c.id = p.collector_id
  left join deposit_payments dp on dp.village_id = p.village_id and dp.payment_id = p.id and dp.living
  left join deposits d on d.village_id = p.village_id and d.id = dp.deposit_id
 where p.reversed_at is null and (d.state is null or d.state = 'listed')
 group by 1, 2, 3, 4, 5;

-- How an office's files head their columns, by kind of list: field -> heading as written.
create table import_mappings (
  village_id int not null references units (id),
  id uuid not null,
  kind text not null check (kind <> ''),  -- 'assessments'
  name text not null check (name <> ''),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  saved_by uuid,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (village_id, id)
);
create unique index import_mappings_by_name on import_mappings (village_id, kind, lower(name));
call app.protect_tenant_table('import_mappings');

comment on table import_mappings is 'Headings of an office''s own files by kind of list, saved under a name; only the next upload reads one, never a run that was uploaded.';
