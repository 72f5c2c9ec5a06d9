import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Remembers what has been done, so that a second start does not do it again: a file of name → value. A stamp is
 * written after the deed, so an interrupted one is repeated; every deed can bear that.
 */
export class Stamps {
  #file;
  #values;

  constructor(file) {
    this.#file = file;
    this.#values = existsSync(file) ? readStamps(file) : {};
  }

  has(name, value) {
    return this.#values[name] === value;
  }

  set(name, value) {
    this.#values[name] = value;
    writeFileSync(this.#file, `${JSON.stringify(this.#values, null, 2)}\n`);
  }
}

function readStamps(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // cut off while it was written: everything is done once more
  }
}
