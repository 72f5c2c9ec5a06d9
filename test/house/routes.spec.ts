import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../../apps/api/src/open-api.js';
import { startApi, type TestApi } from '../support/api.js';
import { operationsOf } from '../support/leak-routes.js';
import { differences } from './kept.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('the routes', () => {
  it('ask for the permissions that test/house/routes.txt says (PAMONG_KEEP=1 writes it anew)', () => {
    const lines = operationsOf(openApiDocument(api.app)).map(({ method, path, permission }) => `${method.padEnd(6)} ${path.padEnd(52)} ${permission}\n`);
    expect(differences('test/house/routes.txt', lines.join(''))).toEqual([]);
  });

  it('all say who may use them', () => {
    expect(operationsOf(openApiDocument(api.app)).filter(({ permission }) => permission === 'UNDECLARED')).toEqual([]);
  });
});
