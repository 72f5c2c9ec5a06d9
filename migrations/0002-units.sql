-- Catalogue of regions (Kemendagri codes) and of the units that own rows: unit 0 is the regency's
-- own office, 1… are villages. The small integer is permanent: it is printed inside QR codes.

create table regions (
  code text primary key check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  name text not null,
  kind text not null check (kind in ('regency', 'district', 'desa', 'kelurahan')),
  parent_code text references regions (code),
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  postal_code text
);
create index regions_parent on regions (parent_code, code);

create table units (
  id int primary key check (id >= 0),
  code text not null unique references regions (code),
  kind text not null check (kind in ('regency', 'desa', 'kelurahan')),
  district_code text references regions (code),
  check ((id = 0) = (kind = 'regency')),
  check ((kind = 'regency') = (district_code is null))
);

create table code_values (
  code_table text not null,
  code int not null,
  label text not null,
  primary key (code_table, code)
);

call app.protect_catalogue_table('regions');
call app.protect_catalogue_table('units');
call app.protect_catalogue_table('code_values');
