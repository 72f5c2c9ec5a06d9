import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../actor/actor.js';
import type { JobDefinition } from '../job/define-job.js';

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
    const result: unknown = await this.runner.query(sql, values);
    // TypeORM answers UPDATE and DELETE with [rows, count]
    if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') return result[0] as Row[];
    return result as Row[];
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
    await this.runner.query(
      `insert into tasks (id, village_id, kind, status, subject_type, subject_id, outbox_id, created_by, created_at)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8)`,
      [id, this.actor.unitId, task.kind, task.subjectType ?? null, task.subjectId ?? null, outboxId, this.actor.userId, this.now],
    );
    return id;
  }

  private async outbox(kind: 'job' | 'fact', name: string, payload: unknown): Promise<string> {
    const id = uuidv7();
    await this.runner.query(
      `insert into outbox (id, village_id, kind, name, payload, user_id, request_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, this.actor.unitId, kind, name, JSON.stringify(payload), this.actor.userId, this.actor.requestId, this.now],
    );
    this.outboxIds.push(id);
    return id;
  }
}
