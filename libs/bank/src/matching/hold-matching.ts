import type { Tx } from '#platform';

/** Step: one matching at a time at the regency's office, by the house or by a person; the indexes of the claims hold it even so. */
export function holdMatching(tx: Tx): void {
  tx.write(`select pg_advisory_xact_lock(hashtextextended('matching', $1::bigint))`, [tx.actor.unitId]);
}
