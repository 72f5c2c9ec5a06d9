import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS, buildAll } from '../apps/cli/demo/build.mjs';
import { runProgram } from '../apps/cli/demo/run-program.mjs';

/**
 * The steps of `npm test` in the order they start. `cores` is how much of two cores a step takes: steps run beside
 * each other while that adds up to two.
 */
export const STEPS = [
  { name: 'typecheck', cores: 1, run: tool('typescript/bin/tsc', '-p', '.') },
  { name: 'lint', cores: 1, run: tool('oxlint/bin/oxlint', '--deny-warnings', 'apps', 'libs', 'test') },
  { name: 'typecheck-admin', cores: 1, run: tool('typescript/bin/tsc', '-p', 'apps/admin') },
  { name: 'unit', cores: 1, run: suite('unit') },
  { name: 'build', cores: 1, run: build },
  { name: 'house', cores: 1, needs: ['postgres'], run: suite('house') },
  { name: 'db', cores: 2, needs: ['postgres'], run: suite('db') },
  { name: 'e2e', cores: 2, needs: ['postgres'], after: ['build'], run: suite('e2e') },
  // Mostly waits for pages: the house stands beside it.
  { name: 'browser', cores: 1, needs: ['postgres', 'chromium', 'pdf-tools'], after: ['build'], run: suite('browser') },
];

/** A checker that says nothing when all is well. */
function tool(script, ...parameters) {
  return async ({ keeper, env }) => {
    await runProgram(script, process.execPath, [`node_modules/${script}`, ...parameters], { keeper, env });
    return null;
  };
}

async function build({ keeper }) {
  await buildAll(Object.keys(BUILDS), keeper, (_, work) => work(() => {}));
  return null;
}

/**
 * One Jest suite. A failing test is a result, not an error; a suite that cannot say what it ran is an error.
 * @returns {(context: object) => Promise<{ passed: number, failed: number, skipped: number, output: string }>}
 */
function suite(name) {
  return async ({ keeper, env }) => {
    const file = join(env.TMPDIR, `results-of-${name}.json`);
    const parameters = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-c', `test/jest.${name}.mjs`, '--json', `--outputFile=${file}`];
    let output = '';
    await runProgram(`the ${name} suite`, process.execPath, parameters, { keeper, env, keepAll: true }).catch((error) => {
      if (!existsSync(file)) throw error;
      output = error.output;
    });
    const json = JSON.parse(readFileSync(file, 'utf8'));
    if (json.numTotalTests === 0 && json.numRuntimeErrorTestSuites === 0) throw new Error(`The ${name} suite found no test.`);
    return { passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites, skipped: json.numPendingTests + json.numTodoTests, output };
  };
}
