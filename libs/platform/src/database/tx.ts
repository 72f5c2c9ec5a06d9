import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../actor/actor.js';
import type { JobDefinition } from '../job/define-job.js';
import { type Statement, together } from './round-trip.js';
import { statementName } from './statement-name.js';

/** Ids and numbers only: the outbox is plumbing and holds nothing personal. */
export type FactPayload = Record<string, string | number | null>;

/** What the queue is told of an outbox row. */
export interface OutboxEntry {
  readonly id: string;
  readonly kind: 'job' | 'fact';
  readonly name: string;
}

/** A parameterised statement on its way to `Tx.all`. */
export interface Question {
  readonly sql: string;
  readonly values?: unknown[];
}

/**
 * One open transaction in one village. Everything a verb does goes through it; effects (jobs, facts)
 * are rows of the same transaction and leave only after commit.
 *
 * Statements travel together: BEGIN, the village and the check of the session go out with the first question, and what
 * is only written waits for the next question or for COMMIT. The server runs all of them in the order in which the verb gave them.
 */
export class Tx {
  /** Outbox rows written so far; forwarded after commit. */
  readonly outboxRows: OutboxEntry[] = [];
  /** Whether the server knows of this transaction. */
  begun = false;

  /** @param waiting what goes out before the first question */
  constructor(
    readonly actor: Actor,
    readonly client: pg.PoolClient,
    readonly now: Date,
    private readonly waiting: Waiting[],
  ) {}

  /** Rows of a parameterised statement. */
  async query<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.flush(statement(sql, values))).at(-1) as Row[];
  }

  /** Several questions with one wait; nothing is decided between them. @returns the rows of each, in order */
  async all<Rows extends unknown[]>(questions: readonly Question[]): Promise<{ [K in keyof Rows]: Rows[K][] }> {
    const answers = await this.flush(...questions.map(({ sql, values = [] }) => statement(sql, values)));
    return answers.slice(-questions.length) as { [K in keyof Rows]: Rows[K][] };
  }

  /**
   * A statement whose answer nobody needs: it costs no wait of its own. What is wrong with it comes out at the next question
   * or at the end, so a verb that turns a violated constraint into a refusal asks with `query`.
   * @param told hears what it returned, as soon as it was sent: at the latest with COMMIT, which is then not yet certain
   */
  write(sql: string, values: unknown[] = [], told?: (rows: never[]) => void): void {
    this.waiting.push({ ...statement(sql, values), ...(told && { told }) });
  }

  /** Sends what waits. @returns the rows of each statement, `last` included */
  async flush(...last: Statement[]): Promise<unknown[][]> {
    this.begun = true;
    const statements = [...this.waiting.splice(0), ...last];
    const answers = await together(this.client, statements);
    statements.forEach(({ told }: Waiting, place) => told?.(answers[place] as never[]));
    return answers;
  }

  /** The same transaction in the name of another actor. */
  as(actor: Actor): Tx {
    return new Tx(actor, this.client, this.now, this.waiting);
  }

  /** The first row, or undefined. */
  async one<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, values))[0];
  }

  /** Says what happened; libs above subscribe with `onFact`. */
  fact(topic: string, payload: FactPayload): void {
    this.outbox('fact', topic, payload);
  }

  /** Asks for a job after commit. */
  enqueue<P>(job: JobDefinition<P>, payload: P): string {
    return this.outbox('job', job.name, job.schema.parse(payload));
  }

  /** A job a person watches: a task row with progress, cancel and result. @returns the task's id */
  startTask<P>(job: JobDefinition<P>, payload: P, task: { kind: string; subjectType?: string; subjectId?: string }): string {
    const outboxId = this.enqueue(job, payload);
    const id = uuidv7();
    this.write(
      `insert into tasks (id, village_id, kind, status, subject_type, subject_id, outbox_id, created_by, created_at, cancel_permission)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9)`,
      [id, this.actor.unitId, task.kind, task.subjectType ?? null, task.subjectId ?? null, outboxId, this.actor.userId, this.now, job.cancelPermission ?? null],
    );
    return id;
  }

  private outbox(kind: 'job' | 'fact', name: string, payload: unknown): string {
    const id = uuidv7();
    this.write(
      `insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, this.actor.unitId, kind, name, JSON.stringify(payload), this.actor.userId, this.actor.requestId, this.now],
    );
    this.outboxRows.push({ id, kind, name });
    return id;
  }
}

type Waiting = Statement & { readonly told?: (rows: never[]) => void };

const statement = (text: string, values: unknown[]): Statement => ({ name: statementName(text) ?? '', text, values });
