import type pg from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../actor/actor.js';
import type { JobDefinition } from '../job/define-job.js';
import { statementName } from './statement-name.js';

/** Ids and numbers only: the outbox is plumbing and holds nothing personal. */
export type FactPayload = Record<string, string | number | null>;

/**
 * One open transaction in one village. Everything a verb does goes through it; effects (jobs, facts)
 * are rows of the same transaction and leave only after commit.
 */
export class Tx {
  /** Outbox rows written so far; forwarded after commit. */
  readonly outboxIds: string[] = [];

  constructor(
    readonly actor: Actor,
    readonly runner: QueryRunner,
    readonly now: Date,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  repo<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.runner.manager.getRepository(entity);
  }

  /** Rows of a parameterised statement. */
  async query<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = (await this.runner.connect()) as pg.PoolClient;
    // Without values it is a setting written out, of which every village would leave one more.
    const name = values.length > 0 ? statementName(sql) : undefined;
    const { rows } = await client.query(name === undefined ? { text: sql, values } : { name, text: sql, values });
    return rows as Row[];
  }

  /** The first row, or undefined. */
  async one<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, values))[0];
  }

  /** Says what happened; libs above subscribe with `onFact`. */
  async fact(topic: string, payload: FactPayload): Promise<void> {
    await this.outbox('fact', topic, payload);
  }

  /** Asks for a job after commit. */
  async enqueue<P>(job: JobDefinition<P>, payload: P): Promise<string> {
    return this.outbox('job', job.name, job.schema.parse(payload));
  }

  /** A job a person watches: a task row with progress, cancel and result. @returns the task's id */
  async startTask<P>(job: JobDefinition<P>, payload: P, task: { kind: string; subjectType?: string; subjectId?: string }): Promise<string> {
    const outboxId = await this.enqueue(job, payload);
    const id = uuidv7();
    await this.query(
      `insert into tasks (id, village_id, kind, status, subject_type, subject_id, outbox_id, created_by, created_at)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8)`,
      [id, this.actor.unitId, task.kind, task.subjectType ?? null, task.subjectId ?? null, outboxId, this.actor.userId, this.now],
    );
    return id;
  }

  private async outbox(kind: 'job' | 'fact', name: string, payload: unknown): Promise<string> {
    const id = uuidv7();
    await this.query(
      `insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, this.actor.unitId, kind, name, JSON.stringify(payload), this.actor.userId, this.actor.requestId, this.now],
    );
    this.outboxIds.push(id);
    return id;
  }
}
