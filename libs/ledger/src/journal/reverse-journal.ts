import { notFound, type Tx } from '#platform';
import type { PlainDate } from '#values';
import { accountOf } from '../account/account.js';
import { journalReversed } from '../ledger.errors.js';
import { type NewJournal, postJournal } from './post-journal.js';

interface Posted {
  readonly id: string;
  readonly reverses: string | null;
  readonly reversed: boolean;
}

interface PostedTransfer {
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly item_id: string | null;
}

/** What a reversal adds to what it reverses. */
export type Reversal = Pick<NewJournal, 'key' | 'kind' | 'action' | 'subjectType' | 'subjectId' | 'detail'> & { readonly day: PlainDate; readonly reason: string };

/**
 * Step: the opposite of a journal, once, linked to it. What was posted stays; both are in the book.
 * @returns the reversing journal's id
 * @throws DomainError 404; 409 JOURNAL_REVERSED, also for a journal that is a reversal itself
 */
export async function reverseJournal(tx: Tx, journalId: string, reversal: Reversal): Promise<string> {
  const { unitId } = tx.actor;
  // Its row cannot be locked by a role that may not change it; whoever comes second sees the first one's reversal.
  tx.write('select pg_advisory_xact_lock(hashtextextended($1, 0))', [journalId]);
  const journal = await tx.one<Posted>(
    `select id, reverses, exists (select from journals r where r.village_id = $1 and r.reverses = j.id) as reversed
       from journals j where village_id = $1 and id = $2`,
    [unitId, journalId],
  );
  if (!journal) throw notFound();
  if (journal.reverses !== null || journal.reversed) throw journalReversed();
  const transfers = await tx.query<PostedTransfer>('select debit, credit, amount, item_id from transfers where village_id = $1 and journal_id = $2 order by line', [unitId, journalId]);
  return postJournal(tx, {
    ...reversal, reverses: journalId,
    transfers: transfers.map(({ debit, credit, amount, item_id }) => ({ debit: accountOf(credit), credit: accountOf(debit), amount: BigInt(amount), itemId: item_id })),
  });
}
