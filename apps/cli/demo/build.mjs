import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './data-directory.mjs';
import { fingerprint } from './fingerprint.mjs';
import { npm, runProgram } from './run-program.mjs';
import { Stamps } from './stamps.mjs';

const TOOLS = ['package.json', 'package-lock.json', '.swcrc', 'tsconfig.json'];

/** What has to be built, what it is made of, and a file whose absence shows that it was not. */
export const BUILDS = {
  backEnd: {
    title: 'back-end built',
    sources: ['apps/api', 'apps/portal', 'apps/worker', 'apps/cli/src', 'libs', ...TOOLS],
    proof: 'dist/apps/api/src/main.js',
    async run(keeper, note) {
      // A file that was renamed must not live on in dist.
      for (const folder of ['apps/api', 'apps/portal', 'apps/worker', 'apps/cli', 'libs']) rmSync(join(CHECKOUT, 'dist', folder), { recursive: true, force: true });
      await runProgram('The build', ...npm(['run', 'build', '--silent']), { keeper, note });
    },
  },
  admin: {
    title: 'admin built',
    sources: ['apps/admin', 'libs/values/src', ...TOOLS],
    proof: 'dist/apps/admin/index.html',
    async run(keeper, note) {
      const vite = 'node_modules/vite/bin/vite.js';
      await runProgram('The build of the admin', process.execPath, [vite, 'build', 'apps/admin', '--logLevel', 'warn'], { keeper, note, env: { ...process.env, NODE_ENV: 'production' } });
    },
  },
};

/**
 * Builds what has changed. Remembered in dist itself, so that deleting dist is enough to build anew.
 *
 * @param {string[]} names of BUILDS
 * @param {object} keeper
 * @param {(title: string, work: (note: (text: string) => void) => Promise<void>) => Promise<void>} step shows one build
 */
export async function buildAll(names, keeper, step) {
  mkdirSync(join(CHECKOUT, 'dist'), { recursive: true });
  for (const name of names) {
    const build = BUILDS[name];
    const stamp = fingerprint(build.sources);
    const stamps = new Stamps(join(CHECKOUT, `dist/.${name}.json`));
    if (stamps.has('sources', stamp) && existsSync(join(CHECKOUT, build.proof))) continue;
    await step(build.title, (note) => build.run(keeper, note));
    stamps.set('sources', stamp);
  }
}
