import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { envNames } from '#platform';
import { globSync } from './files.js';

const guide = readFileSync('docs/operator-guide.md', 'utf8');
const section = (heading: string): string => new RegExp(`\\n## ${heading}\\n(.*?)\\n## `, 's').exec(guide)?.[1] ?? '';

describe('the operator guide', () => {
  it('names only commands and options that exist', () => {
    const commands = globSync('apps/cli/src', /\.command\.ts$/).map((file) => readFileSync(file, 'utf8'));
    const asked = [...guide.matchAll(/pamong ((?:[a-z]+-)*[a-z]+)((?: [^`|#\n>]*)?)/g)].filter(([, name = '']) => commands.some((source) => source.includes(`new Command('${name}')`)) || guide.includes(`\`pamong ${name}`));
    expect(asked.length).toBeGreaterThan(8);
    for (const [, name = '', rest = ''] of asked) {
      const source = commands.find((text) => text.includes(`new Command('${name}')`));
      expect([name, source !== undefined]).toEqual([name, true]);
      for (const [option = ''] of rest.matchAll(/--[a-z]+/g)) expect([name, option, source?.includes(`'${option}`)]).toEqual([name, option, true]);
    }
  });

  it('names only variables that exist, and of the portal every one it reads', () => {
    const rows = /\n### The portal's variables\n(.*?)\n### /s.exec(guide)?.[1]?.match(/^\| `.*? \|/gm) ?? [];
    const listed = rows.flatMap((row) => row.match(/[A-Z]+(?:_[A-Z]+)+|HOST/g) ?? []);
    expect(listed.filter((name) => !envNames.includes(name))).toEqual([]);
    const read = [...globSync('apps/portal/src', /\.ts$/), 'libs/platform/src/http/start-http.ts'].filter((file) => !file.includes('spec')).flatMap((file) => readFileSync(file, 'utf8').match(/\b(?:[A-Z]+_)*[A-Z]+\b/g) ?? []);
    expect(envNames.filter((name) => read.includes(name) && !listed.includes(name))).toEqual([]);
  });

  it('hands a list to the container before it imports it', () => {
    expect(guide).toMatch(/docker compose run --rm --volume "\$PWD\/(\S+):(\/mnt\/\S+):ro" cli import-residents \2 --village/);
    expect(readFileSync('docker-compose.yml', 'utf8')).toContain('METRICS_PORT: ${METRICS_PORT:-0}');
  });

  it('restores in the only order that works: database, its privileges, data, and then proves it', () => {
    const steps = ['roles.sql', 'CREATE DATABASE', 'database.sql', 'pg_restore --exclude-schema=pg_catalog', 'backup/store/ ', 'secrets.tar', 'pamong migrate', 'pamong verify-audit', 'pamong recount'];
    const places = steps.map((step) => section('Restore').indexOf(step));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('makes the database as the container image makes it', () => {
    const [, options] = /CREATE DATABASE pamong OWNER pamong_owner (.*?);/.exec(readFileSync('docker/postgres/initialise.sh', 'utf8')) ?? [];
    expect(options).toBeDefined();
    expect(section('Restore')).toContain(`CREATE DATABASE pamong OWNER pamong_owner ${options}`);
  });
});
