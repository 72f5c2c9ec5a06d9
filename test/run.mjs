import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDirectory } from '../apps/cli/demo/data-directory.mjs';
import { onEnd } from '../apps/cli/demo/endings.mjs';
import { dependenciesInstalled, installDependencies } from '../apps/cli/demo/install.mjs';
import { startKeeper } from '../apps/cli/demo/keeper.mjs';
import { step } from '../apps/cli/demo/progress.mjs';
import { Refusal } from '../apps/cli/demo/refusal.mjs';

/**
 * `npm test`: everything that must hold, one line for each step with its seconds. Needs Node and npm alone; what a
 * machine lacks (a Redis, a Chromium) is said plainly. `npm test -- --only unit,db` runs some of it.
 * The last line is always "N passed, N failed".
 */
const CORES = 2;
const started = Date.now();
const keeper = startKeeper();
/** Everything the suites put into the temporary directory goes with this one. */
const temporary = mkdtempSync(join(tmpdir(), 'pamong-test-run-'));
const leave = async (code) => {
  await keeper.close();
  rmSync(temporary, { recursive: true, force: true });
  process.exit(code);
};
onEnd(() => leave(130));

let code = 1;
try {
  code = await run(readOnly());
} catch (error) {
  console.error(`\n${error instanceof Refusal ? error.message : error.stack}\n\n0 passed, 1 failed`);
}
await leave(code);

async function run(only) {
  if (!dependenciesInstalled()) await step('dependencies installed (npm ci)', (note) => installDependencies(keeper, note));
  const { STEPS } = await import('./steps.mjs');
  const unknown = only?.filter((name) => STEPS.every((candidate) => candidate.name !== name)) ?? [];
  if (unknown.length > 0) throw new Refusal(`No step is called ${unknown.join(', ')}; there are ${STEPS.map(({ name }) => name).join(', ')}.`);
  const chosen = STEPS.filter(({ name }) => !only || only.includes(name) || (name === 'build' && (only.includes('browser') || only.includes('e2e'))));

  const context = { keeper, env: { ...process.env, TMPDIR: temporary }, absent: {} };
  await services(chosen, context);
  const outcomes = await runSteps(chosen, context);
  return conclude(outcomes, context);
}

/** Postgres is held for the whole run, so that the suites need not start and stop it one by one. */
async function services(chosen, context) {
  const needed = new Set(chosen.flatMap(({ needs }) => needs ?? []));
  const { bringUpPostgres } = await import('../apps/cli/demo/postgres.mjs');
  const { bringUpRedis, onPath } = await import('./support/redis.mjs');
  if (needed.has('postgres')) {
    const directory = process.env.PAMONG_TEST_DATA_DIR || defaultDataDirectory('test');
    const postgres = await bringUpPostgres({ directory, keeper, forTests: true });
    const redis = await bringUpRedis(keeper, temporary);
    if (redis) context.env.TEST_REDIS_URL = redis.url;
    else console.log('  --  no valkey-server or redis-server here: the contract suites of queue and rate limits run on Postgres only');
    console.log(`  ok  services: ${postgres.origin}${redis ? `; ${redis.origin}` : ''}`);
  }
  if (needed.has('chromium')) {
    const chromium = process.env.CHROMIUM_PATH || onPath(['chromium', 'chromium-browser', 'google-chrome']);
    if (chromium) context.env.CHROMIUM_PATH = chromium;
    else context.absent.chromium = 'no Chromium on this machine (apt-get install chromium, or set CHROMIUM_PATH)';
  }
  if (needed.has('pdf-tools')) {
    const missing = ['pdftotext', 'pdftoppm', 'qpdf'].filter((tool) => !onPath([tool]));
    if (missing.length > 0) context.absent['pdf-tools'] = `no ${missing.join(', ')} on this machine (apt-get install poppler-utils qpdf)`;
  }
}

/** Starts steps in their order while cores are free; a step waits for those it comes after. */
async function runSteps(chosen, context) {
  const outcomes = new Map();
  const running = new Map();
  const waiting = [...chosen];
  let free = CORES;
  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.findIndex((next) => next.cores <= free && (next.after ?? []).every((name) => outcomes.has(name) || chosen.every((other) => other.name !== name)));
    if (ready >= 0) {
      const [next] = waiting.splice(ready, 1);
      free -= next.cores;
      running.set(next.name, runStep(next, context).then((outcome) => {
        outcomes.set(next.name, outcome);
        running.delete(next.name);
        free += next.cores;
      }));
    } else await Promise.race(running.values());
  }
  return outcomes;
}

async function runStep({ name, needs = [], run: work }, context) {
  const lacking = needs.map((need) => context.absent[need]).find(Boolean);
  if (lacking) {
    console.log(`  --  ${name} NOT RUN: ${lacking}`);
    return { passed: 0, failed: process.env.PAMONG_TEST_ALL ? 1 : 0, skipped: 0 };
  }
  const from = Date.now();
  let outcome;
  try {
    outcome = await work(context);
  } catch (error) {
    outcome = { passed: 0, failed: 1, skipped: 0, output: error.message };
  }
  const seconds = `${((Date.now() - from) / 1000).toFixed(1)} s`;
  const counts = outcome && (outcome.passed > 0 || outcome.failed > 0) ? `  ${outcome.passed} passed, ${outcome.failed} failed${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}` : '';
  console.log(`  ${outcome?.failed ? '!!' : 'ok'}  ${name.padEnd(16)} ${seconds.padStart(8)}${counts}`);
  if (outcome?.failed) console.log(`\n${outcome.output}\n`);
  return outcome ?? { passed: 0, failed: 0, skipped: 0 };
}

function conclude(outcomes, context) {
  const sum = (key) => [...outcomes.values()].reduce((total, outcome) => total + outcome[key], 0);
  const broken = [...outcomes].filter(([, outcome]) => outcome.failed > 0).map(([name]) => name);
  console.log(`\n  ${((Date.now() - started) / 1000).toFixed(0)} s${broken.length ? `; failed: ${broken.join(', ')}` : ''}${Object.values(context.absent).map((text) => `; ${text}`).join('')}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return broken.length > 0 ? 1 : 0;
}

function readOnly() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  return values.only?.split(',').map((name) => name.trim()) ?? null;
}
