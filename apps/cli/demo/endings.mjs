import { readFileSync } from 'node:fs';

/**
 * Calls `stop` once, when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the end of npm, which
 * does not always pass signals on. Under nohup a closed terminal is no reason to end.
 */
export function onEnd(stop) {
  let asked = false;
  const once = (why) => {
    if (!asked) stop(why);
    asked = true;
  };
  process.on('SIGINT', () => once('Ctrl-C'));
  process.on('SIGTERM', () => once('SIGTERM'));
  if (!hangUpIgnored()) process.on('SIGHUP', () => once('the terminal was closed'));
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && once('npm has ended'), 300).unref();
  }
}

/** nohup hands down an ignored SIGHUP; a handler of our own would undo that. */
function hangUpIgnored() {
  try {
    const mask = /^SigIgn:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return (BigInt(`0x${mask[1]}`) & 1n) === 1n;
  } catch {
    return false;
  }
}
