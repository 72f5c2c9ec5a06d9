import { type Actor, Conditions, type Database, decodeCursor, page, type ReadStatement } from '#platform';
import { addMonths, plainDate, startOfDayInJakarta, SUBJECT_WORDS } from '#values';
import type { AuditEntryListDto, AuditEntryQuery } from './audit-entry.dto.js';

export interface AuditEntryRow {
  id: string;
  at: Date;
  user_id: string | null;
  user_name: string | null;
  role: string | null;
  action: string;
  subject_type: string;
  subject_id: string | null;
  reason: string | null;
  request_id: string;
  detail: Record<string, unknown> | null;
}

/** Which entries; the same for the list, its count and its file. */
export type AuditEntryFilter = Pick<AuditEntryQuery, 'action' | 'subject' | 'month' | 'search'>;

/** Newest first, of the actor's own unit. */
export async function listAuditEntries(database: Database, actor: Actor, query: AuditEntryQuery): Promise<AuditEntryListDto> {
  const filter = { action: query.action, subject: query.subject, month: query.month, search: query.search };
  const from = decodeCursor(query.after, ['uuid'], filter);
  const limit = query.limit ?? 25;
  const rows = await database.readVillage<AuditEntryRow>(actor, auditListStatement(actor, filter, from?.[0] ?? null, limit + 1));
  return page(rows, limit, filter, (r) => [r.id], (r) => ({
    id: r.id, at: r.at.toISOString(), userId: r.user_id, userName: r.user_name, role: r.role, action: r.action,
    subjectType: r.subject_type, subjectId: r.subject_id, reason: r.reason, requestId: r.request_id, detail: r.detail,
  }));
}

/** @param before id of the last entry seen; null = from the newest */
export function auditListStatement(actor: Actor, filter: AuditEntryFilter, before: string | null, limit: number): ReadStatement {
  const conditions = conditionsOf(actor, filter);
  if (before) conditions.add('n', `id < ${conditions.value(before)}::uuid`);
  return {
    name: `audit-list-${conditions.shape}`,
    text: `select id, at, user_id, user_name, role, action, subject_type, subject_id, reason, request_id, detail from audit_entries where ${conditions.sql} order by id desc limit ${conditions.value(limit)}`,
    values: conditions.values,
  };
}

/** How many entries the list holds in all. */
export function auditCountStatement(actor: Actor, filter: AuditEntryFilter): ReadStatement {
  const { sql, values, shape } = conditionsOf(actor, filter);
  return { name: `audit-count-${shape}`, text: `select count(*)::int as count from audit_entries where ${sql}`, values };
}

function conditionsOf(actor: Actor, { action, subject, month, search }: AuditEntryFilter): Conditions {
  const found = new Conditions(actor.unitId, 'village_id = $1');
  if (action) found.add('a', `action = ${found.value(action)}`);
  // The index stands by kind first: with all kinds named it finds the one record, without them it would be read whole.
  if (subject) found.add('s', `subject_type = any(${found.value(Object.keys(SUBJECT_WORDS))}::text[]) and subject_id = ${found.value(subject)}`);
  if (month) {
    const first = plainDate(`${month}-01`);
    found.add('m', `at >= ${found.value(startOfDayInJakarta(first))}::timestamptz and at < ${found.value(startOfDayInJakarta(addMonths(first, 1)))}::timestamptz`);
  }
  const typed = search?.trim().toLowerCase();
  if (typed) found.add('w', `strpos(' ' || lower(user_name), ' ' || ${found.value(typed)}::text) > 0`);
  return found;
}
