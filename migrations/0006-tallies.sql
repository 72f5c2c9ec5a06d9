-- Counts. A verb appends deltas inside its transaction; the worker folds them upward. Small dimensions
-- only, nothing personal. unit of a folded row: a village id, or its district/regency by level.

create table tally_deltas (
  id bigint generated always as identity,
  village_id int not null references units (id),
  measure text not null,
  day date not null,
  dim1 text not null default '',
  dim2 text not null default '',
  delta bigint not null,
  created_at timestamptz not null,
  primary key (village_id, id)
);
create index tally_deltas_order on tally_deltas (id);
call app.protect_plumbing_table('tally_deltas');

create table tallies (
  level text not null check (level in ('village', 'district', 'regency')),
  village_id int not null references units (id),   -- the village, or 0 for the levels above
  region_code text not null references regions (code),
  measure text not null,
  day date not null,
  dim1 text not null,
  dim2 text not null,
  total bigint not null,
  primary key (village_id, region_code, measure, day, dim1, dim2)
);
create index tallies_of_measure on tallies (measure, level, day);
call app.protect_plumbing_table('tallies');
