-- The villager's page /pbb: what the portal's role may read of land tax, and the disputes it may only send.

-- Read by whoever typed a NOP and a word of the name on its paper. Row-level security keeps each read inside the village
-- in context; the columns are those the page shows, never the address, the RT, who really pays or who entered anything.
-- Payer names are read whole because a word of them is compared; the page masks them.
create policy public_bill on tax_objects for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int);
create policy public_bill on bills for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int and closed_as is null);
create policy public_bill on bill_positions for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int);
create policy public_bill on payments for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int and reversed_at is null);
create policy public_bill on payment_lines for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int and living);
create policy public_bill on collectors for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int);
create policy public_bill on collector_assignments for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int and ended_on is null);
create policy public_bill on areas for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int);
create policy public_bill on village_profiles for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int);
-- The paper of a receipt alone: what is printed on any (snapshot) stays closed.
create policy public_receipt on documents for select to pamong_portal using (village_id = nullif(current_setting('app.village_id', true), '')::int and kind = 'receipt');

grant select (village_id, id, nop, place, area_id, land_area, building_area) on tax_objects to pamong_portal;
grant select (village_id, id, object_id, tax_year, amount, due_on, payer_name, closed_as) on bills to pamong_portal;
grant select (village_id, bill_id, owed, state) on bill_positions to pamong_portal;
grant select (village_id, id, collector_id, number_text, received_on, reversed_at) on payments to pamong_portal;
grant select (village_id, payment_id, bill_id, principal, penalty, living) on payment_lines to pamong_portal;
grant select (village_id, id, name, ended_on) on collectors to pamong_portal;
grant select (village_id, collector_id, area_id, object_id, ended_on) on collector_assignments to pamong_portal;
grant select (village_id, id, parent_id) on areas to pamong_portal;
grant select (village_id, display_name, address, phone) on village_profiles to pamong_portal;
grant select (village_id, kind, subject_type, subject_id, version, sha256) on documents to pamong_portal;
-- Catalogues without the persons who confirmed and decided.
grant select (prefix, unit_id) on nop_prefixes to pamong_portal;
grant select (id, tax_year_from, tax_year_to, monthly_rate, most_months, regulation, approved_at) on tax_rule_sets to pamong_portal;

-- "I have paid, but it is not in the list": sent by a villager to the regency's office (unit 0) past his own village,
-- whose collector may be whom it is about. The village never sees one; the portal can only send.
create table payment_disputes (
  village_id int not null references units (id) check (village_id = 0),
  id uuid not null,
  for_village_id int not null references units (id) check (for_village_id > 0),
  case_number text collate "C" not null check (case_number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  object_id uuid not null,                -- of that village, so without a key
  nop text collate "C" not null check (nop ~ '^\d{18}$'),
  tax_year smallint not null check (tax_year between 1985 and 2199),
  amount bigint not null check (amount > 0),        -- rupiah, as the villager says
  paid_to text not null check (length(paid_to) between 1 and 100),
  paid_on date not null,
  phone text check (length(phone) between 1 and 30),
  story text check (length(story) between 1 and 500),
  sent_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered')),
  answer text check (length(answer) between 1 and 1000),
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  primary key (village_id, id),
  check ((state = 'answered') = (num_nulls(answer, answered_by, answered_by_name, answered_at) = 0))
);
create index payment_disputes_newest on payment_disputes (village_id, sent_at desc, id desc);
create index payment_disputes_by_number on payment_disputes (village_id, case_number);
call app.protect_tenant_table('payment_disputes');
revoke all on payment_disputes from pamong_worker, pamong_app;
grant select on payment_disputes to pamong_app;
grant update (state, answer, answered_by, answered_by_name, answered_at) on payment_disputes to pamong_app;
create policy sent_by_villager on payment_disputes for insert to pamong_portal
  with check (village_id = nullif(current_setting('app.village_id', true), '')::int and state = 'open');
grant insert (village_id, id, for_village_id, case_number, object_id, nop, tax_year, amount, paid_to, paid_on, phone, story, sent_at) on payment_disputes to pamong_portal;

comment on table payment_disputes is 'What villagers say they paid and do not find, sent to the regency past their village; never show one to the village it is about.';
