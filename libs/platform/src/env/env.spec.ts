import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envNames, readEnv } from './env.js';

const given = {
  DATABASE_URL: 'postgres://a:b@localhost/c',
  PAMONG_STORE_DIR: '/tmp/store',
  PAMONG_JWT_SECRET: 'x'.repeat(32),
  PAMONG_QR_KEYS: `1:${'a'.repeat(43)}`,
};

describe('the environment', () => {
  it('is documented in .env.example, name by name', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((line) => line[1]);
    expect(documented.toSorted()).toEqual(envNames.toSorted());
  });

  it('fills in defaults and turns numbers into numbers', () => {
    expect(readEnv({ ...given, PORT: '8080' })).toMatchObject({ PORT: 8080, PORTAL_PORT: 3001, NODE_ENV: 'development' });
  });

  it('names everything that is wrong, and no value', () => {
    expect(() => readEnv({ ...given, DATABASE_URL: 'secret-nonsense', PAMONG_JWT_SECRET: 'short', PORT: 'x' })).toThrow(/DATABASE_URL[^]*PAMONG_JWT_SECRET[^]*PORT/);
    expect(() => readEnv({ ...given, DATABASE_URL: 'secret-nonsense' })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret-nonsense') }));
  });

  it('reads a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'pamong-env-')), 'secret');
    writeFileSync(file, `${'y'.repeat(40)}\n`);
    expect(readEnv({ ...given, PAMONG_JWT_SECRET: undefined, PAMONG_JWT_SECRET_FILE: file }).PAMONG_JWT_SECRET).toBe('y'.repeat(40));
  });
});
