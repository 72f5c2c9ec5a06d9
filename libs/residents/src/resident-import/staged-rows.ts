import type { Tx } from '#platform';
import { makeTemporaryFamilyNumber } from '#values';

/** What the staging table holds for one run. */
export interface Staged {
  /** People who are new, and people registered already whom the list tells differently. */
  readonly fresh: number;
  readonly changed: number;
  /** Of the new ones: how many need a temporary NIK, and a temporary family. */
  readonly people: number;
  readonly families: number;
  /** `0` and the village's ten digits, and the highest numbers of the village's own that the list brings, for instance from our own export. */
  readonly prefix: string;
  readonly lastNik: string | null;
  readonly lastFamilyNumber: string | null;
}

/** Step: all that writing must know beforehand, in one pass. */
export async function stagedRows(tx: Tx, runId: string): Promise<Staged> {
  const unit = await tx.one<{ code: string }>('select code from units where id = $1', [tx.actor.unitId]);
  const prefix = makeTemporaryFamilyNumber(unit?.code ?? '', 1).slice(0, -5);
  const found = await tx.one<{ fresh: bigint; changed: bigint; people: bigint; families: bigint; nik: string | null; number: string | null }>(
    `select count(*) filter (where outcome = 'new') as fresh, count(*) filter (where outcome = 'changed') as changed,
            count(*) filter (where outcome = 'new' and nik is null) as people, count(*) filter (where outcome = 'new' and family_number is null) as families,
            max(nik) filter (where outcome = 'new' and nik like $3 || '%') as nik, max(family_number) filter (where outcome = 'new' and family_number like $3 || '%') as number
       from resident_import_rows where village_id = $1 and run_id = $2`,
    [tx.actor.unitId, runId, prefix],
  );
  return {
    fresh: Number(found?.fresh), changed: Number(found?.changed), people: Number(found?.people), families: Number(found?.families),
    prefix, lastNik: found?.nik ?? null, lastFamilyNumber: found?.number ?? null,
  };
}
