/**
 * `npm test`: lint, types and every suite, one line each; ends with the sum. `--only unit,db` chooses.
 * Needs Node and the installed packages; Postgres is brought up by the suites themselves.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

const steps = [
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unit', suite: 'unit' },
  { name: 'house', suite: 'house' },
  { name: 'db', suite: 'db' },
  { name: 'e2e', suite: 'e2e' },
  { name: 'browser', suite: 'browser', missing: chromium ? null : 'no Chromium found; install it (Debian: apt-get install chromium) or set CHROMIUM_PATH' },
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? process.argv[onlyAt + 1].split(',') : null;
let passed = 0;
let failed = 0;

for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  if (step.missing) {
    console.log(`- ${step.name}: not run, ${step.missing}`);
    continue;
  }
  const started = Date.now();
  const report = join(tmpdir(), `pamong-${process.pid}-${step.name}.json`);
  const command = step.suite
    ? [process.execPath, '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '-c', `test/jest.${step.suite}.mjs`, '--passWithNoTests', '--json', '--outputFile', report]
    : step.command;
  const { code, output } = await run(command);
  const counts = step.suite && existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(report, { force: true });
  passed += counts ? counts.numPassedTests : code === 0 ? 1 : 0;
  // A suite that could not even start counts as failed too.
  failed += counts ? Math.max(counts.numFailedTests, code === 0 ? 0 : 1) : code === 0 ? 0 : 1;
  console.log(`- ${step.name}: ${code === 0 ? 'ok' : 'FAILED'}${counts ? `, ${counts.numPassedTests} tests` : ''}, ${Math.round((Date.now() - started) / 1000)} s`);
  if (code !== 0) console.log(output);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run([program, ...rest]) {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_NO_WARNINGS: '1', CHROMIUM_PATH: chromium ?? '' } });
    const pieces = [];
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(pieces).toString().slice(-20_000) }));
  });
}
