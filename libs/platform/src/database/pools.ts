import pg from 'pg';

/** Money and counters are bigint in SQL; this pool returns them as BigInt without touching other users of pg. */
const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 && format !== 'binary' ? BigInt : dateAsText(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** `date` stays 'YYYY-MM-DD': a calendar day has no time zone. */
function dateAsText(oid: number): ((value: string) => string) | undefined {
  return oid === 1082 ? (value) => value : undefined;
}

/** How the text of one type is read. */
export const typeParser = (oid: number): ((text: string) => unknown) => types.getTypeParser(oid, 'text') as (text: string) => unknown;

/** A pool that survives Postgres restarting: idle connections that die are dropped, not thrown. */
export function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000, types, ...config });
  pool.on('error', () => undefined);
  return pool;
}
