import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './living-process.mjs';

/**
 * Runs `work` while no other process holds the same lock file. A lock whose process has died is taken over.
 *
 * Two waiters may both find a dead lock and one may delete what the other has just written; so whoever wrote it looks
 * again a moment later whether it is still its own.
 */
export async function withLock(file, work) {
  const mine = `${process.pid} ${randomUUID()}`;
  while (!(await take(file, mine))) await sleep(100);
  try {
    return await work();
  } finally {
    if (content(file) === mine) rmSync(file, { force: true });
  }
}

async function take(file, mine) {
  const holder = content(file);
  if (holder !== null) {
    const pid = Number.parseInt(holder, 10);
    if (isAlive(pid)) return false;
    rmSync(file, { force: true });
  }
  try {
    writeFileSync(file, mine, { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  if (holder !== null) await sleep(30);
  return content(file) === mine;
}

function content(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
