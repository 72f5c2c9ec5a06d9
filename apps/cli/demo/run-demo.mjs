import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeAccess, writeAccess } from './access.mjs';
import { Applications } from './applications.mjs';
import { BUILDS, buildAll } from './build.mjs';
import { configuration } from './configuration.mjs';
import { CHECKOUT, prepareDataDirectory } from './data-directory.mjs';
import { onEnd } from './endings.mjs';
import { fingerprint } from './fingerprint.mjs';
import { dependenciesInstalled, installDependencies } from './install.mjs';
import { startKeeper } from './keeper.mjs';
import { readOptions, USAGE } from './options.mjs';
import { importTaxList, setPenaltyRules } from './load-tax.mjs';
import { freePort, isPortFree } from './port.mjs';
import { bringUpPostgres, givenUrls, withConnection } from './postgres.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { ProgramFailed, runProgram } from './run-program.mjs';
import { claimRun, waitForFormerRun } from './run-claim.mjs';
import { serverUser } from './server-user.mjs';
import { Stamps } from './stamps.mjs';

const CLI = 'dist/apps/cli/src/main.js';

/** From a bare machine to a running platform, and back to nothing when it is told to stop. */
export async function runDemo(argv) {
  let keeper = null;
  const leave = async (code) => {
    await keeper?.close();
    process.exit(code);
  };
  try {
    const options = readOptions(argv);
    if (options.help) return console.log(USAGE);
    await refuseEarly(options);
    keeper = startKeeper();
    claimRun(options.directory, keeper.pid, options.port);
    const applications = new Applications(keeper, folder());
    onEnd((why) => {
      applications.stopping();
      console.log(`\nStopping (${why}) ...`);
      void leave(0);
    });
    console.log(`\nPamong demo  (Node ${process.versions.node}, data in ${options.directory})\n`);
    const access = await start(options, keeper, applications);
    console.log(describeAccess(access));
    console.log('  Ctrl-C stops everything. The data stays for the next start.\n');
    await applications.died;
  } catch (error) {
    console.error(`\n${error instanceof Refusal || error instanceof ProgramFailed ? error.message : error.stack}\n`);
    await leave(1);
  }
}

/** All that can be known to be wrong is said before anything is started. */
async function refuseEarly({ port, directory }) {
  if (process.platform === 'win32') throw new Refusal('The demo runs on Linux and macOS; on Windows use WSL.');
  try {
    accessSync(CHECKOUT, constants.W_OK);
    mkdirSync(folder(), { recursive: true });
    accessSync(folder(), constants.W_OK);
  } catch (error) {
    throw new Refusal(`No permission to write in ${CHECKOUT}; the demo installs, builds and keeps its logs there.`, { cause: error });
  }
  prepareDataDirectory(directory, givenUrls() ? null : serverUser());
  await waitForFormerRun(directory);
  for (const [wanted, who] of [[port, 'the API'], [port + 1, 'the portal']]) {
    if (!(await isPortFree(wanted))) throw new Refusal(`Port ${wanted}, which ${who} needs, is taken: end the program that uses it, or choose another with npm run demo -- --port ${port + 100}.`);
  }
}

async function start(options, keeper, applications) {
  if (!dependenciesInstalled()) await step('dependencies installed (npm ci)', (note) => installDependencies(keeper, note));
  await buildAll(Object.keys(BUILDS), keeper, step);

  const { urls, databaseId } = await step('PostgreSQL is up', (note) => database(options, keeper, note));
  const env = await configuration(options, urls);
  const command = (title, name, parameters = []) =>
    step(title, (note) => runProgram(`pamong ${name}`, process.execPath, [CLI, name, ...parameters], { keeper, env, note }));

  const stamps = new Stamps(join(options.directory, 'stamps.json'));
  const code = `${databaseId} ${fingerprint(['migrations', ...BUILDS.backEnd.sources])}`;
  if (!stamps.has('database', code)) {
    await command('database migrated', 'migrate');
    await command('regency, districts and villages provisioned', 'provision');
    stamps.set('database', code);
  }
  const run = { worker: env.WORKER_HEALTH_PORT, api: env.PORT, portal: env.PORTAL_PORT };
  const startAll = (names) => step(`${names.join(', ')} ready`, () => Promise.all(names.map((name) => applications.start(name, env, run[name]))));
  const usersFile = join(options.directory, 'demo-users.json');
  const list = (name) => join(options.directory, 'lists', name);
  const sampleStatement = list('contoh-rekening-koran.csv');
  const seed = `${databaseId} ${options.villages} ${options.residents} with land tax, cash and a bank account`;
  if (stamps.has('seed', seed) && existsSync(usersFile)) await startAll(['worker', 'api', 'portal']);
  else {
    // The API opens last: whoever waits for it finds everything.
    await startAll(['worker']);
    const half = `${usersFile}.part`;
    await command('demo users loaded', 'seed-demo', ['--villages', String(options.villages), '--users-file', half]);
    // Loaded now, because it needs a package: this file itself must start where nothing is installed yet.
    const { writeLists } = await import('./resident-lists.mjs');
    const { lists, tax } = await step('lists of residents and land tax written', () => writeLists({ directory: options.directory, owner: urls.owner, users: JSON.parse(readFileSync(half, 'utf8')), residents: options.residents }));
    for (const { village, operator, path } of lists) {
      await command(`residents of ${village} imported from ${basename(path)}`, 'import-residents', [path, '--village', village, '--user', operator, '--rows', 'good']);
    }
    await command('areas given to heads of hamlet and RT', 'seed-demo-areas');
    await loadTax(JSON.parse(readFileSync(half, 'utf8')), tax, env, applications);
    await command('collectors, receipts and deposits of the last days', 'seed-demo-cash');
    await command('a bank account and a statement of it', 'seed-demo-bank', ['--file', sampleStatement]);
    renameSync(half, usersFile);
    stamps.set('seed', seed);
    await startAll(['api', 'portal']);
  }
  const access = { api: `http://localhost:${options.port}`, portal: `http://localhost:${options.port + 1}`, databaseUrl: urls.owner, sampleList: list('contoh-penduduk.xlsx'), sampleTaxList: list('contoh-dhkp.xlsx'), sampleStatement, users: JSON.parse(readFileSync(usersFile, 'utf8')) };
  writeAccess(folder(), access);
  return access;
}

/** Land tax comes in through the API as the tax office's people bring it; on a port nobody knows, for theirs opens last. */
async function loadTax(users, tax, env, applications) {
  const officers = users.filter(({ role }) => role === 'tax-office');
  const port = await freePort(Number(env.WORKER_HEALTH_PORT) + 1);
  const address = `http://127.0.0.1:${port}`;
  const api = await applications.start('api', { ...env, PORT: String(port) }, port);
  await step('penalty rules proposed and approved', () => setPenaltyRules(address, officers));
  await step(`land tax of two years imported from ${basename(tax.path)}`, (note) => importTaxList(address, officers[0], tax, note));
  await applications.stop(api);
}

/** The server the environment names, or our own; with a name for this very database, so that stamps of a dropped one do not count. */
async function database({ directory }, keeper, note) {
  let urls = givenUrls();
  if (!urls) {
    const postgres = await bringUpPostgres({ directory, keeper, say: note });
    await postgres.createDatabase('pamong');
    urls = postgres.urlsOf('pamong');
  }
  const { rows } = await withConnection(urls.owner, (client) => client.query('SELECT oid::text, datname FROM pg_database WHERE datname = current_database()'));
  return { urls, databaseId: `${rows[0].datname}:${rows[0].oid}` };
}

function folder() {
  return join(CHECKOUT, '.demo');
}
