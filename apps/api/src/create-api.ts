import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { type Env, httpAdapter, NestLogger } from '#platform';
import { ApiModule } from './app.module.js';
import { protect } from './protection.js';
import { serveAdmin } from './serve-admin.js';
import { serveDocs } from './serve-docs.js';

/** The API complete but not listening: used by `main.ts` and by the end-to-end stories. */
export async function createApi(env: Env, logger: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(env, logger), httpAdapter(env, logger), { logger: new NestLogger(logger) });
  protect(app, env);
  await app.register(cookie as never);
  await app.register(multipart as never, { limits: { fieldSize: 65_536, fields: 20, files: 1 } });
  // Event streams are never compressed: they would be held back.
  await app.register(compress as never, { threshold: 1_024, encodings: ['gzip', 'identity'] });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  serveDocs(app);
  await serveAdmin(app, env.values.PAMONG_ADMIN_DIR);
  return app;
}
