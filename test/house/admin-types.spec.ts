import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

describe('the generated types of the API', () => {
  it('are those of docs/openapi.json (npm run client writes them anew)', () => {
    const generated = execFileSync(process.execPath, ['node_modules/openapi-typescript/bin/cli.js', 'docs/openapi.json'], { encoding: 'utf8' });
    const described = generated.slice(generated.indexOf('export interface paths'));
    const kept = readFileSync('apps/admin/src/api/schema.ts', 'utf8');
    expect(kept.slice(kept.indexOf('export interface paths')).trim() === described.trim()).toBe(true);
  }, 30_000);
});
