import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

/** The built API as a process of its own on this worker's database, serving the built admin as in production. */
export interface BuiltApi {
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws Error with the end of its log when it is not ready within 30 s */
export async function startBuiltApi(): Promise<BuiltApi> {
  const port = await freePort();
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', LOG_LEVEL: 'error', PORT: String(port), HOST: '127.0.0.1', PAMONG_ADMIN_DIR: resolve('dist/apps/admin') };
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (log = (log + piece.toString()).slice(-4_000)));
  const address = `http://127.0.0.1:${port}`;
  for (const limit = Date.now() + 30_000; ; ) {
    const ready = await fetch(`${address}/health/ready`).then((answer) => answer.ok, () => false);
    if (ready) break;
    if (Date.now() > limit || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new Error(`the built API did not start:\n${log}`);
    }
    await new Promise((again) => setTimeout(again, 100));
  }
  return { address, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => found(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
