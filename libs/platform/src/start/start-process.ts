import { writeSync } from 'node:fs';
import type { AppName } from '../platform.module.js';
import { explainStart } from './start-failure.js';

/** Runs a process' start; when that fails says why in one sentence, on stderr beside the log, and ends with 1. */
export async function startProcess(app: AppName, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (thrown) {
    const words = explainStart(thrown, app);
    writeSync(process.stderr.fd, `pamong ${app} did not start. ${words ?? (thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown))}\n`);
    // What was opened before (pools, timers) would keep the process alive.
    process.exit(1);
  }
}
