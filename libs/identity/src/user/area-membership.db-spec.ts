import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#platform';
import { asOwner } from '../../../../test/support/database.js';
import { buildVillage, openDatabase, type OpenDatabase } from '../../../../test/support/database-of.js';
import { buildArea } from '../../../../test/support/resident.js';
import { staffAt } from '../../../../test/support/staff.js';
import { EndMembership } from './end-membership.js';
import { GrantMembership } from './grant-membership.js';

let app: OpenDatabase;
let village: number;
let elsewhere: number;
let secretary: Actor;
let hamlet: string;
let foreign: string;

beforeAll(async () => {
  app = await openDatabase('app');
  [{ unitId: village }, { unitId: elsewhere }] = [await buildVillage(), await buildVillage()];
  secretary = await staffAt(village, 'village-secretary');
  [{ hamletId: hamlet }, { hamletId: foreign }] = [await buildArea(village, 'KRAJAN'), await buildArea(elsewhere, 'SUMBER')];
});

afterAll(() => app.close());

describe('a role in an area', () => {
  it('lies in an area of its own village, by the verb and by the database', async () => {
    const userId = (await staffAt(village, 'village-officer')).userId ?? '';
    const grant = (area: string) => new GrantMembership(app.database).run(secretary, userId, { role: 'hamlet-head', area });
    for (const area of [foreign, uuidv7()]) await expect(grant(area)).rejects.toMatchObject({ status: 422, errors: [{ field: 'area', code: 'AREA_UNKNOWN' }] });
    await expect(asOwner('update memberships set area_id = $2 where user_id = $1', [userId, foreign])).rejects.toMatchObject({ code: '23503', constraint: 'memberships_area' });
    expect((await grant(hamlet)).memberships.map(({ role }) => role)).toEqual(['village-officer', 'hamlet-head']);
  });

  it('lets the area go when it ends, and the trail says which it was', async () => {
    const userId = (await staffAt(village, 'neighbourhood-head', hamlet)).userId ?? '';
    const [held] = await asOwner<{ id: string }>('select id from memberships where user_id = $1', [userId]);
    await new EndMembership(app.database).run(secretary, userId, held?.id ?? '');
    expect(await asOwner('select area_id, ended_at is not null as ended from memberships where user_id = $1', [userId])).toEqual([{ area_id: null, ended: true }]);
    expect(await asOwner(`select detail from audit_entries where village_id = $1 and subject_id = $2 and action = 'user.role-ended'`, [village, userId])).toEqual([
      { detail: { role: ['neighbourhood-head', null], area: [hamlet, null] } },
    ]);
  });
});
