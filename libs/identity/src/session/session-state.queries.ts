import { DomainError, type Tx } from '#platform';
import type { Claims } from '../access/access-token.js';
import { permissionsAt, roleName, roleNamed, type UnitKind } from '../role/roles.js';
import type { MeDto } from './session.dto.js';
import { unitWords } from './unit-words.js';

interface StateRow {
  session_id: string;
  version: number;
  unit_id: number;
  user_id: string;
  membership_id: string;
  username: string;
  user_name: string;
  must_change_password: boolean;
  role: string;
  district_code: string | null;
  area_id: string | null;
  code: string;
  unit_name: string;
  kind: UnitKind;
  district_name: string | null;
}

interface MembershipRow {
  id: string;
  role: string;
  code: string;
  unit_name: string;
  kind: UnitKind;
  district_name: string | null;
}

/**
 * Who a session stands for now: what its next token says and what the person sees of himself.
 * @throws DomainError SESSION_REVOKED (401)
 */
export async function sessionState(tx: Tx, sessionId: string): Promise<{ claims: Claims; me: MeDto }> {
  const row = await tx.one<StateRow>(
    `select s.id as session_id, s.version, s.unit_id, s.membership_id, u.id as user_id, u.username, u.name as user_name, u.must_change_password,
            m.role, m.district_code, m.area_id, n.code, r.name as unit_name, n.kind, d.name as district_name
       from sessions s
       join users u on u.id = s.user_id
       join memberships m on m.id = s.membership_id
       join units n on n.id = s.unit_id
       join regions r on r.code = n.code
       left join regions d on d.code = n.district_code
      where s.id = $1 and s.revoked_at is null`,
    [sessionId],
  );
  if (!row) throw new DomainError('SESSION_REVOKED', 401, 'Sesi Anda sudah ditutup. Silakan masuk kembali.');
  const memberships = await tx.query<MembershipRow>(
    `select m.id, m.role, n.code, r.name as unit_name, n.kind, d.name as district_name
       from memberships m
       join units n on n.id = m.unit_id
       join regions r on r.code = n.code
       left join regions d on d.code = coalesce(n.district_code, m.district_code)
      where m.user_id = $1 and m.ended_at is null
      order by m.created_at, m.id`,
    [row.user_id],
  );
  return { claims: claimsOf(row), me: meOf(row, memberships) };
}

function claimsOf(row: StateRow): Claims {
  return {
    sub: row.user_id, sid: row.session_id, sv: row.version, unit: row.unit_id, role: row.role,
    district: row.district_code, area: row.area_id, name: row.user_name, mcp: row.must_change_password,
  };
}

function meOf(row: StateRow, memberships: MembershipRow[]): MeDto {
  return {
    id: row.user_id,
    name: row.user_name,
    username: row.username,
    role: row.role,
    roleName: roleName(roleNamed(row.role), row.kind),
    membershipId: row.membership_id,
    mustChangePassword: row.must_change_password,
    permissions: [...permissionsAt(row.role, row.unit_id)].toSorted(),
    unit: { id: row.unit_id, code: row.code, name: row.unit_name, kind: row.kind, districtName: row.district_name, words: unitWords(row.kind) },
    memberships: memberships.map((m) => ({
      id: m.id,
      role: m.role,
      roleName: roleName(roleNamed(m.role), m.kind),
      unit: { code: m.code, name: m.unit_name, kind: m.kind, districtName: m.district_name },
    })),
  };
}
