import { createHash } from 'node:crypto';

export interface ContentOfTransfer {
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly itemId: string | null;
}

export interface ContentOfJournal {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly reverses: string | null;
}

/**
 * SHA-256 over a journal and its transfers in their order, one line each. `contentHashIn` computes the
 * same in Postgres, for journals written there and for the proof.
 */
export function contentHash(journal: ContentOfJournal, transfers: readonly ContentOfTransfer[]): Buffer {
  const hash = createHash('sha256').update([journal.id, journal.key, journal.kind, journal.day, journal.reverses ?? ''].join('|'));
  transfers.forEach(({ debit, credit, amount, itemId }, place) => hash.update(`\n${place + 1}|${debit}|${credit}|${amount}|${itemId ?? ''}`));
  return hash.digest();
}

/** The same in Postgres: of columns in scope as `j` and the transfers of `from`, a table or a query in brackets, called `t`. */
export const contentHashIn = (from: string): string => `sha256(convert_to(concat_ws('|', j.id, j.key, j.kind, j.day, coalesce(j.reverses::text, '')) ||
  (select string_agg(E'\\n' || concat_ws('|', t.line, t.debit, t.credit, t.amount, coalesce(t.item_id::text, '')), '' order by t.line) from ${from} t), 'UTF8'))`;
