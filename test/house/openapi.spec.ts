import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { declaredPermissions, openApiDocument } from '../../apps/api/src/open-api.js';
import { startApi, type TestApi } from '../support/api.js';
import { operationsOf } from '../support/leak-routes.js';
import { differences } from './kept.js';

let api: TestApi;
let document: OpenAPIObject;

beforeAll(async () => {
  api = await startApi();
  document = openApiDocument(api.app);
});
afterAll(() => api.close());

describe('the OpenAPI document', () => {
  it('is the one in docs/openapi.json (PAMONG_KEEP=1 writes it anew)', () => {
    expect(differences('docs/openapi.json', `${JSON.stringify(document, null, 1)}\n`)).toEqual([]);
  });

  it('hides no route', () => {
    expect(operationsOf(document).length).toBe(declaredPermissions(api.app).size);
  });

  it('gives every route an answer and every operation a name of its own', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path as Record<string, { operationId: string; responses: object }>));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(operations.filter(({ responses }) => Object.keys(responses).length === 0).map(({ operationId }) => operationId)).toEqual([]);
  });
});
