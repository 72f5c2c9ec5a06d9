import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { startApi, type TestApi } from '../support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (path: string) => request(api.server).get(path);

it('publishes OpenAPI 3.1 with a permission on every operation', async () => {
  const { body } = await get('/api/openapi.json');
  expect(body.openapi).toMatch(/^3\.1/);
  const operations = Object.values(body.paths as Record<string, Record<string, { operationId: string; 'x-permission'?: string }>>).flatMap((path) => Object.values(path));
  expect(operations.filter((operation) => !operation['x-permission']).map((operation) => operation.operationId)).toEqual([]);
  expect(operations.length).toBeGreaterThan(15);
});

it('shows the documentation without any inline script', async () => {
  const page = await get('/api/docs');
  expect(page.text).toContain('/api/docs/start.js');
  expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
  for (const file of ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js']) expect((await get(`/api/docs/${file}`)).status).toBe(200);
});

it('sends its security headers with every answer, refusals included', async () => {
  for (const path of ['/health/live', '/api/docs', '/api/v1/me', '/api/v1/nowhere', '/api/v1/%zz']) {
    const { headers } = await get(path);
    expect([path, headers['content-security-policy']]).toEqual([path, expect.stringContaining("default-src 'none'")]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  }
});

it('answers what it refuses as problem+json', async () => {
  for (const [path, status, code] of [['/api/v1/nowhere', 404, 'NOT_FOUND'], ['/nowhere', 404, 'NOT_FOUND'], ['/api/v1/me', 401, 'NOT_SIGNED_IN'], ['/api/v1/%zz', 400, 'BAD_REQUEST']] as const) {
    const answer = await get(path);
    expect([path, answer.status, answer.headers['content-type'], JSON.parse(answer.text).code]).toEqual([path, status, 'application/problem+json; charset=utf-8', code]);
  }
  const malformed = await request(api.server).post('/api/v1/sessions').set('content-type', 'application/json').send('{');
  expect([malformed.status, malformed.body.code]).toEqual([400, 'BAD_REQUEST']);
  const unknown = await request(api.server).post('/api/v1/sessions').send({ username: 'x', password: 'y', unit: 7 });
  expect([unknown.status, unknown.body.errors]).toEqual([422, [expect.objectContaining({ field: 'unit', code: 'UNKNOWN_FIELD' })]]);
});

it('believes a forged forwarding header only from a trusted proxy', async () => {
  const answer = await get('/health/live').set('x-request-id', 'chosen-by-the-client');
  expect(answer.headers['x-request-id']).not.toBe('chosen-by-the-client');
});
