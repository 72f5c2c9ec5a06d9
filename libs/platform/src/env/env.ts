import { readFileSync } from 'node:fs';
import { z } from 'zod';

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
 * @throws Error naming every missing or malformed variable, one per line, without its value.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): EnvValues {
  const given: Record<string, string> = {};
  for (const name of envNames) {
    const file = source[`${name}_FILE`];
    const value = file ? readFileSync(file, 'utf8').trim() : source[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`);
}

/** Injectable holder of the values. */
export class Env {
  constructor(readonly values: EnvValues) {}

  get production(): boolean {
    return this.values.NODE_ENV === 'production';
  }
}
