import { DataSource } from 'typeorm';
import { Clock, Database, makePool } from '#platform';
import { parserConfig } from '../../libs/platform/src/database/pools.js';
import { asOwner, workerDatabase } from './database.js';

/** A `Database` as one of the app roles on this test worker's copy, with its clock. */
export interface OpenDatabase {
  readonly database: Database;
  readonly clock: Clock;
  close(): Promise<void>;
}

export async function openDatabase(role: 'app' | 'worker' | 'portal' = 'app', urls = workerDatabase()): Promise<OpenDatabase> {
  const source = await new DataSource({ type: 'postgres', url: urls[role], extra: { max: 12, ...parserConfig } }).initialize();
  const pool = makePool({ connectionString: urls[role], max: 4, pipeline: true });
  const clock = new Clock();
  return {
    database: new Database(source, pool, clock),
    clock,
    close: async () => {
      await source.destroy();
      await pool.end();
    },
  };
}

let nextUnit = 1_000;

/** A new invented village; each spec file builds its own two. The id differs per test worker. */
export async function buildVillage(kind: 'desa' | 'kelurahan' = 'desa'): Promise<{ unitId: number; code: string; districtCode: string }> {
  nextUnit += 1;
  const unitId = nextUnit + (process.pid % 5_000) * 1_000;
  const districtCode = '98.01.01';
  const code = `98.${String(Math.floor(unitId / 10_000) % 100).padStart(2, '0')}.${String(Math.floor(unitId / 1_000) % 100).padStart(2, '0')}.${kind === 'desa' ? 2 : 1}${String(unitId % 1_000).padStart(3, '0')}`;
  await asOwner(`insert into regions (code, name, kind) values ('98.01', 'Kabupaten Uji', 'regency'), ($1, 'Kecamatan Uji', 'district') on conflict do nothing`, [districtCode]);
  await asOwner(`insert into units (id, code, kind, district_code) values (0, '98.01', 'regency', null) on conflict do nothing`);
  await asOwner(`insert into regions (code, name, kind, parent_code) values ($1, $2, $3, $4) on conflict do nothing`, [code, `Uji ${unitId}`, kind, districtCode]);
  await asOwner(`insert into units (id, code, kind, district_code) values ($1, $2, $3, $4) on conflict do nothing`, [unitId, code, kind, districtCode]);
  return { unitId, code, districtCode };
}
