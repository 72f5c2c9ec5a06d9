-- What districts and the regency read: sums that stand ready for any day, and the regency office's eye on the counts of villages.

-- Of each count its running total: the row of a day holds everything up to and including it, and a day without a row has the
-- total of the last one before. So any figure of any past day is one step into the primary key, however many days it sums up.
-- Collated as bytes: a step into the key compares some twenty entries, which the database's own order makes several times dearer.
-- dim1 or dim2 '*' = all of them together. Written by folding alone, from the same deltas in the same transaction.
create table tally_sums (
  village_id int not null references units (id),   -- the village, or 0 for the levels above
  region_code text collate "C" not null references regions (code),
  measure text collate "C" not null,
  dim1 text collate "C" not null,
  dim2 text collate "C" not null,
  day date not null,
  total bigint not null,
  primary key (village_id, region_code, measure, dim1, dim2, day)
);
call app.protect_plumbing_table('tally_sums');
revoke insert, update, delete on tally_sums from pamong_app;
comment on table tally_sums is 'Running totals of the counts by day, for reports; never correct a row by hand, it follows from tallies and folding carries it on.';

-- When folding last left nothing waiting, the time of the data every report names; and how often it changed a count, by
-- which a reader knows whether what it read before still holds. One row.
create table tally_folds (
  one boolean primary key default true check (one),
  folded_at timestamptz not null,
  changes bigint not null default 0
);
insert into tally_folds (folded_at) values ('1970-01-01T00:00:00Z');
grant select on tally_folds to pamong_app, pamong_worker;
grant update on tally_folds to pamong_worker;
alter table tally_folds set (fillfactor = 10);
comment on table tally_folds is 'One row with the time up to which deltas are folded and how often counts changed; never set it by hand, reports tell people how old their figures are by it.';

-- Unit 0 may read (never write) the counts of every village: numbers without names, for its reports.
create policy office_reads on tallies for select to pamong_app using (nullif(current_setting('app.village_id', true), '')::int = 0);
create policy office_reads on tally_sums for select to pamong_app using (nullif(current_setting('app.village_id', true), '')::int = 0);

-- What is counted already. A stock (residents) stands at one day and is carried on from there.
with kept (measure, by1, by2) as (
  values ('pbb-bills', true, true), ('pbb-bills', true, false), ('pbb-assessed', true, true), ('pbb-assessed', true, false),
         ('pbb-opening', true, true), ('pbb-opening', true, false), ('pbb-received', true, true), ('pbb-received', true, false),
         ('pbb-penalty', true, true), ('pbb-penalty', true, false), ('letters', false, true),
         ('population-events', true, false), ('residents', true, false)
), cells as (
  select t.village_id, t.region_code, t.measure, case when k.by1 then t.dim1 else '*' end as dim1, case when k.by2 then t.dim2 else '*' end as dim2, t.day, sum(t.total) as total
    from tallies t join kept k on k.measure = t.measure group by 1, 2, 3, 4, 5, 6
)
insert into tally_sums (village_id, region_code, measure, dim1, dim2, day, total)
select village_id, region_code, measure, dim1, dim2, day, sum(total) over (partition by village_id, region_code, measure, dim1, dim2 order by day) from cells;
