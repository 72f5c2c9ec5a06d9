import { fontFiles } from './fonts.js';
import type { LetterDocument } from './letter-document.js';
import { prepareLetter } from './prepare-letter.js';
import { prepareReceipt } from './prepare-receipt.js';
import type { ReceiptDocument } from './receipt-document.js';
import { TypesettingError } from './typesetting.errors.js';
import { TypesettingProcess, type TypesetDocument, type TypesettingJob } from './typesetting-process.js';

export interface TypesetterOptions {
  /** Child processes, each of which typesets one document at a time; about 100 letters a second. */
  processes?: number;
  /** A child is replaced after so many documents: the compiler leaks about 0.1 MB each. */
  documentsPerProcess?: number;
  timeoutMs?: number;
  /** So many documents may wait for a process; the next is refused (BUSY) rather than kept waiting with all behind it. */
  mostWaiting?: number;
  /** A child that holds more memory than this after a document is replaced: one letter needs about 200 MB, an odd one may leave more. */
  mostMemoryMb?: number;
  /** Font files; Arimo by default. */
  fonts?: readonly string[];
}

interface Waiting {
  job: TypesettingJob;
  resolve(document: TypesetDocument): void;
  reject(error: unknown): void;
}

/**
 * Typesets documents in child processes: first come, first served, started on the first document (or by `warmUp`), replaced
 * when they crash, hang or grow old. The same document gives the same bytes, in any process, on any machine.
 *
 * Every failure is a `TypesettingError`; a PDF that comes back is whole and right.
 */
export class Typesetter {
  readonly #options: Required<TypesetterOptions>;
  readonly #processes = new Set<TypesettingProcess>();
  /** Old processes whose successor is loading: they work on until it is ready. */
  readonly #ageing = new Set<TypesettingProcess>();
  readonly #waiting: Waiting[] = [];
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  constructor({ processes = 1, documentsPerProcess = 2_000, timeoutMs = 20_000, mostWaiting = 40, mostMemoryMb = 600, fonts = fontFiles() }: TypesetterOptions = {}) {
    this.#options = { processes, documentsPerProcess, timeoutMs, mostWaiting, mostMemoryMb, fonts };
  }

  /**
   * Prints a letter as PDF/A-2b.
   *
   * @param logo the picture of the letterhead, PNG or JPEG; null for none.
   * @throws TypesettingError; `retryable` says whether the same letter may succeed later.
   */
  async letter(letter: LetterDocument, logo: Buffer | null = null): Promise<TypesetDocument> {
    return this.#typeset(prepareLetter(letter, logo));
  }

  /**
   * Prints a receipt as PDF/A-2b: A6, A5 when it has more than five rows or long names, then on several pages.
   *
   * @throws TypesettingError; `retryable` says whether the same receipt may succeed later.
   */
  async receipt(receipt: ReceiptDocument): Promise<TypesetDocument> {
    return this.#typeset(prepareReceipt(receipt));
  }

  /** Loads the compilers (0.3 s), so that the first document need not wait. */
  async warmUp(): Promise<void> {
    while (!this.#closed && this.#processes.size < this.#options.processes) this.#start();
    await Promise.all([...this.#processes].map((one) => one.ready));
  }

  /** Process ids, for the memory figures of the metrics. */
  get pids(): number[] {
    return [...this.#processes].flatMap((one) => one.pid ?? []);
  }

  /** Refuses what is waiting, lets what is on the press finish (its time-out bounds this), then ends the processes. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(closed());
    await Promise.allSettled(this.#underWay);
    await Promise.all([...this.#processes].map((one) => one.stop()));
  }

  #typeset(job: TypesettingJob): Promise<TypesetDocument> {
    if (this.#closed) return Promise.reject(closed());
    if (this.#waiting.length >= this.#options.mostWaiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const idle = [...this.#processes].find((one) => one.alive && one.loaded && !one.busy && !one.retired);
      if (idle === undefined) break;
      const next = this.#waiting.shift();
      if (next !== undefined) this.#print(idle, next);
    }
    const loading = [...this.#processes].filter((one) => one.alive && !one.loaded).length;
    for (let missing = this.#waiting.length - loading; missing > 0 && this.#processes.size < this.#options.processes; missing--) this.#start();
  }

  #print(one: TypesettingProcess, { job, resolve, reject }: Waiting): void {
    const printed = one.run(job, this.#options.timeoutMs).then(resolve, reject);
    this.#underWay.add(printed);
    void printed.finally(() => {
      this.#underWay.delete(printed);
      if (one.retired) void one.stop();
      else if (one.alive && this.#isOld(one)) this.#replace(one);
      this.#dispatch();
    });
  }

  #isOld(one: TypesettingProcess): boolean {
    return one.count >= this.#options.documentsPerProcess || one.memoryMb > this.#options.mostMemoryMb;
  }

  #start(): TypesettingProcess {
    const one: TypesettingProcess = new TypesettingProcess(this.#options.fonts, () => this.#ended(one));
    this.#processes.add(one);
    void one.ready.then(() => this.#dispatch(), () => undefined);
    return one;
  }

  #replace(old: TypesettingProcess): void {
    if (this.#closed || this.#ageing.has(old)) return;
    this.#ageing.add(old);
    const successor = this.#start();
    // Whatever becomes of the successor, the old one may go: `#ended` starts another when a document waits.
    void successor.ready.then(() => this.#retire(old), () => this.#retire(old));
  }

  /** It gets no further document; the one it is on, if any, it finishes. */
  #retire(old: TypesettingProcess): void {
    old.retired = true;
    if (!old.busy) void old.stop();
  }

  #ended(one: TypesettingProcess): void {
    this.#processes.delete(one);
    this.#ageing.delete(one);
    if (this.#closed) return;
    // One that never loaded would fail the next time too: its document hears of it instead of waiting for ever.
    if (!one.loaded) this.#waiting.shift()?.reject(new TypesettingError('CRASHED', 'Pencetak surat tidak dapat dijalankan. Sistem akan mencobanya lagi.'));
    else if (this.#processes.size < this.#options.processes) this.#start();
    this.#dispatch();
  }
}

function closed(): TypesettingError {
  return new TypesettingError('CLOSED', 'Sistem sedang dihentikan; surat akan dicetak setelah menyala lagi.');
}

function busy(): TypesettingError {
  return new TypesettingError('BUSY', 'Pencetak surat sedang sibuk. Coba lagi sebentar lagi.');
}
