import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { compilerFailure } from './compiler-failure.js';
import type { TextStep } from './line-pitch.js';
import type { SheetStep } from './prepare-receipt.js';
import { TypesettingError } from './typesetting.errors.js';

const entry = fileURLToPath(new URL('./typeset-child.js', import.meta.url));

/** What a process is asked to print. */
export interface TypesettingJob {
  /** A file of `layouts/`. */
  layout: string;
  /** The JSON the layout reads. */
  data: string;
  /** Sizes of text or of sheet from the one wished for on; the first that keeps one page is taken, `fallback` when none does. */
  steps: readonly (TextStep | SheetStep)[];
  fallback: TextStep | SheetStep;
  logo: { name: string; bytes: Buffer } | null;
  /** The file's creation date, in seconds since 1970. */
  createdAt: number;
}

export interface TypesetDocument {
  pdf: Buffer;
  pages: number;
}

const answerSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), failures: z.array(z.string()) }),
  z.object({ id: z.number(), pdf: z.instanceof(Uint8Array), pages: z.number().int().positive() }),
]);

interface Running {
  id: number;
  resolve(document: TypesetDocument): void;
  reject(error: TypesettingError): void;
  timer: NodeJS.Timeout;
}

/**
 * One child process and the document it is working on. It is either alive and takes one document at a time, or dead for
 * good: after a crash, a time-out or `stop()` the pool starts another.
 */
export class TypesettingProcess {
  /** Settles when the compiler is loaded; rejects when the process ends before that. */
  readonly ready: Promise<void>;
  /** Documents begun so far. */
  count = 0;
  alive = true;
  loaded = false;
  /** Its successor has taken its place. */
  retired = false;
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  #running: Running | undefined;

  /**
   * @param fonts paths of the only faces it may use.
   * @param onEnd called once when the process has ended, whatever the reason.
   */
  constructor(fonts: readonly string[], onEnd: () => void) {
    // No environment but PATH: the process needs no password and gets none. No execArgv: not the debugger's port either.
    this.#child = fork(entry, [], { serialization: 'advanced', execArgv: [], env: { PATH: process.env['PATH'] ?? '' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const { promise: ready, resolve: isReady, reject: notReady } = deferred();
    const { promise: exited, resolve: hasExited } = deferred();
    this.ready = ready;
    this.#exited = exited;
    ready.catch(() => undefined); // whoever waits for it hears of it; nobody need wait
    this.#child.on('message', (message) => this.#receive(message, isReady));
    // 'error' alone: it could not be started, and 'exit' will never come.
    this.#child.on('error', (error) => this.#child.pid === undefined && end(String(error)));
    this.#child.once('exit', (code, signal) => end(`exit ${code ?? signal}`));
    const end = (detail: string): void => {
      const crashed = new TypesettingError('CRASHED', 'Pencetak surat terhenti di tengah jalan. Sistem akan mencobanya lagi.', { detail });
      this.alive = false;
      hasExited();
      notReady(crashed);
      this.#settle()?.reject(crashed);
      onEnd();
    };
    this.#send({ fonts });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** What it holds in memory now; 0 where the system does not say (no /proc) or it has ended. */
  get memoryMb(): number {
    try {
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.pid ?? ''}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** @param timeoutMs after which the process is killed: a compiler that hangs cannot be asked to stop. */
  run(job: TypesettingJob, timeoutMs: number): Promise<TypesetDocument> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const seconds = Math.ceil(timeoutMs / 1000);
        this.#settle()?.reject(new TypesettingError('TIMEOUT', `Surat belum selesai dicetak dalam ${seconds} detik. Sistem akan mencobanya lagi.`));
        void this.stop();
      }, timeoutMs);
      this.#running = { id, resolve, reject, timer };
      this.#send({ id, ...job });
    });
  }

  /** Ends the process at once and waits for its end; a document under way fails with CRASHED. */
  stop(): Promise<void> {
    this.alive = false;
    this.#child.kill('SIGKILL');
    return this.#exited;
  }

  /** A message to a process that has just died is lost; its 'exit' settles the document. */
  #send(message: Record<string, unknown>): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: unknown, isReady: () => void): void {
    const { data: answer } = answerSchema.safeParse(message);
    if (answer === undefined) return void this.stop(); // it talks nonsense: as good as crashed
    if ('ready' in answer) {
      this.loaded = true;
      return isReady();
    }
    if (answer.id !== this.#running?.id) return;
    const running = this.#settle();
    if ('failures' in answer) return running?.reject(compilerFailure(answer.failures));
    const { pdf, pages } = answer;
    running?.resolve({ pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), pages });
  }

  #settle(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) clearTimeout(running.timer);
    return running;
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
