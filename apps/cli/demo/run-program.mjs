import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CHECKOUT } from './data-directory.mjs';

/** A program that ended badly; `output` is the end of what it said. */
export class ProgramFailed extends Error {
  constructor(title, code, output) {
    super(`${title} failed (${code})\n\n${output}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end. It gets a process group of its own, which the keeper ends when we are stopped meanwhile.
 *
 * @param {string} title for the failure's message
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ keeper: object, env?: Record<string, string>, note?: (line: string) => void, worthShowing?: (line: string) => boolean, keepAll?: boolean }} options
 *   `worthShowing` picks the lines that explain a failure; without it they are the last ones, with `keepAll` all of them
 * @throws {ProgramFailed} with the last lines of its output
 */
export async function runProgram(title, command, parameters, { keeper, env = process.env, note = () => {}, worthShowing, keepAll = false }) {
  const child = spawn(command, parameters, { cwd: CHECKOUT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 200 && !keepAll) lines.shift();
      if (line.trim()) note(line);
    });
  }
  if (child.pid) keeper.watch(child.pid);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  if (child.pid) keeper.forget(child.pid);
  if (code === 0) return;
  const shown = worthShowing && lines.some(worthShowing) ? lines.filter(worthShowing).slice(0, 20) : lines.slice(keepAll ? 0 : -20);
  throw new ProgramFailed(title, typeof code === 'number' ? `exit code ${code}` : code, shown.join('\n'));
}

/** npm as it was started, or the one on the PATH. */
export function npm(parameters) {
  const self = process.env.npm_execpath;
  return self?.endsWith('.js') ? [process.execPath, [self, ...parameters]] : ['npm', parameters];
}
