import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { staffAt } from '../../../../test/support/staff.js';
import { listUserNames } from './user.queries.js';

let app: OpenDatabase;

beforeAll(async () => {
  app = await openDatabase('app');
});

afterAll(() => app.close());

describe('the names of who holds a role', () => {
  it('are those of this village who may sign in and still hold it', async () => {
    const [here, elsewhere] = [await buildVillage(), await buildVillage()];
    const treasurer = await staffAt(here.unitId, 'treasurer');
    const [kept, closed, ended] = [await staffAt(here.unitId, 'collector'), await staffAt(here.unitId, 'collector'), await staffAt(here.unitId, 'collector')];
    await staffAt(elsewhere.unitId, 'collector');
    await asOwner('update users set active = false where id = $1', [closed.userId]);
    await asOwner('update memberships set ended_at = now() where user_id = $1', [ended.userId]);

    const names = await listUserNames(app.database, treasurer, 'collector');
    expect(names).toEqual([{ id: kept.userId, name: 'Pengguna collector', username: expect.stringMatching(/^collector\./) }]);
    expect(await listUserNames(app.database, treasurer, 'operator')).toEqual([]);
  });
});
