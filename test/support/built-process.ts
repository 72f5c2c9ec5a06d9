import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

/** A built application as a process of its own on this test worker's database, as it runs in production. */
export interface BuiltProcess {
  readonly address: string;
  /** The signal that ended it, or null when it left by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  stop(): Promise<void>;
}

type AppName = 'api' | 'worker' | 'portal';

const PORT_OF: Record<AppName, string> = { api: 'PORT', worker: 'WORKER_HEALTH_PORT', portal: 'PORTAL_PORT' };

/** @throws Error with the end of its log when it is not ready within a minute */
export async function startBuilt(app: AppName, variables: Record<string, string> = {}): Promise<BuiltProcess> {
  const port = await freePort();
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', LOG_LEVEL: 'error', HOST: '127.0.0.1', PAMONG_ADMIN_DIR: resolve('dist/apps/admin'), ...variables, [PORT_OF[app]]: String(port) };
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<NodeJS.Signals | null>((end) => child.once('exit', (_code, signal) => end(signal)));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (log = (log + piece.toString()).slice(-4_000)));
  const address = `http://127.0.0.1:${port}`;
  for (const limit = Date.now() + 60_000; ; ) {
    const ready = await fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false);
    // A process told to kill itself may have found its work before it was asked.
    if (ready || child.signalCode !== null) break;
    if (Date.now() > limit || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new Error(`the built ${app} did not start:\n${log}`);
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  return { address, ended, stop: () => stopped(child, ended) };
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => found(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
