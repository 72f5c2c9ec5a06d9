import type { Tx } from '#platform';
import { tokensOf } from './name-tokens.js';

/** Makes new residents findable by the words of their names; one statement however many they are. */
export async function insertTokens(tx: Tx, residents: readonly { id: string; name: string }[]): Promise<void> {
  const tokens: string[] = [];
  const ids: string[] = [];
  for (const { id, name } of residents) {
    for (const token of tokensOf(name)) {
      tokens.push(token);
      ids.push(id);
    }
  }
  if (ids.length === 0) return;
  await tx.query(
    'insert into resident_tokens (village_id, token, resident_id) select $1, t.token, t.id from unnest($2::text[], $3::uuid[]) as t(token, id)',
    [tx.actor.unitId, tokens, ids],
  );
}

/** After a change of name: words that are gone go, new ones come. The old name says which, so no index by resident is kept. */
export async function replaceTokens(tx: Tx, residentId: string, oldName: string, newName: string): Promise<void> {
  const before = tokensOf(oldName);
  const after = tokensOf(newName);
  await tx.query('delete from resident_tokens where village_id = $1 and token = any($2) and resident_id = $3', [tx.actor.unitId, before.filter((token) => !after.includes(token)), residentId]);
  await tx.query(
    'insert into resident_tokens (village_id, token, resident_id) select $1, token, $3 from unnest($2::text[]) as t(token)',
    [tx.actor.unitId, after.filter((token) => !before.includes(token)), residentId],
  );
}

/** Before people are taken away again (the reversal of an import). */
export async function removeTokens(tx: Tx, residents: readonly { id: string; name: string }[]): Promise<void> {
  const pairs = residents.flatMap(({ id, name }) => tokensOf(name).map((token) => [token, id] as const));
  if (pairs.length === 0) return;
  await tx.query(
    'delete from resident_tokens k using unnest($2::text[], $3::uuid[]) as t(token, id) where k.village_id = $1 and k.token = t.token and k.resident_id = t.id',
    [tx.actor.unitId, pairs.map(([token]) => token), pairs.map(([, id]) => id)],
  );
}
