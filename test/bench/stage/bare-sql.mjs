import pg from 'pg';

const DATE = 1082;
/** Days stay text, as every side has them. */
const types = { getTypeParser: (oid, format) => (oid === DATE ? (value) => value : pg.types.getTypeParser(oid, format)) };

/**
 * Statements straight from `pg` as the owner, whom no row level security binds: prepared, one round trip, nothing
 * around them.
 * @param {string} ownerUrl
 * @param {number} connections
 */
export function bareSql(ownerUrl, connections) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections, types });
  pool.on('error', () => {});
  return {
    /** @param {{ name: string, text: string, values: unknown[] }} statement */
    ask: async (statement) => (await pool.query(statement)).rows,
    close: () => pool.end(),
  };
}
