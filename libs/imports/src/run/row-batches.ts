import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database, Tx } from '#platform';
import { type FoundIssue, insertIssues } from './found-issue.js';

/** Where the good rows of a kind of list wait for COPY. */
export interface RowsForCopy {
  /** Table and columns, as COPY names them. */
  readonly target: string;
  /** The rows added since the last time; to be copied before the rows after the next ones are taken. */
  take(): Buffer;
}

/** What a dry run reads, handed on in batches: Postgres takes one in while the next is judged. */
export class RowBatches {
  private found: FoundIssue[] = [];
  private writing: Promise<void> = Promise.resolve();
  private numbered = 0;

  constructor(
    private readonly database: Database,
    private readonly tx: Tx,
    private readonly runId: string,
    private readonly rows: RowsForCopy,
  ) {}

  /** What is wrong with a row; without NUL, which Postgres does not keep, whatever a damaged file holds. */
  issue(issue: FoundIssue): void {
    this.found.push({ ...issue, value: storable(issue.value), name: issue.name && storable(issue.name) });
  }

  /** Begins to hand over what there is; waits for the batch before. */
  async handOn(): Promise<void> {
    await this.writing;
    const { found, numbered } = this;
    this.found = [];
    this.numbered += found.length;
    const rows = this.rows.take();
    this.writing = this.copy(rows).then(() => insertIssues(this.tx, this.runId, found, numbered));
    // Heard of at the next batch; until then nobody waits for it.
    this.writing.catch(() => undefined);
  }

  /** Everything is there. */
  async end(): Promise<void> {
    await this.handOn();
    await this.writing;
  }

  private async copy(rows: Buffer): Promise<void> {
    if (rows.length > 0) await pipeline(Readable.from([rows]), await this.database.copyInto(this.tx, this.rows.target));
  }
}

export const storable = (text: string): string => text.replaceAll('\u0000', '');
