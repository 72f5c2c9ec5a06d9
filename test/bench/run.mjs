import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from '../../apps/cli/demo/build.mjs';
import { defaultDataDirectory } from '../../apps/cli/demo/data-directory.mjs';
import { onEnd } from '../../apps/cli/demo/endings.mjs';
import { dependenciesInstalled, installDependencies } from '../../apps/cli/demo/install.mjs';
import { startKeeper } from '../../apps/cli/demo/keeper.mjs';
import { step } from '../../apps/cli/demo/progress.mjs';
import { Refusal } from '../../apps/cli/demo/refusal.mjs';
import { printTable } from './measure/table.mjs';

/**
 * `npm run bench`: Pamong and a bare measure of the same question, in turns, in one run. Every file of benches/ is one
 * bench. Ratios are what counts; no absolute time is ever judged. See README.md.
 */
const REGENCY_VILLAGES = 390;
const benches = readdirSync(fileURLToPath(new URL('benches', import.meta.url))).map((file) => file.replace(/\.mjs$/, '')).toSorted();

const USAGE = `npm run bench -- [names] [options]

  names            ${benches.join(', ')}; all of them when none is named; "seed" makes the data and measures nothing
  --villages N     a smaller regency in a database of its own, for a quick look (${REGENCY_VILLAGES})
  --anew           throw the data away and make it again
  --rounds N       how often the sides take turns (5)
  --seconds N      how long each turn lasts (3)
  --data-dir DIR   where Postgres keeps it all (${defaultDataDirectory('bench')})`;

const keeper = startKeeper();
const leave = async (code) => {
  await keeper.close();
  process.exit(code);
};
onEnd(() => leave(130));

let code = 0;
try {
  const options = readOptions();
  if (options) await run(options);
  else console.log(USAGE);
} catch (error) {
  console.error(`\n${error instanceof Refusal ? error.message : error.stack}\n`);
  code = 1;
}
await leave(code);

async function run({ names, ...options }) {
  if (!dependenciesInstalled()) await step('dependencies installed (npm ci)', (note) => installDependencies(keeper, note));
  await buildAll(['backEnd'], keeper, step);
  const { Stage } = await import('./stage/stage.mjs');
  const stage = await Stage.open({ ...options, keeper });
  const measured = [];
  for (const name of names) {
    const { default: bench } = await import(`./benches/${name}.mjs`);
    console.log(`\n${bench.title}`);
    const rows = await bench.run(stage);
    measured.push(...rows);
    await stage.clear();
  }
  await stage.close();
  if (measured.length > 0) printTable(measured);
}

/** @returns {object | null} null when only the usage is asked for */
function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      villages: { type: 'string', default: String(REGENCY_VILLAGES) },
      anew: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      'data-dir': { type: 'string', default: defaultDataDirectory('bench') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const unknown = positionals.filter((name) => name !== 'seed' && !benches.includes(name));
  if (unknown.length > 0) throw new Refusal(`No bench is called ${unknown.join(', ')}.\n\n${USAGE}`);
  const number = (name, most) => {
    const value = Number(values[name]);
    if (!(value > 0 && value <= most)) throw new Refusal(`--${name} must be a number up to ${most}.`);
    return value;
  };
  if (number('rounds', 100) * number('seconds', 100) > 150) throw new Refusal('--rounds times --seconds must not be more than 150: a sign-in is good for ten minutes.');
  return {
    names: positionals.length === 0 ? benches : positionals.filter((name) => name !== 'seed'),
    villages: Math.round(number('villages', REGENCY_VILLAGES)),
    rounds: Math.round(number('rounds', 100)),
    seconds: number('seconds', 100),
    anew: values.anew,
    directory: resolve(process.env.INIT_CWD ?? '.', values['data-dir']),
  };
}
