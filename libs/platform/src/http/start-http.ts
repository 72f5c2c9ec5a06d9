import { randomUUID } from 'node:crypto';
import type { ExceptionFilter, INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { requestContext } from '../actor/request-context.js';
import type { Env } from '../env/env.js';
import { Metrics } from '../metrics/metrics.js';
import { describe, ProblemFilter } from './problem.filter.js';
import { sendProblem, toProblem } from './problem.js';
import { validationPipe } from './validation.js';

/** Fastify as every HTTP app uses it: our request ids, our logging, our problems (or `answer`), one body limit. */
export function httpAdapter(env: Env, logger: Logger, answer: (reply: FastifyReply, error: unknown) => unknown = sendProblem): FastifyAdapter {
  const proxies = env.values.TRUSTED_PROXIES.split(',').map((p) => p.trim()).filter(Boolean);
  return new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
    trustProxy: proxies.length > 0 ? proxies : false,
    // Only the proxy may choose the request id.
    requestIdHeader: proxies.length > 0 ? 'x-request-id' : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      // Nest's hook never sees these requests.
      void reply.headers({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
      answer(reply, error);
    },
  });
}

/** Hooks, pipes and filters shared by api and portal; then listens. */
export async function startHttp(app: NestFastifyApplication, options: { port: number; host: string; listen?: boolean; filter?: ExceptionFilter }): Promise<INestApplication> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', (request, _reply, done) => {
    requestContext.enter({ requestId: request.id });
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  fastify.addHook('onError', (request, _reply, error, done) => {
    if (toProblem(error).status >= 500) request.log.error({ err: describe(error) }, 'request failed');
    done();
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(options.filter ?? new ProblemFilter());
  app.enableShutdownHooks();
  if (options.listen ?? true) await app.listen(options.port, options.host);
  else await app.init();
  return app;
}
