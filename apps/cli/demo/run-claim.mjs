import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isAlive } from './living-process.mjs';
import { Refusal } from './refusal.mjs';

/** Writes down who runs the demo on this data directory, for the next one that tries. */
export function claimRun(directory, keeper, port) {
  writeFileSync(file(directory), JSON.stringify({ demo: process.pid, keeper, port }));
}

/**
 * Refuses while another demo runs on the same data. If that one was killed, its keeper may still be stopping what it
 * left: that is waited for.
 */
export async function waitForFormerRun(directory) {
  const former = read(file(directory));
  if (!former) return;
  if (isAlive(former.demo) && (commandLine(former.demo)?.includes('demo.mjs') ?? true)) {
    throw new Refusal(`The demo is already running on this data: http://localhost:${former.port} (process ${former.demo}). Stop it with Ctrl-C where it was started, or choose another --data-dir and --port.`);
  }
  for (const limit = Date.now() + 30_000; isAlive(former.keeper) && Date.now() < limit; ) await sleep(100);
}

const file = (directory) => join(directory, 'run.json');

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
