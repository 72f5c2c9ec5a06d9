import { v7 as uuidv7 } from 'uuid';
import { permissionsAt } from '#identity';
import type { Actor } from '#platform';
import { asOwner } from './database.js';

/** A signed-in user of one role as verbs see him, with the session behind it; without going through sign-in. */
export async function staffAt(unitId: number, role: string, areaId: string | null = null): Promise<Actor> {
  const [userId, membershipId, sessionId] = [uuidv7(), uuidv7(), uuidv7()];
  const now = new Date();
  const userName = `Pengguna ${role}`;
  await asOwner(`insert into users (id, username, name, password_hash, must_change_password, created_at) values ($1, $2, $3, '-', false, $4)`, [userId, `${role}.${userId.slice(-12)}`, userName, now]);
  await asOwner('insert into memberships (id, user_id, unit_id, role, area_id, created_at) values ($1, $2, $3, $4, $5, $6)', [membershipId, userId, unitId, role, areaId, now]);
  await asOwner(
    `insert into sessions (id, user_id, unit_id, membership_id, refresh_hash, rotated_at, created_at, expires_at) values ($1, $2, $3, $4, '\\x00', $5, $5, $5::timestamptz + interval '1 day')`,
    [sessionId, userId, unitId, membershipId, now],
  );
  return { kind: 'staff', userId, userName, sessionId, sessionVersion: 1, unitId, districtCode: null, areaId, role, permissions: permissionsAt(role, unitId), requestId: uuidv7() };
}
