import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isPortFree } from '../../apps/cli/demo/port.mjs';

/**
 * A Redis for the contract suites of the queue and the rate limits, kept in memory: the one TEST_REDIS_URL names, else
 * a Valkey or Redis of this machine.
 *
 * @returns {Promise<{ url: string, origin: string } | null>} null when there is none; then only the Postgres half runs
 */
export async function bringUpRedis(keeper, temporary) {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, origin: 'TEST_REDIS_URL' };
  const program = onPath(['valkey-server', 'redis-server']);
  if (!program) return null;
  const port = await freePort(16_379);
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', mkdtempSync(join(temporary, 'redis-')), '--maxmemory-policy', 'noeviction'];
  const child = spawn(program, settings, { detached: true, stdio: 'ignore' });
  keeper.watch(child.pid);
  child.unref();
  for (const limit = Date.now() + 10_000; await isPortFree(port); await sleep(50)) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`${program} did not start`);
  }
  return { url: `redis://127.0.0.1:${port}`, origin: program };
}

/** The first of these programs that the PATH has. */
export function onPath(names) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file)) ?? null;
}
