import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { explainStart, StartFailure } from './start-failure.js';

const env = { DATABASE_URL: 'x', METRICS_PORT: '9100' };
const failed = (code: string, more: object = {}): Error => Object.assign(new Error('as Node or pg says it'), { code, ...more });

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('what keeps a process from starting', () => {
  it('is a database that does not answer, by its address and its variable', async () => {
    const port = await closedPort();
    const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [Error];
    expect(explainStart(error, 'api', env)).toBe(`The database at 127.0.0.1:${port} cannot be reached (nothing answers there): start Postgres, or put its address right in DATABASE_URL.`);
    // A name with two addresses fails with both at once.
    const both = await new pg.Client(`postgres://a:b@localhost:${port}/c`).connect().then(() => null, (thrown: unknown) => thrown);
    expect(explainStart(both, 'api', env)).toContain(`:${port} cannot be reached`);
  });

  it('is a port that is taken, and of which variable', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const [error] = (await once(createServer().listen(port, '127.0.0.1'), 'error')) as [Error];
    holder.close();
    expect(explainStart(error, 'worker', env)).toBe(`The port 127.0.0.1:${port} is taken by another program: stop that one, or choose another port in WORKER_HEALTH_PORT.`);
    expect(explainStart(error, 'worker', { ...env, METRICS_PORT: String(port) })).toContain('METRICS_PORT');
  });

  it.each([
    ['28P01', /refused the password.* in DATABASE_URL\.$/], ['3D000', /no such database/], ['42P01', /run `pamong migrate` first/], ['53300', /no connection left/], ['57P03', /still starting/],
  ])('is Postgres refusing with %s', (code, words) => expect(explainStart(failed(code), 'portal', env)).toMatch(words));

  it('names the variable of the process’ own role when that is the one set', () => {
    expect(explainStart(failed('3D000'), 'worker', { ...env, DATABASE_WORKER_URL_FILE: '/run/secrets/worker_url' })).toMatch(/DATABASE_WORKER_URL\.$/);
    expect(explainStart(failed('3D000'), 'cli', env)).toMatch(/DATABASE_OWNER_URL or DATABASE_URL\.$/);
  });

  it('is said as it is when it was written for the operator, and left to the stack when it is our own fault', () => {
    expect(explainStart(new StartFailure('PORT is not set.'), 'api', env)).toBe('PORT is not set.');
    for (const own of [new TypeError('x is not a function'), failed('ENOENT', { syscall: 'open', path: '/etc/x' }), failed('23505'), 'thrown text']) expect(explainStart(own, 'api', env)).toBeNull();
  });
});
