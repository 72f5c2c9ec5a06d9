import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../sabotage/faults.mjs';

/** The faults are tried on demand; that they still fit the sources is looked at every time. */
describe('the faults of npm run sabotage', () => {
  const edits = FAULTS.flatMap((fault) => fault.edits.map((edit) => ({ name: fault.name, ...edit })));

  it.each(edits)('$name: the place is there exactly once in $file', ({ file, find }) => {
    const source = readFileSync(file, 'utf8');
    expect(find === undefined ? 1 : source.split(find).length - 1).toBe(1);
  });

  it.each(FAULTS)('$name: the suites that should notice exist', ({ suites }) => {
    for (const file of Object.values(suites).flat()) expect(readFileSync(file, 'utf8')).toMatch(/^describe/m);
  });
});
