import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from './data-directory.mjs';
import { logTail } from './log-tail.mjs';
import { Refusal } from './refusal.mjs';

/** The running applications and where each says that it is ready. */
export class Applications {
  #keeper;
  #logs;
  #stopping = false;
  #running = new Map();
  #died = Promise.withResolvers?.() ?? withResolvers();

  /**
   * @param {{ watch(pid: number): void, forget(pid: number): void }} keeper ends them
   * @param {string} logs directory of their logs
   */
  constructor(keeper, logs) {
    this.#keeper = keeper;
    this.#logs = logs;
    this.#died.promise.catch(() => {}); // may come before anyone listens
  }

  /** Rejects when one of them ends without having been told to, with the end of its log. */
  get died() {
    return this.#died.promise;
  }

  /** From now on an end is no death. */
  stopping() {
    this.#stopping = true;
  }

  /** Starts `dist/apps/<name>` and waits until it reports ready at this port. @returns {Promise<number>} its process */
  async start(name, env, port) {
    const file = join(this.#logs, `${name}.log`);
    const log = openSync(file, 'w', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', `dist/apps/${name}/src/main.js`], { cwd: CHECKOUT, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    if (child.pid) this.#keeper.watch(child.pid);
    this.#running.set(child.pid, child);
    const bury = (how) => {
      if (!this.#stopping && this.#running.has(child.pid)) this.#died.reject(new Refusal(`The ${name} ended (${how}). The end of ${file}:\n\n${logTail(file, 15)}`));
    };
    child.once('error', (error) => bury(error.message));
    child.once('exit', (code, signal) => bury(signal ?? `exit code ${code}`));
    await Promise.race([this.died, ready(name, `http://127.0.0.1:${port}/health/ready`, file)]);
    return child.pid;
  }

  /** Ends one of them and waits until it is gone: no death. */
  async stop(pid) {
    const child = this.#running.get(pid);
    this.#running.delete(pid);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    this.#keeper.forget(pid);
  }
}

async function ready(name, url, log) {
  let answer = 'no answer';
  for (const limit = Date.now() + 180_000; Date.now() < limit; await sleep(100)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      answer = `status ${response.status}`;
    } catch (error) {
      answer = error.cause?.code ?? error.name;
    }
  }
  throw new Refusal(`The ${name} was not ready within three minutes (${url}: ${answer}). The end of ${log}:\n\n${logTail(log, 15)}`);
}

/** Promise.withResolvers came with Node 22. */
function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
