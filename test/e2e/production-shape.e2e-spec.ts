import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { freePort } from '../../apps/cli/demo/port.mjs';
import { type DatabaseUrls, freshDatabase } from '../support/database.js';

interface Service { command: string[]; environment: Record<string, string>; healthcheck: { test: string[] } }

/**
 * No container engine is needed: the commands, environments and health checks of docker-compose.yml are run as they
 * stand there, in a plain shell, on the built sources; only paths, ports and hosts differ.
 */
describe('the production shape', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pamong-production-'));
  const running = new Map<string, ChildProcess>();
  const ports: Record<string, number> = {};
  let fresh: { urls: DatabaseUrls; drop(): Promise<void> };
  let services: Record<string, Service> = {};

  const environment = (name: string): Record<string, string> => {
    const wanted = { ...services[name]?.environment, HOST: '127.0.0.1', PAMONG_ADMIN_DIR: join(process.cwd(), 'dist/apps/admin'), PATH: process.env['PATH'] ?? '' };
    return Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, String(ports[key] ?? value)]));
  };

  beforeAll(async () => {
    if (!existsSync('dist/apps/api/src/main.js')) throw new Error('Build first: npm run build');
    fresh = await freshDatabase();
    execFileSync('sh', ['docker/make-secrets.sh', directory]);
    for (const [role, url] of Object.entries(fresh.urls)) writeFileSync(join(directory, `${role}_url.here`), url);
    ports['PORT'] = await freePort(20_300);
    ports['PORTAL_PORT'] = await freePort(20_500);
    ports['WORKER_HEALTH_PORT'] = await freePort(20_700);
    const text = readFileSync('docker-compose.yml', 'utf8')
      .replace(/\/run\/secrets\/(\w+_url)/g, (_, name: string) => join(directory, name === 'redis_url' ? name : `${name}.here`))
      .replaceAll('/run/secrets', directory)
      .replaceAll('/var/lib/pamong/store', join(directory, 'store'))
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1');
    services = (parse(text, { merge: true }) as { services: Record<string, Service> }).services;
    // With a Redis at hand the queue lives there, as in production; else in Postgres.
    for (const service of Object.values(services)) {
      if (!service.environment?.['REDIS_URL_FILE']) continue;
      delete service.environment['REDIS_URL_FILE'];
      if (process.env['TEST_REDIS_URL']) service.environment['REDIS_URL'] = process.env['TEST_REDIS_URL'];
    }
  });

  afterAll(async () => {
    for (const child of running.values()) child.kill('SIGKILL');
    await fresh.drop();
  });

  it('migrates and provisions every village, and finds nothing to do the second time', () => {
    const migrate = (): string => execFileSync('sh', services['migrate']?.command.slice(1) ?? [], { env: environment('migrate'), encoding: 'utf8' });
    expect(migrate()).toContain('390 villages');
    expect(migrate()).toContain('up to date');
  }, 120_000);

  it.each(['api', 'worker', 'portal'])('starts the %s, whose health check then succeeds', async (name) => {
    const [program = '', ...parameters] = services[name]?.command ?? [];
    const child = spawn(program, parameters, { env: environment(name), stdio: ['ignore', 'pipe', 'inherit'] });
    running.set(name, child);
    child.stdout?.resume();
    const [, , script = '', port = ''] = services[name]?.healthcheck.test ?? [];
    const variable = { '3000': 'PORT', '3001': 'PORTAL_PORT', '3002': 'WORKER_HEALTH_PORT' }[port] ?? '';
    const healthy = (): boolean => {
      try {
        execFileSync('node', [script, String(ports[variable])]);
        return true;
      } catch {
        return false;
      }
    };
    for (const limit = Date.now() + 90_000; !healthy() && Date.now() < limit && child.exitCode === null; ) await sleep(200);
    expect(healthy()).toBe(true);
  }, 120_000);

  it('serves the admin with a policy that lets no foreign script in', async () => {
    const answer = await fetch(`http://127.0.0.1:${ports['PORT']}/`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
  });

  it('refuses demonstration data', () => {
    const seed = (): string => execFileSync('node', ['dist/apps/cli/src/main.js', 'seed-demo', '--users-file', join(directory, 'users')], { env: environment('migrate'), stdio: 'pipe', encoding: 'utf8' });
    expect(seed).toThrow(/production/);
  }, 60_000);

  it.each(['api', 'worker', 'portal'])('stops the %s in peace on SIGTERM', async (name) => {
    const child = running.get(name);
    const ended = new Promise((resolve) => child?.once('exit', (code, signal) => resolve(code ?? signal)));
    child?.kill('SIGTERM');
    expect([0, 'SIGTERM']).toContain(await ended);
  }, 30_000);
});
