import type { Tx } from '#platform';

/** One person of an import that something else refers to, and what that is. */
export interface ResidentUse {
  /** What holds on to a person, in a clerk's words: `surat`. */
  readonly by: string;
  /** Answers `id` of one person of the import run `$2` in village `$1`, whom it refers to; no row when there is none. */
  readonly sql: string;
}

const uses: ResidentUse[] = [];

/** Every lib above that refers to residents says so here; its foreign key is what guards it in the end. */
export function defineResidentUse(use: ResidentUse): void {
  uses.push(use);
}

/** What of the register itself holds on to a person: anything that happened to him since. */
const CHANGED_SINCE: ResidentUse = {
  by: 'sudah berubah lagi sejak impor',
  sql: `select e.resident_id as id from population_events e
         where e.village_id = $1 and e.import_run_id = $2 and e.reverses is null
           and exists (select 1 from population_events o where o.village_id = $1 and o.resident_id = e.resident_id and o.import_run_id is distinct from $2 and (o.recorded_at, o.id) > (e.recorded_at, e.id))
         limit 1`,
};

/** Step: in words, the first person of a run who is used elsewhere; null when the run may be taken back. */
export async function usedElsewhere(tx: Tx, runId: string): Promise<string | null> {
  for (const { by, sql } of [CHANGED_SINCE, ...uses]) {
    const used = await tx.one<{ id: string }>(sql, [tx.actor.unitId, runId]);
    if (used) return inWords(tx, used.id, by);
  }
  return null;
}

/** `SITI AMINAH (dipakai surat)`. */
export async function inWords(tx: Tx, residentId: string, by: string): Promise<string> {
  const person = await tx.one<{ name: string }>('select name from residents where village_id = $1 and id = $2', [tx.actor.unitId, residentId]);
  return `${person?.name ?? 'seorang penduduk'} (${by})`;
}
