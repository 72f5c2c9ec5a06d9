import { auditMany } from '#audit';
import { newId, type Tx } from '#platform';
import { contentHash } from './journal-content.js';
import { linesOf, type NewJournal, openAccounts, sealOf } from './post-journal.js';

/**
 * Step: many journals at once, each with its own entry of the trail, written set-based (see `postJournal`). Waits for nothing.
 * @returns their ids, in order
 */
export function postJournals(tx: Tx, journals: readonly NewJournal[]): string[] {
  if (journals.length === 0) return [];
  const { actor } = tx;
  const posted = journals.map((journal) => {
    const [id, lines] = [newId(), linesOf(journal)];
    return { ...journal, id, lines, hash: contentHash({ id, key: journal.key, kind: journal.kind, day: journal.day, reverses: null }, lines), amount: lines.reduce((sum, { amount }) => sum + amount, 0n) };
  });
  openAccounts(tx, journals.flatMap(({ transfers }) => transfers.flatMap(({ debit, credit }) => [debit, credit])));
  tx.write(
    `insert into journals (village_id, id, key, kind, day, subject_type, subject_id, reason, transfers, amount, content_hash, posted_by, posted_by_name, posted_at)
     select $1, j.id, j.key, j.kind, j.day, j.subject_type, j.subject_id, j.reason, j.transfers, j.amount, j.content_hash, $12, $13, $14
       from unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[], $7::uuid[], $8::text[], $9::int[], $10::bigint[], $11::bytea[])
         as j (id, key, kind, day, subject_type, subject_id, reason, transfers, amount, content_hash)`,
    [
      actor.unitId, posted.map(({ id }) => id), posted.map(({ key }) => key), posted.map(({ kind }) => kind), posted.map(({ day }) => day), posted.map(({ subjectType }) => subjectType),
      posted.map(({ subjectId }) => subjectId), posted.map(({ reason }) => reason ?? null), posted.map(({ lines }) => lines.length), posted.map(({ amount }) => amount), posted.map(({ hash }) => hash),
      actor.userId, actor.userName, tx.now,
    ],
  );
  const rows = posted.flatMap(({ id, day, lines }) => lines.map((line, place) => ({ ...line, id, day, place: place + 1 })));
  tx.write(
    `insert into transfers (village_id, journal_id, line, day, debit, credit, amount, item_id)
     select $1, t.* from unnest($2::uuid[], $3::int[], $4::date[], $5::text[], $6::text[], $7::bigint[], $8::uuid[]) as t`,
    [
      actor.unitId, rows.map(({ id }) => id), rows.map(({ place }) => place), rows.map(({ day }) => day), rows.map(({ debit }) => debit), rows.map(({ credit }) => credit),
      rows.map(({ amount }) => amount), rows.map(({ itemId }) => itemId),
    ],
  );
  auditMany(tx, posted.map(({ action, subjectType, subjectId, reason, detail, id, hash }) => ({ action, subjectType, subjectId, ...(reason ? { reason } : {}), detail: { ...detail, ...sealOf(id, hash) } })));
  return posted.map(({ id }) => id);
}
