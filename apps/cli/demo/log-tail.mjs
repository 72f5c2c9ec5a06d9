import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** More than any last lines need; a log itself may be too large for a string. */
const MOST = 64 * 1024;

/** The last lines of a log, without blanks around them. */
export function logTail(file, lines) {
  const open = openSync(file, 'r');
  try {
    const { size } = fstatSync(open);
    const end = Buffer.alloc(Math.min(size, MOST));
    readSync(open, end, 0, end.length, size - end.length);
    return end.toString('utf8').trim().split('\n').slice(-lines).join('\n');
  } finally {
    closeSync(open);
  }
}
