import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { openApiDocument } from '../../apps/api/src/open-api.js';
import { startApi, type TestApi } from '../support/api.js';
import { asOwner } from '../support/database.js';
import { Browser, cookieOf, password, signedIn, someName } from '../support/sign-in.js';
import { buildUnit, type BuiltUnit } from '../support/unit.js';

let api: TestApi;
let village: BuiltUnit;
let other: BuiltUnit;

const operator = (username: string, mustChangePassword = false) =>
  api.user({ username, name: 'Siti Aminah', password, mustChangePassword, memberships: [{ unitId: village.id, role: 'operator' }] });

beforeAll(async () => {
  api = await startApi();
  village = await buildUnit();
  other = await buildUnit('kelurahan');
});
afterEach(() => api.clock.follow(0));
afterAll(() => api.close());

describe('signing in', () => {
  it('answers a token and who it is, and keeps the refresh token where no script sees it', async () => {
    const username = someName();
    await operator(username);
    const browser = new Browser(api);
    const answer = await browser.signIn(username.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ expiresIn: 600, actor: { username, role: 'operator', roleName: 'Operator Desa', unit: { id: village.id, kind: 'desa', words: { head: 'Kepala Desa' } } } });
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(/^pamong_refresh=[\w-]{86}; Max-Age=\d+; Path=\/api\/v1\/sessions; HttpOnly; SameSite=Strict$/);
    const me = await browser.get('/me');
    expect(me.status).toBe(200);
    expect(me.body).toEqual(answer.body.actor);
    expect(await actions(village.id, answer.body.actor.id as string)).toContain('session.opened');
  });

  it('answers an unknown name, a wrong password, a closed account and one without a role alike', async () => {
    const [wrong, closed, roleless] = [someName(), someName(), someName()];
    for (const name of [wrong, closed, roleless]) await operator(name);
    await asOwner(`update users set active = false where username = $1`, [closed]);
    await asOwner(`update memberships set ended_at = now() where user_id = (select id from users where username = $1)`, [roleless]);
    const answers = [];
    for (const [name, secret] of [[someName(), 'salah salah salah'], [wrong, 'salah salah salah'], [closed, password], [roleless, password], ["' or 1=1 --", 'x']] as const) {
      answers.push(await new Browser(api).signIn(name, secret));
    }
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(answers[0]?.body).toMatchObject({ code: 'LOGIN_FAILED', detail: 'Nama pengguna atau kata sandi salah.' });
    // What no account can be called is no name at all, whoever asks.
    expect((await new Browser(api).signIn('operator\u0000', 'x')).status).toBe(422);
  });

  it('works as long for an unknown name as for a wrong password', async () => {
    const known = Array.from({ length: 8 }, () => someName());
    for (const name of known) await operator(name);
    const quickest = { known: Infinity, unknown: Infinity };
    const timed = async (kind: keyof typeof quickest, name: string): Promise<void> => {
      const start = performance.now();
      await new Browser(api).signIn(name, 'salah salah salah');
      quickest[kind] = Math.min(quickest[kind], performance.now() - start);
    };
    const ratio = (): number => quickest.unknown / quickest.known;
    // In turns, and more rounds while a busy machine still blurs it: the quickest of each only come nearer to the truth.
    // A known account is asked four times at most, before it would be locked.
    for (let round = 0; round < 4 && !(ratio() > 0.55 && ratio() < 1.8); round += 1) {
      for (const name of known) {
        await timed('known', name);
        await timed('unknown', someName());
      }
    }
    // argon2 takes about 28 ms; an answer without it would come in a quarter of the time.
    expect(ratio()).toBeGreaterThan(0.55);
    expect(ratio()).toBeLessThan(1.8);
  });
});

