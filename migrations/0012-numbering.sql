-- Gap-free number series: letters, receipts. The counter's row is locked by the transaction that takes a
-- number, so numbers follow each other and a rolled-back act leaves no hole.

create table number_series (
  village_id int not null references units (id),
  series text not null,              -- 'letter', 'letter:SKD', …
  period text not null,              -- '2026'
  last_number int not null check (last_number > 0),
  primary key (village_id, series, period)
);

-- Which record got which number; a voided record keeps its own for ever.
create table issued_numbers (
  village_id int not null references units (id),
  series text not null,
  period text not null,
  number int not null check (number > 0),
  subject_type text not null,
  subject_id uuid not null,
  issued_at timestamptz not null,
  primary key (village_id, series, period, number),
  unique (village_id, series, subject_type, subject_id),
  foreign key (village_id, series, period) references number_series (village_id, series, period)
);

call app.protect_tenant_table('number_series');
revoke delete on number_series from pamong_app, pamong_worker;
call app.protect_tenant_table('issued_numbers', append_only => true);
