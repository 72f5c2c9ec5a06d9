import type { Tx } from '#platform';

export interface Proposal {
  readonly prefix: string;
  readonly unitId: number;
}

/** Rows of a prefix that are asked where they lie. */
const SAMPLE = 300;

/**
 * Which village a prefix nobody confirmed yet may be: the one the list is for, else the one whose name the addresses of its
 * objects tell most often. A proposal only: a person of the tax office confirms it, and nothing is applied before.
 */
export async function proposeVillages(tx: Tx, runId: string, listOf: number | null): Promise<Proposal[]> {
  const rows = await tx.query<{ prefix: string; words: string }>(
    `select a.prefix, (select string_agg(concat_ws(' ', s.address, s.place, s.payer_address), E'\\n')
                         from (select address, place, payer_address from assessment_rows where village_id = $1 and run_id = $2 and prefix = a.prefix order by sheet_number, row limit ${SAMPLE}) s) as words
       from assessment_parts a where a.village_id = $1 and a.run_id = $2 and a.state = 'unconfirmed'`,
    [tx.actor.unitId, runId],
  );
  if (listOf !== null) return rows.map(({ prefix }) => ({ prefix, unitId: listOf }));
  const villages = await tx.query<{ id: number; name: string }>(`select u.id, r.name from units u join regions r on r.code = u.code where u.id > 0`);
  return rows.flatMap(({ prefix, words }) => {
    const unitId = mostNamed(words, villages);
    return unitId === null ? [] : [{ prefix, unitId }];
  });
}

/** Capitals and single spaces, one at each end, so that only whole words are found. */
const wordsOnly = (text: string): string => ` ${text.toUpperCase().replace(/[^\p{L}\d]+/gu, ' ').trim()} `;

/** The village most lines name; null when none or two are named equally often. A name inside a longer one (KIDUL in PUJON KIDUL) does not count. */
export function mostNamed(words: string, villages: readonly { readonly id: number; readonly name: string }[]): number | null {
  const byLength = villages.map(({ id, name }) => ({ id, name: wordsOnly(name) })).toSorted((a, b) => b.name.length - a.name.length);
  const votes = new Map<number, number>();
  for (const line of words.split('\n')) {
    const said = wordsOnly(line);
    const named = byLength.filter(({ name }) => said.includes(name));
    const longest = named[0]?.name.length ?? 0;
    for (const { id, name } of named) if (name.length === longest) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  const [first, second] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