describe('the lock', () => {
  it('closes an account after five wrong passwords, also to the right one and to a fresh browser', async () => {
    const [username, neighbour] = [someName(), someName()];
    await operator(username);
    await operator(neighbour);
    for (let i = 0; i < 5; i += 1) expect((await new Browser(api).signIn(username, 'salah salah salah')).status).toBe(401);
    const refused = await new Browser(api).signIn(username);
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe('LOGIN_LOCKED');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(14 * 60);
    // The same address, another account: nobody else is locked out with it.
    expect((await new Browser(api).signIn(neighbour)).status).toBe(200);
  });

  it('closes a name that does not exist in the same way', async () => {
    const name = someName();
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await new Browser(api).signIn(name, 'salah')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('lets no more than five guesses through when they come all at once', async () => {
    const username = someName();
    await operator(username);
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Browser(api).signIn(username, 'salah salah salah')));
    expect(answers.filter((a) => a.status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every((a) => a.status === 401 || a.status === 429)).toBe(true);
  });

  it('forgets the wrong passwords of somebody who then knows the right one', async () => {
    const username = someName();
    await operator(username);
    for (const round of [1, 2]) {
      for (let i = 0; i < 4; i += 1) expect([round, (await new Browser(api).signIn(username, 'salah')).status]).toEqual([round, 401]);
      expect((await new Browser(api).signIn(username)).status).toBe(200);
    }
  });
});

describe('the refresh token', () => {
  it('is another one each time, and the session goes on', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    const first = browser.cookie;
    expect((await browser.refresh()).status).toBe(200);
    expect(browser.cookie).not.toBe(first);
    expect((await browser.refresh()).status).toBe(200);
    expect((await browser.get('/me')).status).toBe(200);
  });

  it('gives two tabs that refresh at once the same successor', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    const [one, two] = await Promise.all([browser.post('/sessions/refresh'), browser.post('/sessions/refresh')]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(cookieOf(one)).toBe(cookieOf(two));
    browser.cookie = cookieOf(one) ?? '';
    expect((await browser.refresh()).status).toBe(200);
  });

  it('used again later ends the session for both holders, and the trail says so', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    const stolen = browser.cookie;
    await browser.refresh();
    api.clock.follow(11_000);
    const thief = new Browser(api);
    thief.cookie = stolen;
    expect((await thief.refresh()).body.code).toBe('SESSION_REUSED');
    expect((await browser.get('/me')).body.code).toBe('SESSION_REVOKED');
    const refused = await browser.refresh();
    expect([refused.status, refused.body.code]).toEqual([401, 'SESSION_REUSED']);
    expect(await actions(village.id, browser.userId)).toContain('session.revoked');
  });

  it('that was invented ends nothing, even with the right session id in it', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    const real = Buffer.from(browser.cookie.split('=')[1] ?? '', 'base64url');
    const forger = new Browser(api);
    forger.cookie = `pamong_refresh=${Buffer.concat([real.subarray(0, 16), Buffer.alloc(48, 7)]).toString('base64url')}`;
    expect((await forger.refresh()).body.code).toBe('SESSION_EXPIRED');
    expect((await new Browser(api).refresh()).body.code).toBe('SESSION_EXPIRED');
    expect((await browser.refresh()).status).toBe(200);
  });

  it('ends with a night’s rest, an access token with ten minutes', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    api.clock.follow(11 * 60_000);
    expect((await browser.get('/me')).body.code).toBe('NOT_SIGNED_IN');
    api.clock.follow(13 * 3_600_000);
    expect((await browser.refresh()).body.code).toBe('SESSION_EXPIRED');
  });

  it('cannot be used by a page of another site', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    expect((await browser.post('/sessions/refresh').set('sec-fetch-site', 'cross-site')).status).toBe(403);
    expect((await browser.post('/sessions/refresh').set('origin', 'https://jahat.example')).status).toBe(403);
    expect((await browser.post('/sessions/refresh').set('sec-fetch-site', 'same-origin')).status).toBe(200);
  });
});

