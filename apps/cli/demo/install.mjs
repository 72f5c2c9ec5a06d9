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
  await runProgram('npm ci', command, parameters, { keeper, note: (line) => note(readable(line)) });
}

function packages(file) {
  const path = join(CHECKOUT, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** From "npm http fetch GET 200 https://registry/…/name-1.2.3.tgz 93ms" only the package is worth showing. */
function readable(line) {
  return /\/([^/]+)\.tgz/.exec(line)?.[1] ?? line.replace(/^npm (http|warn|info) /, '').slice(0, 60);
}
