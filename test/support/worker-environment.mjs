import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLE_VARIABLES } from '../../apps/cli/demo/postgres.mjs';

/** Jest `setupFiles`: every worker sees its own copy of the database, its own object store and fixed secrets. */
const { clones, runner } = JSON.parse(process.env.PAMONG_TEST_CLUSTER);
const worker = Number(process.env.JEST_WORKER_ID ?? 1);
const store = join(tmpdir(), `pamong-test-${runner}`, String(worker));
mkdirSync(store, { recursive: true });

for (const [role, variable] of Object.entries(ROLE_VARIABLES)) process.env[variable] = clones[worker - 1][role];
Object.assign(process.env, {
  NODE_ENV: 'test',
  PAMONG_STORE_DIR: store,
  PAMONG_PUBLIC_URL: 'http://localhost:3001',
  PAMONG_JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  PAMONG_QR_KEYS: `1:${'00112233445566778899aabbccddeeff'.repeat(2)}`,
});
delete process.env.REDIS_URL;