describe('an ended session', () => {
  it('is refused at the next request after signing out', async () => {
    const browser = await signedIn(api, 'operator', village.id);
    const answer = await browser.delete('/sessions/current');
    expect(answer.status).toBe(204);
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toMatch(/^pamong_refresh=;.*Path=\/api\/v1\/sessions/);
    expect((await browser.get('/me')).body.code).toBe('SESSION_REVOKED');
    expect((await browser.refresh()).body.code).toBe('SESSION_EXPIRED');
  });

  it('is refused by every route before anything else of the request is looked at', async () => {
    const browser = await signedIn(api, 'village-secretary', village.id);
    await asOwner(`update sessions set revoked_at = now() where user_id = $1`, [browser.userId]);
    const { paths } = openApiDocument(api.app);
    const walked: string[] = [];
    for (const [path, operations] of Object.entries(paths as Record<string, Record<string, { 'x-permission'?: string }>>)) {
      for (const [method, operation] of Object.entries(operations)) {
        if (operation['x-permission'] === 'public') continue;
        const address = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000');
        const answer = await browser.send(method as 'get', address);
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 401, 'SESSION_REVOKED']);
        walked.push(path);
      }
    }
    expect(walked.length).toBeGreaterThan(10);
  });
});

describe('a temporary password', () => {
  it('opens nothing but its own change', async () => {
    const username = someName();
    await operator(username, true);
    const browser = new Browser(api);
    await browser.signIn(username);
    expect(browser.actor?.mustChangePassword).toBe(true);
    expect((await browser.get('/me')).status).toBe(200);
    const refused = await browser.get('/tasks');
    expect([refused.status, refused.body.code]).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);

    const wrong = await browser.put('/me/password', { current: 'salah salah', next: 'sawah-hijau-7' });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'current']);
    const weak = await browser.put('/me/password', { current: password, next: 'password123' });
    expect([weak.status, weak.body.errors[0].code]).toEqual([422, 'TOO_COMMON']);

    const elsewhere = new Browser(api);
    await elsewhere.signIn(username);
    expect((await browser.put('/me/password', { current: password, next: 'sawah-hijau-7' })).status).toBe(204);
    expect((await browser.get('/tasks')).body.code).toBe('SESSION_OUTDATED');
    await browser.refresh();
    expect((await browser.get('/tasks')).status).toBe(200);
    expect((await elsewhere.get('/me')).body.code).toBe('SESSION_REVOKED');
    expect((await new Browser(api).signIn(username)).status).toBe(401);
  });
});

