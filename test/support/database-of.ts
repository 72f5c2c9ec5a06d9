import { DataSource } from 'typeorm';
import { Clock, Database, makePool } from '#platform';
import { parserConfig } from '../../libs/platform/src/database/pools.js';
import { workerDatabase } from './database.js';
import { buildUnit } from './unit.js';

/** A `Database` as one of the app roles on this test worker's copy, with its clock. */
export interface OpenDatabase {
  readonly database: Database;
  readonly clock: Clock;
  /** Its connections without a village: to look at what a transaction leaves behind. */
  readonly source: DataSource;
  close(): Promise<void>;
}

export async function openDatabase(role: 'app' | 'worker' | 'portal' = 'app', urls = workerDatabase()): Promise<OpenDatabase> {
  const source = await new DataSource({ type: 'postgres', url: urls[role], extra: { max: 12, ...parserConfig } }).initialize();
  const pool = makePool({ connectionString: urls[role], max: 4 });
  const clock = new Clock();
  return {
    database: new Database(source, pool, clock),
    clock,
    source,
    close: async () => {
      await source.destroy();
      await pool.end();
    },
  };
}

/** A new invented village of its own for the spec file that asks. */
export async function buildVillage(kind: 'desa' | 'kelurahan' = 'desa'): Promise<{ unitId: number; code: string; districtCode: string }> {
  const { id, code, district } = await buildUnit(kind);
  return { unitId: id, code, districtCode: district };
}
