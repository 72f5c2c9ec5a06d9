import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createApi } from '../../apps/api/src/create-api.js';
import { Clock, Database, Env, jobActor, makeLogger, readEnv, startHttp } from '#platform';
import { createUser, enterIdentity, type NewUser } from '#identity';

/** The API in this process, on the worker's own database, asked through supertest. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly server: Parameters<typeof import('supertest')>[0];
  readonly clock: Clock;
  user(user: NewUser & { password: string }): Promise<string>;
  close(): Promise<void>;
}

export async function startApi(variables: Record<string, string> = {}): Promise<TestApi> {
  const env = new Env(readEnv({ ...process.env, LOG_LEVEL: 'silent', ...variables }));
  const app = await createApi(env, makeLogger('silent', 'api'));
  await startHttp(app, { port: 0, host: '127.0.0.1', listen: false });
  await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).ready();
  const database = app.get(Database);
  return {
    app,
    server: app.getHttpServer() as TestApi['server'],
    clock: app.get(Clock),
    user: (user) =>
      database.inScope('identity', jobActor(0, 'test'), async (tx) => {
        enterIdentity(tx);
        return createUser(tx, user);
      }),
    close: () => app.close(),
  };
}
