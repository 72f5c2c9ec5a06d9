import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { globSync } from './files.js';

const roles = ['entity', 'dto', 'controller', 'queries', 'workflow', 'job', 'errors', 'permissions', 'tallies', 'module', 'guard', 'spec', 'db-spec', 'e2e-spec', 'filter', 'strategy', 'command'];
const drawers = /(^|\/)(common|utils?|helpers?|misc|shared)(\/|$)/;
const longest = 300;

describe('files', () => {
  const sources = ['libs', 'apps'].flatMap((folder) => globSync(folder, /\.(ts|tsx|mjs|js)$/)).filter((path) => !path.startsWith('apps/admin/src/api/'));

  it.each(sources)('%s is named after a noun or a verb', (path) => {
    expect(path).not.toMatch(drawers);
    const name = path.split('/').at(-1) ?? '';
    const [base = '', ...suffixes] = name.replace(/\.(ts|tsx|mjs|js)$/, '').split('.');
    expect(base).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const suffix of suffixes) expect([...roles, 'd', 'module', 'config']).toContain(suffix);
  });

  it.each(sources.filter((path) => !/spec\.tsx?$/.test(path)))('%s tells one story', (path) => {
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThanOrEqual(longest);
  });

  it('has one front door per lib', () => {
    expect(sources.filter((path) => /^libs\/[^/]+\/src\/.+\/index\.ts$/.test(path))).toEqual([]);
  });
});
