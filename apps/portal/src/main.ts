import 'reflect-metadata';
import { Env, makeLogger, Metrics, readEnv, startProcess } from '#platform';
import { createPortal, startPortal } from './create-portal.js';

await startProcess('portal', async () => {
  const env = new Env(readEnv());
  const logger = makeLogger(env.values.LOG_LEVEL, 'portal');
  const app = await createPortal(env, logger);
  await startPortal(app, env);
  await app.get(Metrics).listen(env.values.METRICS_PORT);
  logger.info('portal ready');
});
