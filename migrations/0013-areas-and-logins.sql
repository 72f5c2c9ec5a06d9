-- What a membership and an official point at is of their own village.

-- An area where a head of hamlet, RW or RT works cannot be taken away under him; ended memberships name none.
-- (On Citus memberships stay on the coordinator and areas are distributed, where no key may lead from one to the
-- other: there this one is left out, and the check in the verb that gives the role remains.)
alter table memberships add constraint memberships_area foreign key (unit_id, area_id) references areas (village_id, id);
create index memberships_of_area on memberships (unit_id, area_id) where area_id is not null;

-- Whether an account works in the village in context. An official may be linked to such an account only, and neither
-- a key (a person holds several memberships, and the link outlives them) nor a lib below identity can say so.
-- SECURITY DEFINER because the caller is not in scope 'identity'; it answers yes or no about his own village.
create function app.works_here(account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from memberships
     where user_id = account and ended_at is null and unit_id = nullif(current_setting('app.village_id', true), '')::int)
$$;
revoke all on function app.works_here from public;
grant execute on function app.works_here to pamong_app;
