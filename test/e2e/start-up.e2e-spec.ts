import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/built-process.js';

interface End { code: number | string | null; stderr: string }

/** Starts a built process in surroundings that are wrong. @returns how it ended and what it said */
const started = (app: string, wrong: Record<string, string>, args: string[] = []): Promise<End> =>
  new Promise((end) => {
    execFile(process.execPath, [`dist/apps/${app}/src/main.js`, ...args], { env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'error', HOST: '127.0.0.1', ...wrong }, timeout: 30_000 }, (error, _stdout, stderr) => end({ code: error?.code ?? 0, stderr }));
  });

const processes = [['api', 'PORT', []], ['worker', 'WORKER_HEALTH_PORT', []], ['portal', 'PORTAL_PORT', []], ['cli', '', ['migrate']]] as const;

/** One sentence on one line, and no stack. */
function expectSentence({ code, stderr }: End, words: string): void {
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\n\s+at |ECONNREFUSED|EADDRINUSE/);
  expect(code).toBe(1);
}

describe.each(processes)('the built %s', (app, port, args) => {
  it('says which variable is not set', async () => {
    expectSentence(await started(app, { DATABASE_URL: '', DATABASE_OWNER_URL: '' }, [...args]), `DATABASE_${app === 'cli' ? 'OWNER_' : ''}URL is not set`);
  });

  it('says that nothing answers at the address of the database', async () => {
    const away = await freePort();
    const url = `postgres://pamong_app:secret@127.0.0.1:${away}/pamong`;
    const end = await started(app, { DATABASE_URL: url, DATABASE_WORKER_URL: url, DATABASE_PORTAL_URL: url, DATABASE_OWNER_URL: url, ...(port && { [port]: String(await freePort()) }) }, [...args]);
    expectSentence(end, `The database at 127.0.0.1:${away} cannot be reached`);
    expect(end.stderr).not.toContain('secret');
  });

  if (!port) return;
  it('says which port is taken, of its own and of its metrics', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const taken = String((holder.address() as AddressInfo).port);
    try {
      expectSentence(await started(app, { [port]: taken }), `is taken by another program: stop that one, or choose another port in ${port}.`);
      expectSentence(await started(app, { [port]: String(await freePort()), METRICS_PORT: taken }), 'choose another port in METRICS_PORT.');
    } finally {
      holder.close();
    }
  });
});
