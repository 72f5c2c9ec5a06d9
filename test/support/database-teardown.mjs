import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropDatabases } from './postgres.mjs';

/** After an interrupted run none of this happens: the keeper stops the server, the next run drops the copies. */
export default async function tearDown() {
  await dropDatabases(globalThis.testPostgres.admin, globalThis.testClones);
  await globalThis.testPostgres.close();
  rmSync(join(tmpdir(), `pamong-test-${process.pid}`), { recursive: true, force: true });
}
