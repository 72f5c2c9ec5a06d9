import { describe, expect, it } from '@jest/globals';
import { readEnv } from './env/env.js';
import { poolSizes } from './platform.module.js';

describe('database connections', () => {
  it('of api, portal and worker together stay below 60 with the shipped settings', () => {
    const env = readEnv({ DATABASE_URL: 'postgres://a:b@localhost/c', PAMONG_STORE_DIR: '/tmp', PAMONG_JWT_SECRET: 'x'.repeat(32), PAMONG_QR_KEYS: `1:${'a'.repeat(43)}` });
    const listener = 1;
    const limits = 2;
    const queueListens = 2;
    const total = (['api', 'portal', 'worker'] as const).map((app) => Object.values(poolSizes(app, env)).reduce((a, b) => a + b, listener)).reduce((a, b) => a + b, limits + queueListens);
    expect(total).toBeLessThanOrEqual(60);
  });
});
