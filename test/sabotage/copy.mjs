import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from '../../apps/cli/demo/data-directory.mjs';

const PARTS = ['apps/api', 'apps/cli', 'apps/portal', 'apps/worker', 'docker', 'docs', 'libs', 'migrations', 'test', 'docker-compose.yml', 'package.json', 'tsconfig.json', '.swcrc'];

/** A copy of the sources to be spoilt, beside which the checkout stays as it is; dependencies are shared. */
export class Copy {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'pamong-sabotage-'));
    for (const part of PARTS) cpSync(join(CHECKOUT, part), join(this.root, part), { recursive: true });
    symlinkSync(join(CHECKOUT, 'node_modules'), join(this.root, 'node_modules'));
  }

  /**
   * Applies the edits of a fault.
   * @returns {() => void} puts everything back
   * @throws {Error} when a text to be replaced does not stand there exactly once: the fault must follow the code
   */
  spoil(edits) {
    const before = new Map();
    const restore = () => before.forEach((text, path) => writeFileSync(path, text));
    for (const { file, find, put } of edits) {
      const path = join(this.root, file);
      const text = readFileSync(path, 'utf8');
      if (!before.has(path)) before.set(path, text);
      if (find !== undefined && text.split(find).length !== 2) {
        restore();
        throw new Error(`${file} does not hold exactly once: ${find}`);
      }
      writeFileSync(path, find === undefined ? text + put : text.replace(find, () => put));
    }
    return restore;
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
