import type { Tx } from '#platform';

/** Step: the village's own profile row, made when it is missing and locked against a second writer. */
export async function lockProfile(tx: Tx, name: string): Promise<void> {
  await tx.query(
    `insert into village_profiles (village_id, display_name, updated_at) values ($1, $2, $3)
     on conflict (village_id) do update set updated_at = excluded.updated_at`,
    [tx.actor.unitId, name, tx.now],
  );
}
