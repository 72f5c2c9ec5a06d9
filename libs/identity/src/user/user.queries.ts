import { type Actor, type Database, decodeCursor, notFound, page, type Tx } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';
import { roleName, roleNamed, type UnitKind } from '../role/roles.js';
import { mayManage } from './may-manage.js';
import type { UserDto, UserListDto, UserNameDto, UserQuery } from './user.dto.js';

interface HeldRow {
  id: string;
  role: string;
  unitId: number;
  code: string;
  unitName: string;
  kind: UnitKind;
  districtName: string | null;
}

export interface UserRow {
  id: string;
  name: string;
  username: string;
  active: boolean;
  last_login_at: Date | null;
  must_change_password: boolean;
  memberships: HeldRow[];
}

/** Every living membership, those of the unit looked at first. $1 = that unit. */
const select = `
  select u.id, u.name, u.username, u.active, u.last_login_at, u.must_change_password, held.memberships
    from users u
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'unitId', m.unit_id, 'code', n.code, 'unitName', r.name, 'kind', n.kind, 'districtName', d.name)
                               order by m.unit_id <> $1::int, m.created_at, m.id), '[]') as memberships
        from memberships m
        join units n on n.id = m.unit_id
        join regions r on r.code = n.code
        left join regions d on d.code = coalesce(n.district_code, m.district_code)
       where m.user_id = u.id and m.ended_at is null) held`;

/** Which users; the same for the list, its count and its file. */
export type UserFilter = Pick<UserQuery, 'village' | 'role' | 'active' | 'search'>;

/** $1 = the actor's unit, $2 … $5 = the filter. A search finds beginnings of the user name and of words of the name. */
const matching = `
  ($1::int = 0 and $2::text is null and $3::text is null or exists (
    select 1 from memberships x join units xn on xn.id = x.unit_id
     where x.user_id = u.id and x.ended_at is null and ($1::int = 0 or x.unit_id = $1::int) and ($2::text is null or xn.code = $2::text) and ($3::text is null or x.role = $3::text)))
  and ($4::boolean is null or u.active = $4::boolean)
  and ($5::text is null or starts_with(u.username, $5::text) or strpos(' ' || lower(u.name), ' ' || $5::text) > 0)`;

const filterValues = (actor: Actor, { village, role, active, search }: UserFilter): unknown[] => [actor.unitId, village ?? null, role ?? null, active ?? null, search?.trim().toLowerCase() || null];

/**
 * The users the actor may see, by user name: a village its own, the office all.
 * @throws DomainError CURSOR_MISMATCH (422)
 */
export async function listUsers(database: Database, actor: Actor, query: UserQuery): Promise<UserListDto> {
  const limit = query.limit ?? 50;
  const filter = { village: query.village, role: query.role, active: query.active, search: query.search };
  const after = decodeCursor(query.after, ['text'], filter);
  const rows = await usersBehind(database, actor, filter, after?.[0] ?? null, limit + 1);
  return page(rows, limit, filter, (row) => [row.username], (row) => userDto(actor, row));
}

/** Step of the list and its file: at most `limit` users behind a user name; null = from the first. */
export function usersBehind(database: Database, actor: Actor, filter: UserFilter, username: string | null, limit: number): Promise<UserRow[]> {
  return database.inVillage(actor, (tx) => {
    enterIdentity(tx);
    return tx.query<UserRow>(`${select} where ${matching} and ($6::text is null or u.username > $6::text) order by u.username limit $7`, [...filterValues(actor, filter), username, limit]);
  });
}

/** How many users the list holds in all. */
export async function countUsers(database: Database, actor: Actor, filter: UserFilter): Promise<number> {
  const row = await database.inVillage(actor, (tx) => {
    enterIdentity(tx);
    return tx.one<{ count: number }>(`select count(*)::int as count from users u where ${matching}`, filterValues(actor, filter));
  });
  return row?.count ?? 0;
}

const MOST_NAMES = 200;

/** Who works here in a role and may sign in, by name, for whoever gives out the work of that role. */
export async function listUserNames(database: Database, actor: Actor, role: string): Promise<UserNameDto[]> {
  return database.inVillage(actor, (tx) => {
    enterIdentity(tx);
    return tx.query<UserNameDto>(
      `select u.id, u.name, u.username from users u
        where u.active and exists (select 1 from memberships x where x.user_id = u.id and x.unit_id = $1 and x.role = $2 and x.ended_at is null) order by u.name, u.username limit ${MOST_NAMES}`,
      [actor.unitId, role],
    );
  });
}

/** @throws DomainError NOT_FOUND when there is none, or none of the actor's village */
export async function userById(tx: Tx, actor: Actor, id: string): Promise<UserDto> {
  const row = await tx.one<UserRow>(`${select} where u.id = $2 and ($1::int = 0 or exists (select 1 from memberships x where x.user_id = u.id and x.ended_at is null and x.unit_id = $1::int))`, [actor.unitId, id]);
  if (!row) throw notFound();
  return userDto(actor, row);
}

export function userDto(actor: Actor, row: UserRow): UserDto {
  const memberships = row.memberships.map((held) => ({
    id: held.id,
    role: held.role,
    roleName: roleName(roleNamed(held.role), held.kind),
    unit: { code: held.code, name: held.unitName, kind: held.kind, districtName: held.districtName },
  }));
  const first = memberships[0];
  return {
    id: row.id,
    name: row.name,
    username: row.username,
    role: first?.role ?? '',
    roleName: first?.roleName ?? '',
    unit: first?.unit ?? null,
    memberships,
    active: row.active,
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    mustChangePassword: row.must_change_password,
    actions: mayManage(actor, row) ? ['update', row.active ? 'deactivate' : 'activate', 'reset-password', 'grant', 'end-membership'] : [],
  };
}
