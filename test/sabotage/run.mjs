import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../../apps/cli/demo/data-directory.mjs';
import { onEnd } from '../../apps/cli/demo/endings.mjs';
import { startKeeper } from '../../apps/cli/demo/keeper.mjs';
import { bringUpPostgres } from '../../apps/cli/demo/postgres.mjs';
import { Copy } from './copy.mjs';
import { FAULTS } from './faults.mjs';

/**
 * `npm run sabotage`: spoils a copy of the sources in one way after another and runs the specs that ought to notice.
 * A fault nobody notices is a missing test, and ends this with 1. `npm run sabotage -- --only NIK` runs those whose
 * name holds the word.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const faults = FAULTS.filter(({ name }) => !values.only || name.toLowerCase().includes(values.only.toLowerCase()));
const directory = defaultDataDirectory('sabotage');
const keeper = startKeeper();
const copy = new Copy();
const leave = async (code) => {
  await keeper.close();
  copy.remove();
  process.exit(code);
};
onEnd(() => leave(130));

let code = 1;
try {
  await bringUpPostgres({ directory, keeper, forTests: true });
  code = await run();
} catch (error) {
  console.error(error.stack);
}
await leave(code);

async function run() {
  const unspoilt = await failures(all(faults.map(({ suites }) => suites)));
  if (unspoilt.length > 0) {
    console.log(`The specs fail without any fault, so they can prove nothing:\n  ${unspoilt.join('\n  ')}`);
    return 1;
  }
  let caught = 0;
  for (const { name, edits, suites } of faults) {
    const from = Date.now();
    const noticed = await withFault(edits, () => failures(suites));
    if (noticed.length > 0) caught += 1;
    const seconds = ((Date.now() - from) / 1000).toFixed(0).padStart(3);
    console.log(noticed.length > 0 ? `ok ${seconds} s  ${name}\n            caught by ${noticed[0]}${noticed.length > 1 ? ` and ${noticed.length - 1} more` : ''}` : `!! ${seconds} s  ${name}\n            NOT CAUGHT`);
  }
  console.log(`\n${caught} caught, ${faults.length - caught} not caught`);
  return faults.length > 0 && caught === faults.length ? 0 : 1;
}

async function withFault(edits, work) {
  const restore = copy.spoil(edits);
  try {
    return await work();
  } finally {
    restore();
  }
}

/** Which tests fail, by their full names; stops at the first suite with one. */
async function failures(suites) {
  for (const [suite, specs] of Object.entries(suites)) {
    const failed = await jest(suite, specs);
    if (failed.length > 0) return failed;
  }
  return [];
}

async function jest(suite, specs) {
  const file = join(copy.root, 'results.json');
  rmSync(file, { force: true });
  const parameters = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-c', `test/jest.${suite}.mjs`, '--maxWorkers=1', '--json', `--outputFile=${file}`, ...specs];
  const child = spawn(process.execPath, parameters, { cwd: copy.root, env: { ...process.env, NODE_OPTIONS: '', PAMONG_TEST_DATA_DIR: directory }, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.on('data', (piece) => (said = (said + piece).slice(-4_000)));
  keeper.watch(child.pid);
  await new Promise((ended) => child.once('close', ended));
  keeper.forget(child.pid);
  if (!existsSync(file)) return [`the ${suite} suite does not start any more:\n${said}`];
  const { testResults, numTotalTests } = JSON.parse(readFileSync(file, 'utf8'));
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'));
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `“${fullName}”`));
  if (numTotalTests === 0 && broken.length === 0) return [`the ${suite} suite found none of ${specs.join(', ')}`];
  return [...failed, ...broken.map(({ name, message }) => `${name}, which does not load: ${message.slice(0, 300)}`)];
}

/** Every spec named by any fault, by suite. */
function all(lists) {
  const specs = {};
  for (const suites of lists) for (const [suite, files] of Object.entries(suites)) specs[suite] = [...new Set([...(specs[suite] ?? []), ...files])];
  return specs;
}
