import { audit, type AuditEntry } from '#audit';
import { newId, type Tx } from '#platform';
import type { PlainDate, Rupiah } from '#values';
import type { Account } from '../account/account.js';
import { contentHash, type ContentOfTransfer } from './journal-content.js';

/** An amount on its way from one account to another. */
export interface Transfer {
  readonly debit: Account;
  readonly credit: Account;
  /** Rupiah, above 0. */
  readonly amount: Rupiah;
  /** What it is about (a bill), so that a position can be proved item by item. */
  readonly itemId?: string | null;
}

export interface NewJournal {
  /** What it posts, `payment:<id>`: the second journal of one key is refused by a unique key. */
  readonly key: string;
  readonly kind: string;
  /** Business day in WIB. */
  readonly day: PlainDate;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly transfers: readonly Transfer[];
  readonly reverses?: string;
  readonly reason?: string;
  /** The act that posts it, as the trail calls it; what else its entry keeps. */
  readonly action: string;
  readonly detail?: AuditEntry['detail'];
}

/**
 * Step: writes a journal inside the caller's transaction, and with it the entry of the audit trail that holds its hash:
 * so the seal over the trail seals the ledger too, and no journal is without the act it comes from. Waits for nothing.
 * @returns the journal's id
 * @throws Error for a journal without transfers or an amount that is not above 0: the caller computed it
 */
export function postJournal(tx: Tx, journal: NewJournal): string {
  const { key, kind, day, subjectType, subjectId, transfers, reverses, reason, action, detail } = journal;
  const id = newId();
  const { actor } = tx;
  const lines = linesOf(journal);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
  const hash = contentHash({ id, key, kind, day, reverses: reverses ?? null }, lines);
  // Keys are checked when the whole statement is done, so the transfers may come before their journal and accounts.
  tx.write(
    `with accounts as (${OPENING}), moved as (
       insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id)
       select $1, $7, t.line, $8, t.debit, t.credit, t.amount, t.item_id from unnest($9::text[], $10::text[], $11::bigint[], $12::uuid[]) with ordinality as t (debit, credit, amount, item_id, line)
     )
     insert into journals (village_id, id, key, kind, day, subject_type, subject_id, reverses, reason, transfers, amount, content_hash, posted_by, posted_by_name, posted_at)
     values ($1, $7, $13, $14, $8, $15, $16, $17, $18, $19, $20, $21, $22, $23, $2)`,
    [
      ...opened(tx, transfers.flatMap(({ debit, credit }) => [debit, credit])),
      id, day, lines.map(({ debit }) => debit), lines.map(({ credit }) => credit), lines.map((line) => line.amount), lines.map(({ itemId }) => itemId),
      key, kind, subjectType, subjectId, reverses ?? null, reason ?? null, lines.length, amount, hash, actor.userId, actor.userName,
    ],
  );
  audit(tx, { action, subjectType, subjectId, ...(reason ? { reason } : {}), detail: { ...detail, ...sealOf(id, hash) } });
  return id;
}

/** A journal's transfers as they are stored. @throws Error for none, or an amount that is not above 0 */
export function linesOf({ transfers }: Pick<NewJournal, 'transfers'>): ContentOfTransfer[] {
  if (transfers.length === 0 || transfers.some(({ amount }) => amount <= 0n)) throw new Error('a journal moves amounts above 0');
  return transfers.map(({ debit, credit, amount, itemId }) => ({ debit: debit.code, credit: credit.code, amount, itemId: itemId ?? null }));
}

/** What an entry of the trail keeps of a journal. */
export const sealOf = (journalId: string, hash: Buffer): { journal: string; journalHash: string } => ({ journal: journalId, journalHash: hash.toString('hex') });

/** Accounts come into being with their first posting: its parameters are what `opened` gives. */
const OPENING = `insert into ledger_accounts (village_id, code, kind, owner_id, for_village_id, opened_at)
     select $1, a.code, a.kind, a.owner_id, a.for_village_id, $2 from unnest($3::text[], $4::text[], $5::uuid[], $6::int[]) as a (code, kind, owner_id, for_village_id) on conflict do nothing`;

/** In one order whoever posts, so that two who open the same accounts wait for each other and never for ever. */
function opened(tx: Tx, accounts: readonly Account[]): unknown[] {
  const own = [...new Map(accounts.map((account) => [account.code, account])).values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return [tx.actor.unitId, tx.now, own.map(({ code }) => code), own.map(({ kind }) => kind), own.map(({ ownerId }) => ownerId), own.map(({ forVillageId }) => forVillageId)];
}

export function openAccounts(tx: Tx, accounts: readonly Account[]): void {
  tx.write(OPENING, opened(tx, accounts));
}
