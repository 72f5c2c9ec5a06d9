import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionRefusal } from '../database/session-refusal.js';
import { sendProblem } from './problem.js';

/** Every exception of a controller becomes problem+json; only the unexpected ones are logged as errors. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const error = sessionRefusal(thrown) ?? thrown;
    if (reply.sent || reply.raw.headersSent) {
      request.log.error({ err: describe(error) }, 'failed after the answer had begun');
      reply.raw.destroy();
      return;
    }
    const problem = sendProblem(reply, error);
    if (problem.status >= 500) request.log.error({ err: describe(error) }, 'request failed');
  }
}

/** Name, code and stack only: messages and details of database errors may quote personal data. */
export function describe(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const constraint = (error as { constraint?: unknown }).constraint;
  return { type: error.name, code, constraint, stack: error.stack?.split('\n').slice(1, 12).join('\n') };
}
