import { type Actor, Conditions, type Database, decodeCursor, page } from '#platform';
import type { PlainDate } from '#values';
import type { JournalListDto, JournalQuery, TransferDto } from './journal.dto.js';

interface Row {
  id: string;
  kind: string;
  day: PlainDate;
  subject_type: string;
  subject_id: string;
  reverses: string | null;
  reason: string | null;
  amount: bigint;
  transfers: number;
  posted_by_name: string;
  posted_at: Date;
  lines: TransferDto[];
}

/** A tax list posts thousands of transfers at once; a page of journals is to be read by a person. */
const SHOWN = 100;

/** Newest first, of the actor's own book. */
export async function listJournals(database: Database, actor: Actor, query: JournalQuery): Promise<JournalListDto> {
  const filter = { subject: query.subject, day: query.day };
  const from = decodeCursor(query.after, ['uuid'], filter);
  const limit = query.limit ?? 25;
  const conditions = new Conditions(actor.unitId, 'j.village_id = $1');
  if (query.subject) conditions.add('s', `j.subject_id = ${conditions.value(query.subject)}::uuid`);
  if (query.day) conditions.add('d', `j.day = ${conditions.value(query.day)}::date`);
  if (from) conditions.add('n', `j.id < ${conditions.value(from[0])}::uuid`);
  const rows = await database.readVillage<Row>(actor, {
    name: `journals-${conditions.shape}`,
    text: `select j.id, j.kind, j.day, j.subject_type, j.subject_id, j.reverses, j.reason, j.amount, j.transfers, j.posted_by_name, j.posted_at,
                  (select jsonb_agg(jsonb_build_object('debit', t.debit, 'credit', t.credit, 'amount', t.amount, 'itemId', t.item_id) order by t.line)
                     from transfers t where t.village_id = $1 and t.journal_id = j.id and t.line <= ${SHOWN}) as lines
             from journals j where ${conditions.sql} order by j.id desc limit ${conditions.value(limit + 1)}`,
    values: conditions.values,
  });
  return page(rows, limit, filter, (row) => [row.id], (row) => ({
    id: row.id, kind: row.kind, day: row.day, subjectType: row.subject_type, subjectId: row.subject_id, reverses: row.reverses, reason: row.reason,
    amount: Number(row.amount), transferCount: row.transfers, transfers: row.lines, postedBy: row.posted_by_name || 'sistem', postedAt: row.posted_at.toISOString(),
  }));
}
