import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, Authenticator, Database, Env, jobActor, makeLogger, PlatformModule, readEnv } from '#platform';
import { asOwner, connectedAs } from '../../../../test/support/database.js';
import { buildUnit } from '../../../../test/support/unit.js';
import { IdentityModule } from '../identity.module.js';
import { createUser, type NewMembership } from '../user/new-user.js';
import { SignIn } from './sign-in.js';

let app: INestApplicationContext;
let database: Database;
let here: number;
let there: number;

const password = 'kopi tubruk pagi';
const inIdentity = <T>(work: Parameters<Database['inScope']>[2]): Promise<T> => database.inScope('identity', jobActor(0, 'spec'), work) as Promise<T>;
const newUser = (...memberships: NewMembership[]): Promise<string> =>
  inIdentity((tx) => createUser(tx, { username: `u${uuidv7().slice(-12)}`, name: 'Siti', password, mustChangePassword: false, memberships }));

async function staff(): Promise<Actor> {
  const userId = await newUser({ unitId: here, role: 'operator' });
  const [user] = await asOwner<{ username: string }>('select username from users where id = $1', [userId]);
  const { answer } = await app.get(SignIn).run({ username: user?.username ?? '', password }, '10.0.0.1');
  const request = { headers: { authorization: `Bearer ${answer.accessToken}` }, id: 'spec' };
  return (await app.get(Authenticator).authenticate(request as never)).actor;
}

beforeAll(async () => {
  const env = new Env(readEnv());
  const module = await Test.createTestingModule({ imports: [PlatformModule.forApp('api', env, makeLogger('silent', 'spec')), IdentityModule] }).compile();
  app = await module.init();
  database = app.get(Database);
  here = (await buildUnit()).id;
  there = (await buildUnit()).id;
});
afterAll(() => app.close());

describe('a session in the database', () => {
  it('opens its own village and is refused for another, whatever the token claims', async () => {
    const actor = await staff();
    await expect(database.readVillage(actor, { name: 'spec-one', text: 'select 1', values: [] })).resolves.toHaveLength(1);
    await expect(database.readVillageAll({ ...actor, unitId: there }, [])).rejects.toMatchObject({ code: 'SESSION_OUTDATED', status: 401 });
    await expect(database.inVillage({ ...actor, sessionVersion: 2 }, async () => 1)).rejects.toMatchObject({ code: 'SESSION_OUTDATED' });
    await expect(database.inVillage({ ...actor, sessionId: uuidv7() }, async () => 1)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });

  it('is refused in reads and in writes as soon as it is revoked', async () => {
    const actor = await staff();
    await asOwner('update sessions set revoked_at = now() where id = $1', [actor.sessionId]);
    await expect(database.readVillageAll(actor, [])).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
    await expect(database.inVillage(actor, async () => 1)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
    await expect(app.get(Authenticator).assertSession(actor)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });
});

describe('the identity tables', () => {
  it.each(['users', 'memberships', 'sessions'])('hide %s from the app role without the scope, in a village too', async (table) => {
    await staff();
    const rows = await connectedAs('app', async (client) => {
      await client.query(`begin; set local app.village_id = '${here}'`);
      return (await client.query(`select 1 from ${table}`)).rowCount;
    });
    expect(rows).toBe(0);
  });

  it('give worker and portal nothing, with or without the scope', async () => {
    for (const role of ['worker', 'portal'] as const) {
      await connectedAs(role, async (client) => {
        await client.query(`set app.scope = 'identity'`);
        await expect(client.query('select 1 from users')).rejects.toMatchObject({ code: '42501' });
        await expect(client.query('select 1 from rate_limits')).rejects.toMatchObject({ code: '42501' });
      });
    }
  });
});

describe('a new user', () => {
  it.each([
    ['a village role at the office', (): NewMembership => ({ unitId: 0, role: 'operator' }), 'ROLE_OF_OTHER_UNIT'],
    ['an office role in a village', (): NewMembership => ({ unitId: here, role: 'tax-office' }), 'ROLE_OF_OTHER_UNIT'],
    ['a district role without its district', (): NewMembership => ({ unitId: 0, role: 'district-head' }), 'DISTRICT_REQUIRED'],
    ['a role nobody knows', (): NewMembership => ({ unitId: here, role: 'superuser' }), 'UNKNOWN_ROLE'],
  ])('is refused with %s', async (_case, membership, code) => {
    await expect(newUser(membership())).rejects.toMatchObject({ status: 422, errors: [{ code }] });
  });

  it('leaves nothing behind when its second role is refused', async () => {
    const before = await asOwner('select id from users');
    await expect(newUser({ unitId: here, role: 'operator' }, { unitId: here, role: 'operator' })).rejects.toMatchObject({ errors: [{ code: 'ROLE_HELD_ALREADY' }] });
    expect(await asOwner('select id from users')).toHaveLength(before.length);
  });
});
