import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { globSync } from './files.js';

/** Who may import whom. `may` is transitive downwards; nothing goes sideways or up. */
const may: Record<string, string[]> = {
  values: [],
  platform: ['values'],
  audit: ['platform'],
  tallies: ['platform'],
  villages: ['audit', 'tallies'],
  identity: ['villages'],
  documents: ['identity'],
  numbering: ['villages'],
  imports: ['documents'],
  residents: ['imports', 'numbering', 'tallies'],
  letters: ['residents'],
  ledger: ['audit'],
  pbb: ['residents', 'ledger', 'imports', 'numbering'],
  reports: ['tallies', 'villages'],
  // Of pbb only its facts and the jobs settle-deposit and unsettle-deposit.
  bank: ['ledger', 'imports', 'tallies', 'pbb'],
};

function below(lib: string): Set<string> {
  const all = new Set<string>();
  for (const next of may[lib] ?? []) {
    all.add(next);
    for (const deeper of below(next)) all.add(deeper);
  }
  return all;
}

const importPattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;

describe('imports', () => {
  const files = globSync('libs', /\.tsx?$/).filter((file) => !/\.(db-)?spec\.ts$/.test(file));

  it('knows every lib', () => {
    expect([...new Set(files.map((file) => file.split('/')[1]))].filter((lib) => lib && !(lib in may))).toEqual([]);
  });

  it.each(files)('%s imports only what lies below it, through its front door', (file) => {
    const lib = file.split('/')[1] ?? '';
    const allowed = below(lib);
    const wrong: string[] = [];
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(importPattern)) {
      if (target.startsWith('#') && !allowed.has(target.slice(1))) wrong.push(target);
      if (target.startsWith('.') && leavesLib(file, target)) wrong.push(target);
    }
    expect(wrong).toEqual([]);
  });
});

function leavesLib(file: string, target: string): boolean {
  const here = file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') here.pop();
    else if (part !== '.') here.push(part);
  }
  return here.slice(0, 2).join('/') !== file.split('/').slice(0, 2).join('/');
}
