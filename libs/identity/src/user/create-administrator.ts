import { type Database, jobActor } from '#platform';
import { auditIn, enterIdentity } from '../access/identity-scope.js';
import { hashPassword, temporaryPassword } from '../password/password-hash.js';
import { insertUser } from './new-user.js';

/**
 * An administrator of the regency, made by whoever runs the machine: the first one has nobody to be made by, and one who
 * lost his password may have nobody to ask.
 * @returns the temporary password, which must be changed at the first sign-in and is told this once
 * @throws DomainError INVALID_INPUT (422): taken or malformed user name
 */
export async function createAdministrator(database: Database, { username, name }: { username: string; name: string }): Promise<string> {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  await database.inScope('identity', jobActor(0, 'create-administrator'), async (tx) => {
    enterIdentity(tx);
    const id = await insertUser(tx, { username, name, mustChangePassword: true, memberships: [{ unitId: 0, role: ADMINISTRATOR }] }, passwordHash);
    auditIn(tx, 0, {}, { action: 'user.created', subjectType: 'user', subjectId: id, detail: { role: [null, ADMINISTRATOR] } });
  });
  return password;
}

const ADMINISTRATOR = 'regency-admin';
