import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Env, httpAdapter, JobHost, makeLogger, Metrics, NestLogger, readEnv, startHttp, startProcess } from '#platform';
import { WorkerModule } from './app.module.js';

await startProcess('worker', async () => {
  const env = new Env(readEnv());
  const logger = makeLogger(env.values.LOG_LEVEL, 'worker');
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule.with(env, logger), httpAdapter(env, logger), { logger: new NestLogger(logger) });
  // Health only: the worker has no other route.
  await startHttp(app, { port: env.values.WORKER_HEALTH_PORT, host: env.values.HOST });
  await app.get(Metrics).listen(env.values.METRICS_PORT);
  await app.get(JobHost).start({ quick: env.values.PAMONG_LETTER_CONCURRENCY, heavy: 1 });
  logger.info('worker ready');
});
