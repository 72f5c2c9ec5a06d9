import { audit } from '#audit';
import { newId, type Tx } from '#platform';
import type { Account } from '../account/account.js';
import { contentHashIn } from './journal-content.js';
import { type NewJournal, openAccounts, sealOf } from './post-journal.js';

export interface NewBulkJournal extends Omit<NewJournal, 'transfers'> {
  readonly debit: Account;
  readonly credit: Account;
  /**
   * SELECT of `item_id uuid, amount bigint` in the order of the lines, its parameters numbered from $1 = the unit. Ours,
   * never built from input.
   */
  readonly items: { readonly sql: string; readonly values: readonly unknown[] };
}

/**
 * Step: a journal of as many transfers as a query gives, all between the same two accounts; written set-based, so that a
 * tax list of thousands of bills is one posting.
 * @returns its id and amount; null when there is nothing to post
 */
export async function postBulkJournal(tx: Tx, journal: NewBulkJournal): Promise<{ id: string; amount: bigint; transfers: number } | null> {
  const { key, kind, day, subjectType, subjectId, debit, credit, items, reverses, reason, action, detail } = journal;
  const id = newId();
  const { actor } = tx;
  openAccounts(tx, [debit, credit]);
  const first = items.values.length + 1;
  const [own, row] = [(place: number): string => `$${first + place}`, ['id', 'key', 'kind', 'day', 'reverses']];
  // In one statement, so that the journal can say what its transfers add up to and they can refer to it.
  const written = await tx.one<{ content_hash: Buffer; amount: bigint; transfers: number }>(
    `with j as (select ${own(0)}::uuid as id, ${own(1)}::text as key, ${own(2)}::text as kind, ${own(3)}::date as day, ${own(12)}::uuid as reverses),
     t as (
       insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id)
       select $1, j.id, row_number() over (), j.day, ${own(4)}, ${own(5)}, i.amount, i.item_id from j, (${items.sql}) i
       returning line, debit, credit, amount, item_id
     )
     insert into journals (village_id, ${row.join(', ')}, subject_type, subject_id, reason, transfers, amount, content_hash, posted_by, posted_by_name, posted_at)
     select $1, ${row.map((column) => `j.${column}`).join(', ')}, ${own(6)}, ${own(7)}, ${own(8)}, total.n, total.amount, ${contentHashIn('t')}, ${own(9)}, ${own(10)}, ${own(11)}
       from j, (select count(*)::int as n, sum(t.amount)::bigint as amount from t) total where total.n > 0
     returning content_hash, amount, transfers`,
    [...items.values, id, key, kind, day, debit.code, credit.code, subjectType, subjectId, reason ?? null, actor.userId, actor.userName, tx.now, reverses ?? null],
  );
  if (!written) return null;
  audit(tx, { action, subjectType, subjectId, ...(reason ? { reason } : {}), detail: { ...detail, ...sealOf(id, written.content_hash) } });
  return { id, amount: BigInt(written.amount), transfers: written.transfers };
}
