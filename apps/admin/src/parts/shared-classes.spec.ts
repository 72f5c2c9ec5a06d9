import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const sheets = readdirSync('apps/admin/src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));

/** Classes a sheet styles by themselves, outside of anything else. */
const ownClasses = (path: string): string[] => [...readFileSync(`apps/admin/src/${path}`, 'utf8').matchAll(/^(\.[a-z][\w-]*) \{/gm)].map(([, name]) => name ?? '');

describe('a class of the parts', () => {
  // A room's style sheet stays once it was loaded, so it would change the parts on every page after it.
  it('is not given another look by a room', () => {
    const parts = new Set(sheets.filter((path) => path.startsWith('parts/')).flatMap(ownClasses));
    expect(parts.has('.key')).toBe(true);
    expect(sheets.filter((path) => !path.startsWith('parts/')).flatMap((path) => ownClasses(path).filter((name) => parts.has(name)).map((name) => `${path} ${name}`))).toEqual([]);
  });
});
