import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Is a process of this number alive? One that may not be signalled is alive too; a zombie is not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !/^\d+ \(.*\) Z/s.test(read(`/proc/${pid}/stat`) ?? '');
}

/** The process's command line, or null where /proc is missing or the process is gone. */
export function commandLine(pid) {
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? null;
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Waits until the process has ended. @returns {Promise<boolean>} false when it lives on after `milliseconds` */
export async function ended(pid, milliseconds) {
  for (const limit = Date.now() + milliseconds; Date.now() < limit; await sleep(50)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
