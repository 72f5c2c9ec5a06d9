import { createDatabase } from '../../apps/cli/demo/postgres.mjs';
import { cloneName, dropDatabases } from './postgres.mjs';

/** Further copies of the template from inside a test worker. */
export async function createClone(suffix) {
  const { admin, template, runner, clones } = JSON.parse(process.env.PAMONG_TEST_CLUSTER);
  const name = cloneName(runner, suffix);
  await createDatabase(admin, name, template);
  return Object.fromEntries(Object.entries(clones[0]).map(([role, url]) => [role, inDatabase(url, name)]));
}

export async function dropClone(suffix) {
  const { admin, runner } = JSON.parse(process.env.PAMONG_TEST_CLUSTER);
  await dropDatabases(admin, [cloneName(runner, suffix)]);
}

function inDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
