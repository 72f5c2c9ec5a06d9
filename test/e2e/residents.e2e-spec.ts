import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type TestApi, startApi } from '../support/api.js';
import { buildVillage } from '../support/database-of.js';
import { buildResident, type BuiltResident } from '../support/resident.js';
import { Browser, signedIn } from '../support/sign-in.js';

let api: TestApi;
let operator: Browser;
let stranger: Browser;
let collector: Browser;
let siti: BuiltResident;

beforeAll(async () => {
  api = await startApi();
  const { unitId: first } = await buildVillage();
  const { unitId: second } = await buildVillage();
  siti = await buildResident(first, { name: 'Siti Aminah', familyPosition: 1 });
  [operator, stranger, collector] = await Promise.all([signedIn(api, 'operator', first), signedIn(api, 'operator', second), signedIn(api, 'collector', first)]);
});

afterAll(() => api.close());

const routes = (): [string, string, object?][] => [
  ['get', `/residents/${siti.id}`],
  ['post', `/residents/${siti.id}/reveal`, { reason: 'Mencocokkan KTP' }],
  ['get', `/families/${siti.familyId}`],
  ['post', '/population-events', { type: 'correction', residentId: siti.id, reportedOn: api.clock.today(), changes: { birthPlace: `KOTA ${Math.random().toString(36).slice(2, 6).toUpperCase()}` } }],
];
const ask = (browser: Browser, [method, path, body]: [string, string, object?]) => (method === 'get' ? browser.get(path) : browser.post(path, body));

describe('residents through the API', () => {
  it('answer their own village and nobody else: 2xx, 404 for another village, 403 for a role without the right, 401 without a session', async () => {
    for (const route of routes()) {
      expect((await ask(operator, route)).status).toBeLessThan(300);
      expect((await ask(stranger, route)).status).toBe(404);
      expect((await ask(collector, route)).status).toBe(403);
      expect((await ask(new Browser(api), route)).status).toBe(401);
    }
    for (const path of ['/residents', '/residents/count', '/residents/problems', '/families']) {
      expect((await operator.get(path)).status).toBe(200);
      expect((await collector.get(path)).status).toBe(403);
      expect((await new Browser(api).get(path)).status).toBe(401);
    }
    expect((await stranger.get('/residents')).body).toEqual({ items: [], next: null });
  });

  it('list, count and search with numbers from the query string', async () => {
    const list = await operator.get('/residents?search=ami&sex=P&status=alive&ageFrom=0&ageTo=150&limit=1');
    expect(list.body).toMatchObject({ items: [{ id: siti.id, name: 'Siti Aminah', nikMasked: `${siti.nik.slice(0, 6)}******${siti.nik.slice(12)}` }], next: null });
    expect((await operator.get('/residents/count?search=ami')).body).toEqual({ count: 1, capped: false });
    expect((await operator.get(`/families?search=${siti.familyNumber}&headless=false`)).body.items).toHaveLength(1);
  });

  it.each([
    ['/residents?sex=X', 'sex'],
    ['/residents?ageFrom=abc', 'ageFrom'],
    ['/residents?area=krajan', 'area'],
    ['/residents?status=hidup', 'status'],
    ['/residents?limit=1000', 'limit'],
    ['/residents?village=1', 'village'],
    ['/families?headless=ya', 'headless'],
  ])('refuse %s, naming the field', async (path, field) => {
    const answer = await operator.get(path);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([422, 'INVALID_INPUT', field]);
  });

  it('reveal only with a reason of five letters', async () => {
    expect((await operator.post(`/residents/${siti.id}/reveal`, { reason: ' apa  ' })).body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field: 'reason' }] });
    expect((await operator.post(`/residents/${siti.id}/reveal`, { reason: 'Mencocokkan KTP' })).body).toMatchObject({ nik: siti.nik, familyNumber: siti.familyNumber });
  });

  it('say 404 for a person who does not exist and refuse an event they do not know', async () => {
    expect((await operator.get(`/residents/${uuidv7()}`)).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const answer = await operator.post('/population-events', { type: 'death', residentId: siti.id, reportedOn: api.clock.today(), changes: {} });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'type']);
  });
});
