import type { Tx } from '#platform';
import type { PlainDate } from '#values';
import type { KnownSetting } from './known-settings.js';

/** Step: stores a checked value from a day on, as the village's override or, in the regency's office, as everyone's default. */
export async function writeSetting<T>(tx: Tx, known: KnownSetting<T>, value: T, effectiveFrom: PlainDate): Promise<void> {
  const json = JSON.stringify(value);
  if (tx.actor.unitId === 0) {
    await tx.query(
      `insert into regency_settings (key, effective_from, value) values ($1, $2, $3) on conflict (key, effective_from) do update set value = excluded.value`,
      [known.key, effectiveFrom, json],
    );
    return;
  }
  await tx.query(
    `insert into village_settings (village_id, key, effective_from, value) values ($1, $2, $3, $4)
     on conflict (village_id, key, effective_from) do update set value = excluded.value`,
    [tx.actor.unitId, known.key, effectiveFrom, json],
  );
}
