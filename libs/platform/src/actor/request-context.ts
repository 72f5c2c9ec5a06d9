import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor.js';

/** What every log line and outbox row of one request or job run shares. */
export interface RequestContext {
  readonly requestId: string;
  actor?: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Runs `work` with `context`; survives awaits, streams and timers started inside. */
  run: <T>(context: RequestContext, work: () => T): T => storage.run(context, work),
  /** For hooks that cannot wrap the rest of the request (Fastify `onRequest`). */
  enter: (context: RequestContext): void => storage.enterWith(context),
  get: (): RequestContext | undefined => storage.getStore(),
};
