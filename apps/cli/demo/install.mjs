import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './data-directory.mjs';
import { npm, runProgram } from './run-program.mjs';

/**
 * Are the packages of the lockfile installed, in its versions? npm keeps its own account of what it has put into
 * node_modules; packages for other platforms are missing there on purpose.
 */
export function dependenciesInstalled() {
  const installed = packages('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packages('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version,
  );
}

/** `npm ci`, development packages included: the build needs them even where NODE_ENV says production. */
export async function installDependencies(keeper, note) {
  const [command, parameters] = npm(['ci', '--include=dev', '--no-progress', '--loglevel=http']);
  const fetched = new Set();
  const count = (line) => {
    const archive = /[^/]+\.tgz/.exec(line)?.[0];
    if (archive) note(`${fetched.add(archive).size} packages fetched`);
  };
  await runProgram('npm ci', command, parameters, { keeper, note: count, worthShowing: isReason });
}

function packages(file) {
  const path = join(CHECKOUT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** npm says what is wrong first and then, often, explains all its options. */
function isReason(line) {
  return line.startsWith('npm error') && !/^npm error( {2,}|$| aliases| Run "npm help| Options| npm ci$)/.test(line);
}
