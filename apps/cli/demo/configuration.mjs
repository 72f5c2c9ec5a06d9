import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, privateDirectory } from './data-directory.mjs';
import { freePort } from './port.mjs';
import { ROLE_VARIABLES } from './postgres.mjs';

/**
 * The environment the applications get. Secrets are made once per data directory and handed over as files, the way
 * production does it: an environment can be read in /proc and ends up in crash reports.
 *
 * @param {{ port: number, directory: string }} options
 * @param {Record<string, string>} urls database URLs by role
 * @returns {Promise<Record<string, string>>}
 */
export async function configuration({ port, directory }, urls) {
  const secrets = privateDirectory(directory, 'secrets');
  const health = await freePort(port + 2);
  return {
    ...process.env,
    ...Object.fromEntries(Object.entries(ROLE_VARIABLES).map(([role, variable]) => [variable, urls[role]])),
    NODE_ENV: process.env.NODE_ENV || 'development',
    PORT: String(port),
    PORTAL_PORT: String(port + 1),
    WORKER_HEALTH_PORT: String(health),
    PAMONG_PUBLIC_URL: process.env.PAMONG_PUBLIC_URL || `http://localhost:${port + 1}`,
    PAMONG_STORE_DIR: privateDirectory(directory, 'store'),
    PAMONG_ADMIN_DIR: join(CHECKOUT, 'dist/apps/admin'),
    PAMONG_JWT_SECRET_FILE: secret(secrets, 'jwt-secret', () => randomBytes(48).toString('base64url')),
    PAMONG_QR_KEYS_FILE: secret(secrets, 'qr-keys', () => `1:${randomBytes(32).toString('base64url')}`),
  };
}

function secret(directory, name, make) {
  const file = join(directory, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return file;
}
