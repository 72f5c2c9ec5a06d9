import { type Actor, type Database, decodeCursor, notFound, page, type Tx } from '#platform';
import { enterIdentity } from '../access/identity-scope.js';
import { roleName, roleNamed, type UnitKind } from '../role/roles.js';
import { mayManage } from './may-manage.js';
import type { UserDto, UserListDto } from './user.dto.js';

interface HeldRow {
  id: string;
  role: string;
  unitId: number;
  code: string;
  unitName: string;
  kind: UnitKind;
  districtName: string | null;
}

interface UserRow {
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

const livingAt = `exists (select 1 from memberships x join units xn on xn.id = x.unit_id where x.user_id = u.id and x.ended_at is null`;

/**
 * The users the actor may see, by user name: a village its own, the office all.
 * @throws DomainError CURSOR_MISMATCH (422)
 */
export async function listUsers(database: Database, actor: Actor, query: { limit?: number; after?: string; village?: string; search?: string }): Promise<UserListDto> {
  const limit = query.limit ?? 50;
  const filter = { village: query.village, search: query.search };
  const after = decodeCursor(query.after, ['text'], filter);
  const rows = await database.inVillage(actor, async (tx) => {
    enterIdentity(tx);
    return tx.query<UserRow>(
      `${select}
        where ($1::int = 0 or ${livingAt} and x.unit_id = $1::int))
          and ($2::text is null or ${livingAt} and xn.code = $2::text))
          and ($3::text is null or starts_with(u.username, $3::text))
          and ($4::text is null or u.username > $4::text)
        order by u.username limit $5`,
      [actor.unitId, query.village ?? null, query.search?.toLowerCase() ?? null, after?.[0] ?? null, limit + 1],
    );
  });
  return page(rows, limit, filter, (row) => [row.username], (row) => userDto(actor, row));
}

/** @throws DomainError NOT_FOUND when there is none, or none of the actor's village */
export async function userById(tx: Tx, actor: Actor, id: string): Promise<UserDto> {
  const row = await tx.one<UserRow>(`${select} where u.id = $2 and ($1::int = 0 or ${livingAt} and x.unit_id = $1::int))`, [actor.unitId, id]);
  if (!row) throw notFound();
  return userDto(actor, row);
}

function userDto(actor: Actor, row: UserRow): UserDto {
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
