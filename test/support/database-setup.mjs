import { bringUpTestPostgres, cloneName } from './postgres.mjs';

/**
 * Jest global set-up of the suites that need Postgres: the server, the template and one copy of it for each worker.
 * What the workers need to know travels in the environment they inherit.
 */
export default async function setUp({ maxWorkers }) {
  const postgres = await bringUpTestPostgres();
  const names = Array.from({ length: maxWorkers }, (_, index) => cloneName(process.pid, `worker${index + 1}`));
  const clones = [];
  for (const name of names) clones.push(await postgres.clone(name));
  process.env.PAMONG_TEST_CLUSTER = JSON.stringify({ admin: postgres.admin, template: postgres.template, runner: process.pid, clones });
  globalThis.testPostgres = postgres;
  globalThis.testClones = names;
}
