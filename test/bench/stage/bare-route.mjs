import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { freePort } from '../../../apps/cli/demo/port.mjs';
import { bareSql } from './bare-sql.mjs';

/**
 * A Fastify server as a process of its own that does nothing but run given statements without row level security and
 * send the rows as JSON: no sign-in, no checks, no trail.
 *
 * @param {{ keeper: object, urls: Record<string, string> }} stage
 * @param {Map<string, string>} statements text by name
 * @param {number} connections
 * @returns {Promise<{ address: string, pathOf(statement: object): string }>}
 */
export async function startBareRoute({ keeper, urls }, statements, connections) {
  const port = await freePort(3990);
  const settings = { url: urls.owner, connections, port, statements: [...statements] };
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env: { ...process.env, NODE_ENV: 'production', BARE_ROUTE: JSON.stringify(settings) }, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  keeper.watch(child.pid);
  const address = `http://127.0.0.1:${port}`;
  for (const limit = Date.now() + 20_000; !(await fetch(`${address}/health/ready`).then(({ ok }) => ok, () => false)); await sleep(50)) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error('the bare route did not start');
  }
  return { address, pathOf: ({ name, values }) => `/${name}?values=${encodeURIComponent(JSON.stringify(values))}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, connections, port, statements } = JSON.parse(process.env.BARE_ROUTE);
  const texts = new Map(statements);
  const sql = bareSql(url, connections);
  const server = Fastify();
  // Two words: no statement can have its name, and so be answered without being asked.
  server.get('/health/ready', () => ({}));
  server.get('/:name', async ({ params, query }) => ({ items: await sql.ask({ name: params.name, text: texts.get(params.name), values: JSON.parse(query.values) }) }));
  await server.listen({ port, host: '127.0.0.1' });
}
