import type { Tx } from '#platform';

/**
 * Step: tells the planner of rows this transaction wrote in bulk, which autovacuum will not have seen when they are next worked
 * with. The worker's right alone.
 * @param tables names of tables of ours
 */
export function analyze(tx: Tx, ...tables: readonly string[]): void {
  tx.write('select app.analyze(variadic $1::text[])', [tables]);
}