describe('the active village', () => {
  it('changes between the villages of one user, and the old token is refused', async () => {
    const username = someName();
    await api.user({ username, name: 'Siti', password, mustChangePassword: false, memberships: [{ unitId: village.id, role: 'operator' }, { unitId: other.id, role: 'village-head' }] });
    const browser = new Browser(api);
    await browser.signIn(username);
    const before = browser.token;
    const answer = await browser.enter(other.code);
    expect(answer.body.actor).toMatchObject({ role: 'village-head', roleName: 'Lurah', unit: { code: other.code } });
    expect((await browser.get('/me')).body.unit.code).toBe(other.code);
    browser.token = before;
    expect((await browser.get('/me')).body.code).toBe('SESSION_OUTDATED');
  });

  it('and the role in it change between the roles of one user, each with its own rights', async () => {
    const username = someName();
    await api.user({ username, name: 'Siti', password, mustChangePassword: false, memberships: [{ unitId: village.id, role: 'village-secretary' }, { unitId: village.id, role: 'operator' }, { unitId: other.id, role: 'operator' }] });
    const browser = new Browser(api);
    await browser.signIn(username);
    const [desk, clerk, elsewhere] = (browser.actor?.memberships ?? []).map(({ id }) => id);
    expect(browser.actor).toMatchObject({ role: 'village-secretary', membershipId: desk });
    const before = browser.token;
    expect((await browser.enter(village.code, undefined, clerk)).body.actor).toMatchObject({ role: 'operator', roleName: 'Operator Desa', membershipId: clerk, unit: { code: village.code } });
    expect((await browser.get('/users')).status).toBe(403);
    // Entering the unit one is in keeps the role; a renewed token keeps it too.
    expect((await browser.enter(village.code)).body.actor.role).toBe('operator');
    expect((await browser.refresh()).body.actor.role).toBe('operator');
    const now = browser.token;
    browser.token = before;
    expect((await browser.get('/users')).body.code).toBe('SESSION_OUTDATED');
    browser.token = now;
    // A membership says nothing about another unit than its own.
    for (const [unit, membership] of [[village.code, elsewhere], [other.code, desk], [village.code, uuidv7()]] as const) {
      expect((await browser.enter(unit, 'Keperluan apa saja', membership)).body.code).toBe('VILLAGE_OUT_OF_REACH');
    }
    await browser.enter(village.code, undefined, desk);
    expect((await browser.get('/users')).status).toBe(200);
    const trail = await browser.get('/audit-entries?action=session.village-entered');
    expect((trail.body.items as { userId: string }[]).filter(({ userId }) => userId === browser.actor?.id)).toMatchObject([
      { role: 'village-secretary', detail: { role: ['operator', 'village-secretary'] } },
      { role: 'operator', detail: null },
      { role: 'operator', detail: { role: ['village-secretary', 'operator'] } },
    ]);
  });

  it('is not entered by another one’s membership, nor by one that has ended', async () => {
    const clerk = await signedIn(api, 'operator', village.id);
    const stranger = await signedIn(api, 'operator', other.id);
    expect((await clerk.enter(other.code, undefined, stranger.actor?.memberships[0]?.id)).body.code).toBe('VILLAGE_OUT_OF_REACH');
    const secretary = await signedIn(api, 'village-secretary', village.id);
    const granted = await secretary.post(`/users/${clerk.userId}/memberships`, { role: 'treasurer' });
    const second = (granted.body.memberships as { id: string; role: string }[]).find(({ role }) => role === 'treasurer')?.id ?? '';
    await secretary.delete(`/users/${clerk.userId}/memberships/${second}`);
    await clerk.refresh();
    expect((await clerk.enter(village.code, undefined, second)).body.code).toBe('VILLAGE_OUT_OF_REACH');
  });

  it('is entered by a regency role only with a purpose, which the village can read', async () => {
    const admin = await signedIn(api, 'regency-admin', 0);
    const without = await admin.enter(village.code);
    expect([without.status, without.body.errors[0].field]).toEqual([422, 'purpose']);
    const answer = await admin.enter(village.code, 'Menelusuri laporan gangguan cetak');
    expect(answer.status).toBe(200);
    expect(admin.actor?.permissions).toEqual(['audit.read', 'region.read', 'setting.read', 'village.read']);
    expect((await admin.get('/users')).status).toBe(403);
    const trail = await admin.get('/audit-entries?action=session.village-entered');
    expect(trail.body.items[0]).toMatchObject({ userId: admin.userId, reason: 'Menelusuri laporan gangguan cetak' });
    expect((await admin.enter('35.07')).body.actor.unit.id).toBe(0);
    expect((await admin.get('/users')).status).toBe(200);
  });

  it('stays out of reach of other districts, of roles that visit none and of other villages', async () => {
    const far = await buildUnit('desa', '35.07.98');
    const head = await signedIn(api, 'district-head', 0, '35.07.99');
    expect((await head.enter(village.code, 'Pembinaan administrasi desa')).status).toBe(200);
    expect((await head.enter(far.code, 'Pembinaan administrasi desa')).body.code).toBe('VILLAGE_OUT_OF_REACH');
    const system = await signedIn(api, 'platform-admin', 0);
    expect((await system.enter(village.code, 'Pemeriksaan daftar pajak')).status).toBe(403);
    const tax = await signedIn(api, 'tax-office', 0);
    expect((await tax.enter(village.code, 'Pemeriksaan daftar pajak')).status).toBe(200);
    expect([(await tax.get('/bills')).status, (await tax.get('/ledger/trial-balance')).status, (await tax.get('/residents')).status, (await tax.get('/letters')).status]).toEqual([200, 200, 403, 403]);
    const clerk = await signedIn(api, 'operator', village.id);
    expect((await clerk.enter(other.code, 'Ingin melihat saja kok')).status).toBe(403);
    expect((await clerk.enter('35.07.99.9999')).status).toBe(404);
  });
});

async function actions(unitId: number, userId: string): Promise<string[]> {
  return (await asOwner<{ action: string }>('select action from audit_entries where village_id = $1 and user_id = $2', [unitId, userId])).map((row) => row.action);
}
