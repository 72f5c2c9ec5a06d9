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

  it.each([
    [{ DATABASE_URL: undefined, PAMONG_STORE_DIR: '' }, 'DATABASE_URL is not set; PAMONG_STORE_DIR is not set: set them in the environment, as .env.example describes.'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must be a whole address, such as postgres://user:password@host:5432/name: set it in'],
    [{ PAMONG_JWT_SECRET: 'short' }, 'PAMONG_JWT_SECRET must be at least 32 characters long'],
    [{ PAMONG_QR_KEYS: 'abc' }, 'PAMONG_QR_KEYS must be keys as `1:` and 43 characters of base64url'],
    [{ PORT: 'x' }, 'PORT must be a whole number'],
    [{ DATABASE_POOL: '99' }, 'DATABASE_POOL must be at most 40'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error'],
    [{ PAMONG_JWT_SECRET_FILE: '/nowhere/secret' }, 'PAMONG_JWT_SECRET_FILE names the file /nowhere/secret, which cannot be read (ENOENT)'],
  ])('says of %p in one sentence what it should be', (wrong, words) => {
    expect(() => readEnv({ ...given, ...wrong })).toThrow(words);
  });

  it('reads a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'pamong-env-')), 'secret');
    writeFileSync(file, `${'y'.repeat(40)}\n`);
    expect(readEnv({ ...given, PAMONG_JWT_SECRET: undefined, PAMONG_JWT_SECRET_FILE: file }).PAMONG_JWT_SECRET).toBe('y'.repeat(40));
  });
});
