import type pg from 'pg';
import { Clock, Database, makePool } from '#platform';
import { workerDatabase } from './database.js';
import { buildUnit } from './unit.js';

/** A `Database` as one of the app roles on this test worker's copy, with its clock. */
export interface OpenDatabase {
  readonly database: Database;
  readonly clock: Clock;
  /** Its connections without a village: to look at what a transaction leaves behind. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export async function openDatabase(role: 'app' | 'worker' | 'portal' = 'app', urls = workerDatabase()): Promise<OpenDatabase> {
  const pool = makePool({ connectionString: urls[role], max: 12 });
  const readPool = makePool({ connectionString: urls[role], max: 4 });
  const gone = [pool, readPool].map(goneFrom);
  const clock = new Clock();
  return {
    database: new Database(pool, readPool, clock),
    clock,
    pool,
    close: async () => {
      await Promise.all([pool.end(), readPool.end()]);
      await Promise.all(gone.map((closed) => closed()));
    },
  };
}

/** The same for a moment. */
export async function withDatabase<T>(role: 'app' | 'worker' | 'portal', work: (own: OpenDatabase) => Promise<T>): Promise<T> {
  const own = await openDatabase(role);
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}

/** A pool has ended once it has said goodbye; its sockets are gone only when the server has, and until then keep the process. */
function goneFrom(pool: pg.Pool): () => Promise<unknown> {
  const closed: Promise<void>[] = [];
  pool.on('connect', (client) => closed.push(new Promise((done) => client.once('end', done))));
  return () => Promise.all(closed);
}

/** A new invented village of its own for the spec file that asks. */
export async function buildVillage(kind: 'desa' | 'kelurahan' = 'desa'): Promise<{ unitId: number; code: string; districtCode: string }> {
  const { id, code, district } = await buildUnit(kind);
  return { unitId: id, code, districtCode: district };
}
