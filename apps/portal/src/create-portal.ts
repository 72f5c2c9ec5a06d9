import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { type Env, httpAdapter, NestLogger, startHttp } from '#platform';
import { PortalModule } from './app.module.js';
import { Pages } from './page/pages.js';
import { protect } from './protection.js';
import { HtmlFilter, sendRefusal } from './refusal/html.filter.js';

/** Larger than any letter we print; the file is hashed while it arrives and kept nowhere. */
export const largestPdf = 10 * 1024 * 1024;

/** The portal complete but not listening: used by `main.ts` and by specs. */
export async function createPortal(env: Env, logger: Logger): Promise<NestFastifyApplication> {
  // An address Fastify cannot read never reaches Nest and its headers; the pages exist before any request does.
  const refuse = (reply: FastifyReply, error: unknown): unknown => {
    const pages = app.get(Pages);
    void reply.header('content-security-policy', `default-src 'none'; style-src '${pages.styleHash}'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`);
    return sendRefusal(pages, reply, error);
  };
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(PortalModule.with(env, logger), httpAdapter(env, logger, refuse), { logger: new NestLogger(logger) });
  protect(app, env, app.get(Pages).styleHash);
  await app.register(multipart as never, { limits: { fileSize: largestPdf, files: 1, fields: 0 } });
  await app.register(compress as never, { threshold: 1_024, encodings: ['gzip', 'identity'] });
  return app;
}

export async function startPortal(app: NestFastifyApplication, env: Env, listen = true): Promise<void> {
  await startHttp(app, { port: env.values.PORTAL_PORT, host: env.values.HOST, listen, filter: new HtmlFilter(app.get(Pages)) });
}
