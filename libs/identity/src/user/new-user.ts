import { v7 as uuidv7 } from 'uuid';
import { invalidFields, type Tx } from '#platform';
import { hashPassword } from '../password/password-hash.js';
import { belongsToOffice, roles } from '../role/roles.js';
import { usernamePattern } from './username.js';

export interface NewMembership {
  /** 0 = the regency's office */
  readonly unitId: number;
  readonly role: string;
  /** of a district role */
  readonly districtCode?: string | null;
  /** of a hamlet, RW or RT head */
  readonly areaId?: string | null;
}

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly memberships: readonly NewMembership[];
}

/**
 * Step: a user with a known password, for provisioning and seeds. `tx` must be in scope `identity`; the
 * caller audits.
 * @returns the user's id
 * @throws DomainError INVALID_INPUT (422): taken or malformed user name, role that does not fit its unit
 */
export async function createUser(tx: Tx, user: NewUser & { password: string }): Promise<string> {
  return insertUser(tx, user, await hashPassword(user.password));
}

/** The same with a hash already made, for verbs that hold no transaction during argon2. */
export async function insertUser(tx: Tx, user: NewUser, passwordHash: string): Promise<string> {
  const username = user.username.trim().toLowerCase();
  if (!usernamePattern.test(username)) {
    throw invalidFields([{ field: 'username', code: 'MALFORMED', message: 'Nama pengguna 3–40 huruf kecil, angka, titik, garis bawah, atau tanda hubung.' }]);
  }
  const id = uuidv7();
  const [row] = await tx.query<{ id: string }>(
    `insert into users (id, username, name, password_hash, must_change_password, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (username) do nothing returning id`,
    [id, username, user.name.trim(), passwordHash, user.mustChangePassword, tx.now],
  );
  if (!row) throw invalidFields([{ field: 'username', code: 'USERNAME_TAKEN', message: 'Nama pengguna ini sudah dipakai. Pilih yang lain.' }]);
  for (const membership of user.memberships) await insertMembership(tx, id, membership);
  return id;
}

/**
 * Step: gives a user a role at a unit. @returns the membership's id
 * @throws DomainError INVALID_INPUT (422): unknown role, role of another kind of unit, district role
 *   without its district, an area of another village, a role the user holds there already
 */
export async function insertMembership(tx: Tx, userId: string, membership: NewMembership): Promise<string> {
  const role = roles.get(membership.role);
  const wrong = (code: string, message: string, field = 'role') => invalidFields([{ field, code, message }]);
  if (!role) throw wrong('UNKNOWN_ROLE', 'Peran tidak dikenal.');
  if (belongsToOffice(role) !== (membership.unitId === 0)) throw wrong('ROLE_OF_OTHER_UNIT', 'Peran ini tidak sesuai dengan unit kerjanya.');
  if ((role.reach === 'district') !== Boolean(membership.districtCode)) throw wrong('DISTRICT_REQUIRED', 'Kecamatan wajib diisi untuk Camat, dan hanya untuk Camat.', 'district');
  if (membership.areaId && role.reach !== 'area') throw wrong('AREA_NOT_ALLOWED', 'Wilayah hanya untuk kepala dusun dan ketua RT/RW.', 'area');
  if (membership.areaId && !(await liesIn(tx, membership.unitId, membership.areaId))) throw wrong('AREA_UNKNOWN', 'Wilayah ini tidak ada di desa tersebut.', 'area');
  const id = uuidv7();
  const [row] = await tx.query<{ id: string }>(
    `insert into memberships (id, user_id, unit_id, role, district_code, area_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (user_id, unit_id, role) where ended_at is null do nothing returning id`,
    [id, userId, membership.unitId, role.slug, membership.districtCode ?? null, membership.areaId ?? null, tx.now],
  );
  if (!row) throw wrong('ROLE_HELD_ALREADY', 'Pengguna sudah memegang peran ini di unit tersebut.');
  return id;
}

/** Areas are the village's own, so its context is entered to look and left again. Held until commit, or it could be removed meanwhile. */
async function liesIn(tx: Tx, unitId: number, areaId: string): Promise<boolean> {
  if (!Number.isSafeInteger(unitId)) throw new Error('unit id is not an integer');
  await tx.query(`SET LOCAL app.village_id = '${unitId}'`);
  const area = await tx.one('select 1 from areas where village_id = $1 and id = $2 for key share', [unitId, areaId]);
  await tx.query(`SET LOCAL app.village_id = '${tx.actor.unitId}'`);
  return area !== undefined;
}
