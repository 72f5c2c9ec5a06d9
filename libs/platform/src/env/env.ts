import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartFailure } from '../start/start-failure.js';

/**
 * Every environment variable Pamong reads, typed and checked once at boot. `.env.example` documents
 * the same list; a spec keeps the two equal. Any variable may instead come from a file named by
 * `<NAME>_FILE` (Docker and systemd secrets).
 */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DATABASE_URL: z.url(),
  DATABASE_WORKER_URL: z.url().optional(),
  DATABASE_PORTAL_URL: z.url().optional(),
  DATABASE_OWNER_URL: z.url().optional(),
  /** Connections of one process for transactions / for the pipelined read path. All processes together stay below 60. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(40).default(8),
  DATABASE_READ_POOL: z.coerce.number().int().min(1).max(40).default(6),
  REDIS_URL: z.url().optional(),
  PAMONG_STORE_DIR: z.string().min(1),
  PAMONG_JWT_SECRET: z.string().min(32),
  /** Versioned MAC keys of QR tokens: `1:<base64url>,2:<base64url>`; the highest version signs, all verify. */
  PAMONG_QR_KEYS: z.string().regex(/^\d+:[\w-]{43,}(,\d+:[\w-]{43,})*$/),
  /** Address printed in QR codes; the portal must answer there. */
  PAMONG_PUBLIC_URL: z.url().default('http://localhost:3001'),
  PORT: z.coerce.number().int().default(3000),
  PORTAL_PORT: z.coerce.number().int().default(3001),
  HOST: z.string().default('127.0.0.1'),
  WORKER_HEALTH_PORT: z.coerce.number().int().default(3002),
  /** Prometheus metrics, on loopback only; 0 turns them off. */
  METRICS_PORT: z.coerce.number().int().default(0),
  /** Comma-separated addresses or CIDRs of the reverse proxy whose X-Forwarded-* and X-Request-Id are believed. */
  TRUSTED_PROXIES: z.string().default(''),
  PAMONG_ADMIN_DIR: z.string().default(''),
  PAMONG_TYPESET_PROCESSES: z.coerce.number().int().min(1).max(16).default(1),
  PAMONG_LETTER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(4),
});

export type EnvValues = z.infer<typeof schema>;
export const envNames = Object.keys(schema.shape);

/**
 * Reads and checks the environment.
 * @throws StartFailure naming every missing or malformed variable and what it should be, without its value.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): EnvValues {
  const given: Record<string, string> = {};
  for (const name of envNames) {
    const file = source[`${name}_FILE`];
    const value = file ? secretIn(file, `${name}_FILE`) : source[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return name in given ? `${name} must be ${wanted(issue)}` : `${name} is not set`;
  });
  throw new StartFailure(`${wrong.join('; ')}: set ${wrong.length > 1 ? 'them' : 'it'} in the environment, as .env.example describes.`);
}

function secretIn(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartFailure(`${name} names the file ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}): put it there, readable by this user.`, { cause: error });
  }
}

/** What a value should have been; never what it was. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return issue.origin === 'string' ? `at least ${issue.minimum} characters long` : `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') return 'a whole number';
  return issue.code === 'invalid_format' && issue.format === 'url' ? 'a whole address, such as postgres://user:password@host:5432/name' : 'keys as `1:` and 43 characters of base64url';
}

/** Injectable holder of the values. */
export class Env {
  constructor(readonly values: EnvValues) {}

  get production(): boolean {
    return this.values.NODE_ENV === 'production';
  }
}
