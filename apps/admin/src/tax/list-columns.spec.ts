import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { LIST_FIELDS } from './list-columns.js';

// As text: the server's own types are not the browser's.
const source = readFileSync('libs/pbb/src/assessment-import/rules/assessment-columns.ts', 'utf8');
const read = [...source.matchAll(/^ {2}(\w+): \{ heading: '[^']*', label: '([^']*)'/gm)].map(([, field, label]) => [field, label]);

it('offers every column the import reads, by the name its issues use', () => {
  expect(read.length).toBeGreaterThan(10);
  expect(LIST_FIELDS.map(({ field, label }) => [field, label])).toEqual(read);
});
