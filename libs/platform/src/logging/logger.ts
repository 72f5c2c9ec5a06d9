import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { requestContext } from '../actor/request-context.js';

/**
 * One JSON logger for Nest, Fastify and jobs. Every line carries the request id; requests are logged by
 * route template and never by path, query, header or body, since those may hold personal data.
 */
export function makeLogger(level: string, app: string): Logger {
  return pino({
    level,
    base: { app },
    mixin: () => {
      const context = requestContext.get();
      return context ? { requestId: context.requestId, unit: context.actor?.unitId } : {};
    },
    serializers: {
      req: (request: { method?: string; routeOptions?: { url?: string } }) => ({ method: request.method, route: request.routeOptions?.url }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  });
}

/** Nest's own messages through pino; its start-up chatter counts as debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
