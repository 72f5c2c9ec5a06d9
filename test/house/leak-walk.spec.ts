import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openApiDocument } from '../../apps/api/src/open-api.js';
import { probes } from '../support/leak-probes.js';
import { type Operation, operationsOf } from '../support/leak-routes.js';
import { gaps, nameOf, walk } from '../support/leak-walk.js';
import { type LeakWorld, openLeakWorld } from '../support/leak-world.js';

jest.setTimeout(120_000);

let world: LeakWorld;
let operations: Operation[];

beforeAll(async () => {
  world = await openLeakWorld();
  operations = operationsOf(openApiDocument(world.api.app));
});
afterAll(() => world.close());

const permissionOf = (route: string): string => {
  const found = operations.find(({ method, path }) => `${method} ${path.replace('/api/v1', '')}` === route);
  if (!found) throw new Error(`no route ${route}`);
  return found.permission;
};
const named = probes.map((probe) => [nameOf(probe), probe] as const);

describe('the leak walk', () => {
  it('knows how to build whatever a route takes that could name a record', () => {
    expect(gaps(operations, probes)).toEqual({ unbuilt: [], stale: [] });
  });

  it('notices a new route with an id, and a new field of an old one', () => {
    const extra: Operation[] = [
      { method: 'GET', path: '/api/v1/receipts/{code}', permission: 'letter.read', takes: ['path:code'] },
      { method: 'GET', path: '/api/v1/residents', permission: 'resident.read', takes: ['query:familyId'] },
    ];
    expect(gaps([...operations, ...extra], probes).unbuilt).toEqual(['GET /receipts/{code} path:code', 'GET /residents query:familyId']);
  });

  it.each(named)('%s is for the village that has it alone', async (_name, probe) => {
    expect(await walk(world, probe, permissionOf(probe.route))).toEqual([]);
  });

  it.each(named)('%s would be noticed if another village could ask for it', async (_name, probe) => {
    expect(await walk(world, probe, permissionOf(probe.route), world.first)).not.toEqual([]);
  });
});
