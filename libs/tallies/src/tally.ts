import type { Tx } from '#platform';

/** One change of a count. Only what adds up is counted; dimensions are small and never personal. */
export interface TallyDelta {
  readonly measure: string;
  /** 'YYYY-MM-DD', the business day (WIB) it counts for. */
  readonly day: string;
  readonly dim1?: string;
  readonly dim2?: string;
  readonly delta: number;
}

/** Appends deltas inside the verb's transaction; equal cells are added up first and zeros left out. */
export function tally(tx: Tx, deltas: readonly TallyDelta[]): void {
  const cells = new Map<string, Required<TallyDelta>>();
  for (const { measure, day, dim1 = '', dim2 = '', delta } of deltas) {
    const key = JSON.stringify([measure, day, dim1, dim2]);
    cells.set(key, { measure, day, dim1, dim2, delta: (cells.get(key)?.delta ?? 0) + delta });
  }
  const rows = [...cells.values()].filter((cell) => cell.delta !== 0);
  if (rows.length === 0) return;
  tx.write(
    `insert into tally_deltas (village_id, measure, day, dim1, dim2, delta, created_at)
     select $1, d.*, $2 from unnest($3::text[], $4::date[], $5::text[], $6::text[], $7::bigint[]) as d`,
    [tx.actor.unitId, tx.now, rows.map(({ measure }) => measure), rows.map(({ day }) => day), rows.map(({ dim1 }) => dim1), rows.map(({ dim2 }) => dim2), rows.map(({ delta }) => delta)],
  );
}
