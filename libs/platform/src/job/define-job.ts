import type { Type } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { Actor } from '../actor/actor.js';
import type { FactPayload } from '../database/tx.js';

/** What a running job may say and must heed. */
export interface JobContext {
  /** Throttled; written on a connection of its own, so it shows before the job's transaction commits. */
  progress(done: number, total: number | null, note?: string): void;
  /** The result shown with the task, ids and numbers only. */
  result(value: Record<string, unknown>): void;
  /** Aborted when a person cancels or the process shuts down. */
  readonly signal: AbortSignal;
  /** A person cancelled: the verb puts its rows right and throws. Otherwise an aborted signal means: stop, this runs again. */
  readonly cancelled: boolean;
  readonly attempt: number;
  readonly lastAttempt: boolean;
}

/** The verb a job runs. It must be idempotent by itself, whatever the queue does. */
export interface JobVerb<P> {
  run(actor: Actor, payload: P, context: JobContext): Promise<unknown>;
}

export interface JobDefinition<P> {
  readonly name: string;
  /** `quick`: seconds, many at once. `heavy`: minutes, one at a time per worker. */
  readonly queue: 'quick' | 'heavy';
  readonly schema: ZodType<P>;
  readonly run: Type<JobVerb<P>>;
  /** How often it is tried before it counts as failed. */
  readonly attempts: number;
  /** Who may cancel its task; without one nobody may. */
  readonly cancelPermission?: string;
}

const jobs = new Map<string, JobDefinition<never>>();
const subscriptions = new Map<string, { job: JobDefinition<never>; payload: (fact: FactPayload) => unknown }[]>();

/**
 * A job is a name, a schema of ids, and the verb it runs.
 * @throws Error when two jobs share a name (so boot fails)
 */
export function defineJob<P>(job: { name: string; schema: ZodType<P>; run: Type<JobVerb<P>>; queue?: 'quick' | 'heavy'; attempts?: number; cancelPermission?: string }): JobDefinition<P> {
  if (jobs.has(job.name)) throw new Error(`two jobs are named ${job.name}`);
  const definition: JobDefinition<P> = { queue: 'quick', attempts: 5, ...job };
  jobs.set(job.name, definition as unknown as JobDefinition<never>);
  return definition;
}

/** Runs `job` for every fact of `topic`; the job runs in the village the fact came from. */
export function onFact<P>(topic: string, job: JobDefinition<P>, payload: (fact: FactPayload) => P): void {
  const list = subscriptions.get(topic) ?? [];
  list.push({ job: job as unknown as JobDefinition<never>, payload });
  subscriptions.set(topic, list);
}

export const jobNamed = (name: string): JobDefinition<unknown> | undefined => jobs.get(name) as JobDefinition<unknown> | undefined;
export const jobNames = (): string[] => [...jobs.keys()].toSorted();
export const subscribersOf = (topic: string) => subscriptions.get(topic) ?? [];
