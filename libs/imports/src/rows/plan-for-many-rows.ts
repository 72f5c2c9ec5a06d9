import type { Tx } from '#platform';

/**
 * Step: for the rest of the transaction the planner expects many staged rows. It has no statistics of them (ANALYZE is the
 * owner's) and takes them for one row; a nested loop over 50,000 of them and as many others would not end. Sorts stay
 * in memory.
 */
export function planForManyRows(tx: Tx): void {
  tx.write('set local enable_nestloop = off');
  tx.write(`set local work_mem = '32MB'`);
}
