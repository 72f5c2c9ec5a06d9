import 'reflect-metadata';
import { Env, makeLogger, Metrics, readEnv, startHttp, startProcess } from '#platform';
import { createApi } from './create-api.js';

await startProcess('api', async () => {
  const env = new Env(readEnv());
  const logger = makeLogger(env.values.LOG_LEVEL, 'api');
  const app = await createApi(env, logger);
  await startHttp(app, { port: env.values.PORT, host: env.values.HOST });
  await app.get(Metrics).listen(env.values.METRICS_PORT);
  logger.info('api ready');
});
