import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.js';
import { Browser, signedIn, someName } from '../support/sign-in.js';
import { buildUnit, type BuiltUnit } from '../support/unit.js';

let api: TestApi;
let village: BuiltUnit;
let other: BuiltUnit;
let secretary: Awaited<ReturnType<typeof signedIn>>;
let admin: Awaited<ReturnType<typeof signedIn>>;

beforeAll(async () => {
  api = await startApi();
  village = await buildUnit();
  other = await buildUnit('kelurahan');
  secretary = await signedIn(api, 'village-secretary', village.id);
  admin = await signedIn(api, 'regency-admin', 0);
});
afterAll(() => api.close());

describe('accounts', () => {
  it('are made with a temporary password that is shown once and must be changed', async () => {
    const username = someName();
    const made = await secretary.post('/users', { name: 'Budi Santoso', username, role: 'operator' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ username, role: 'operator', roleName: 'Operator Desa', unit: { code: village.code }, active: true, mustChangePassword: true, actions: expect.arrayContaining(['reset-password']) });
    const browser = new Browser(api);
    await browser.signIn(username, made.body.temporaryPassword as string);
    expect(browser.actor?.mustChangePassword).toBe(true);
    const twice = await secretary.post('/users', { name: 'Budi', username, role: 'operator' });
    expect([twice.status, twice.body.errors[0].code]).toEqual([422, 'USERNAME_TAKEN']);
  });

  it('of one village are not there for the other', async () => {
    const stranger = await signedIn(api, 'operator', other.id);
    const list = await secretary.get('/users?limit=100');
    expect(list.status).toBe(200);
    const units = new Set((list.body.items as { unit: { code: string } }[]).map((user) => user.unit.code));
    expect([...units]).toEqual([village.code]);
    for (const answer of [
      await secretary.patch(`/users/${stranger.userId}`, { active: false }),
      await secretary.post(`/users/${stranger.userId}/password-reset`),
      await secretary.post(`/users/${stranger.userId}/memberships`, { role: 'operator' }),
      await secretary.delete(`/users/${stranger.userId}/memberships/${stranger.actor?.memberships[0]?.id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    }
    expect((await stranger.get('/me')).status).toBe(200);
  });

  it('give a secretary no way to the head’s rights', async () => {
    const head = await signedIn(api, 'village-head', village.id);
    for (const answer of [
      await secretary.post(`/users/${head.userId}/password-reset`),
      await secretary.post('/users', { name: 'Kepala Baru', username: someName(), role: 'village-head' }),
      await secretary.post('/users', { name: 'Orang Lain', username: someName(), role: 'operator', village: other.code }),
      await secretary.post('/users', { name: 'Admin Baru', username: someName(), role: 'regency-admin', village: '35.07' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'USER_OUT_OF_REACH']);
    }
    const own = await secretary.post(`/users/${secretary.userId}/memberships`, { role: 'operator' });
    expect([own.status, own.body.code]).toEqual([409, 'OWN_ACCOUNT']);
  });

  it('are closed to roles without the permission, whoever they ask for', async () => {
    const clerk = await signedIn(api, 'operator', village.id);
    expect((await clerk.get('/users')).body.code).toBe('NOT_ALLOWED');
    expect((await clerk.post('/users/01900000-0000-7000-8000-000000000000/password-reset')).status).toBe(403);
  });

  it('of every village are looked after by the regency, page by page', async () => {
    const username = someName('lurah');
    const made = await admin.post('/users', { name: 'Lurah Baru', username, role: 'village-head', village: other.code });
    expect(made.body).toMatchObject({ roleName: 'Lurah', unit: { code: other.code, kind: 'kelurahan' } });
    const camat = await admin.post('/users', { name: 'Camat Baru', username: someName('camat'), role: 'district-head' });
    expect([camat.status, camat.body.errors[0].field]).toEqual([422, 'district']);
    const first = await admin.get('/users?limit=1');
    const second = await admin.get(`/users?limit=1&after=${first.body.next as string}`);
    expect(second.body.items[0].username > first.body.items[0].username).toBe(true);
    const found = await admin.get(`/users?village=${other.code}&search=${username}`);
    expect(found.body.items).toHaveLength(1);
  });
});

describe('changed rights', () => {
  it('are in force at the next request', async () => {
    const clerk = await signedIn(api, 'operator', village.id);
    const granted = await secretary.post(`/users/${clerk.userId}/memberships`, { role: 'collector' });
    expect(granted.status).toBe(201);
    expect((await clerk.get('/me')).body.code).toBe('SESSION_OUTDATED');
    await clerk.refresh();
    expect(clerk.actor?.memberships.map((m) => m.role)).toEqual(['operator', 'collector']);

    const first = clerk.actor?.memberships[0]?.id ?? '';
    expect((await secretary.delete(`/users/${clerk.userId}/memberships/${first}`)).status).toBe(204);
    expect((await clerk.get('/me')).body.code).toBe('SESSION_REVOKED');
    expect((await clerk.refresh()).body.code).toBe('SESSION_EXPIRED');
    await clerk.signIn(clerk.username);
    expect(clerk.actor?.role).toBe('collector');
  });

  it.each([
    ['closed', (id: string) => secretary.patch(`/users/${id}`, { active: false })],
    ['reset', (id: string) => secretary.post(`/users/${id}/password-reset`)],
  ])('end the sessions of an account that is %s', async (_how, act) => {
    const clerk = await signedIn(api, 'operator', village.id);
    expect((await act(clerk.userId)).status).toBe(200);
    expect((await clerk.get('/me')).body.code).toBe('SESSION_REVOKED');
    expect((await clerk.refresh()).status).toBe(401);
    expect((await new Browser(api).signIn(clerk.username)).status).toBe(401);
    const trail = await secretary.get(`/audit-entries?subject=${clerk.userId}`);
    expect(trail.body.items[0]).toMatchObject({ subjectType: 'user', userId: secretary.userId });
  });
});
