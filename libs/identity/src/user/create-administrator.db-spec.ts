import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { createAdministrator } from './create-administrator.js';

let app: OpenDatabase;

beforeAll(async () => {
  await buildVillage(); // and with it the regency
  app = await openDatabase('app');
});
afterAll(() => app.close());

describe('the first administrator of a regency', () => {
  it('is made with a password to be changed, one role at the regency and a trace', async () => {
    const password = await createAdministrator(app.database, { username: 'admin.kabupaten', name: 'Siti Aminah' });
    expect(password.length).toBeGreaterThanOrEqual(8);
    const users = await asOwner(
      `select u.must_change_password as change, u.password_hash like '%' || $2 || '%' as plain, m.unit_id as unit, m.role, a.action
         from users u join memberships m on m.user_id = u.id join audit_entries a on a.village_id = 0 and a.subject_id = u.id::text where u.username = $1`,
      ['admin.kabupaten', password],
    );
    expect(users).toEqual([{ change: true, plain: false, unit: 0, role: 'regency-admin', action: 'user.created' }]);
  });

  it('is refused a name that is taken or malformed, and nothing is left behind', async () => {
    await expect(createAdministrator(app.database, { username: 'admin.kabupaten', name: 'Lain' })).rejects.toMatchObject({ code: 'INVALID_INPUT', errors: [{ field: 'username' }] });
    await expect(createAdministrator(app.database, { username: 'A B', name: 'Lain' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await asOwner(`select count(*)::int as n from users where name = 'Lain'`)).toEqual([{ n: 0 }]);
  });
});
