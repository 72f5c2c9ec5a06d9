import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stopCluster } from './cluster.mjs';
import { ended, isAlive, signal } from './living-process.mjs';
import { withLock } from './lock.mjs';

/**
 * A small process of its own that ends everything another process has started, also when that one is killed and can
 * clean up nothing. It stands in its own process group (Ctrl-C passes it by) and waits for the end of its standard
 * input: an orderly stop closes it, a crash closes it too. So there is one way to stop, and it is always walked.
 *
 * Several holders may share a cluster (two test runs at once); the last one to leave stops it.
 */
export function startKeeper() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
  child.stdin.on('error', () => {}); // it was killed: nothing left to tell it
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const tell = (message) => child.stdin.write(`${JSON.stringify(message)}\n`);
  child.unref();
  child.stdin.unref?.();
  return {
    pid: child.pid,
    watch: (pid) => tell({ watch: pid }),
    forget: (pid) => tell({ forget: pid }),
    /** Ends the watched processes together, then the cluster if nobody else holds it; resolves when all is done. */
    async close() {
      child.ref();
      child.stdin.end();
      await gone;
    },
    holdCluster: (directory) => tell({ cluster: directory }),
  };
}

/** Says that the keeper `pid` needs the cluster of this directory. Call it while holding the cluster's lock. */
export function registerHolder(directory, pid) {
  mkdirSync(holders(directory), { recursive: true, mode: 0o700 });
  writeFileSync(join(holders(directory), String(pid)), '');
}

export const clusterLock = (directory) => join(directory, 'lock');
const holders = (directory) => join(directory, 'holders');

async function releaseCluster(directory) {
  await withLock(clusterLock(directory), async () => {
    const others = readdirSync(holders(directory)).filter((pid) => Number(pid) !== process.pid);
    rmSync(join(holders(directory), String(process.pid)), { force: true });
    const living = others.filter((pid) => isAlive(Number(pid)));
    for (const pid of others.filter((name) => !living.includes(name))) rmSync(join(holders(directory), pid), { force: true });
    if (living.length === 0) await stopCluster(directory);
  });
}

/** Every process leads a group of its own. It gets the time a worker needs to finish or hand back its jobs. */
async function endProcess(pid) {
  signal(-pid, 'SIGTERM');
  await ended(pid, 12_000);
  signal(-pid, 'SIGKILL'); // it, or what it left behind in its group
  await ended(pid, 2_000);
}

async function keep() {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => {});
  const processes = new Set();
  const clusters = new Set();
  for await (const line of createInterface({ input: process.stdin })) {
    const { watch, forget, cluster } = JSON.parse(line);
    if (watch) processes.add(watch);
    if (forget) processes.delete(forget);
    if (cluster) clusters.add(cluster);
  }
  await Promise.all([...processes].map(endProcess));
  for (const directory of clusters) await releaseCluster(directory);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await keep();
