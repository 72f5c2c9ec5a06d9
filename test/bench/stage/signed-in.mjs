import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../../../dist/libs/identity/src/password/password-hash.js';

/**
 * Signs somebody of each village in, the way a browser does.
 * @param {import('./stage.mjs').Stage} stage
 * @param {number[]} units
 * @param {string} [role]
 * @param {string} [mark] tells several of one role and village apart
 * @returns {Promise<Map<number, Record<string, string>>>} headers of a request, by village; good for ten minutes
 */
export async function signedIn(stage, units, role = 'operator', mark = '') {
  const address = await stage.api();
  const password = randomBytes(12).toString('hex');
  const hash = await hashPassword(password);
  const headers = new Map();
  for (const unit of units) {
    const username = `bench.${role}${mark}.${unit}`;
    await ensureUser(stage, unit, role, username, hash);
    const response = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    if (!response.ok) throw new Error(`signing in failed: ${await response.text()}`);
    const { accessToken } = await response.json();
    headers.set(unit, { authorization: `Bearer ${accessToken}` });
  }
  return headers;
}

async function ensureUser(stage, unit, role, username, hash) {
  const [{ id }] = await stage.asOwner(
    `insert into users (id, username, name, password_hash, must_change_password, created_at) values ($1, $2, 'Petugas Uji', $3, false, now())
     on conflict (username) do update set password_hash = excluded.password_hash returning id`,
    [uuidv7(), username, hash],
  );
  await stage.asOwner(
    `insert into memberships (id, user_id, unit_id, role, created_at) values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [uuidv7(), id, unit, role],
  );
}
