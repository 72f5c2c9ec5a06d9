import { hash } from 'node:crypto';
import { type Actor, type Database, newId, type ReadStatement, type Tx } from '#platform';

/** Old and new value of each changed field, or counts of a bulk act. */
export type AuditDetail = Record<string, unknown>;

/** One line of the trail: who (from the actor), did what, to which record, why. */
export interface AuditEntry {
  /** noun.past-tense, e.g. `letter.approved`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  readonly reason?: string | null;
  readonly detail?: AuditDetail | null;
}

/**
 * Writes the entry inside the verb's transaction: the act and its trace commit together or not at all
 * (UU 27/2022 Ps. 31; PP 71/2019 Ps. 22).
 */
export function audit(tx: Tx, entry: AuditEntry): void {
  const { text, values } = entryStatement(tx.actor, entry, tx.now);
  tx.write(text, values);
}

/** Entries of one bulk act, a row for each record it touched, written with two statements. */
export function auditMany(tx: Tx, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return;
  const { actor } = tx;
  const rows = entries.map((entry) => ({ ...entry, id: newId(), ...detailOf(entry) }));
  tx.write('insert into audit_unsealed (village_id, entry_id) select $1, unnest($2::uuid[])', [actor.unitId, rows.map(({ id }) => id)]);
  tx.write(
    `insert into audit_entries (village_id, id, at, actor_kind, user_id, user_name, role, request_id, action, subject_type, subject_id, reason, detail, detail_hash)
     select $1, e.id, $2, $3, $4, $5, $6, $7, e.action, e.subject_type, e.subject_id, e.reason, e.detail, e.detail_hash
       from unnest($8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::jsonb[], $14::bytea[]) as e (id, action, subject_type, subject_id, reason, detail, detail_hash)`,
    [
      actor.unitId, tx.now, actor.kind, actor.userId, actor.userName || null, actor.role, actor.requestId,
      rows.map(({ id }) => id), rows.map(({ action }) => action), rows.map(({ subjectType }) => subjectType), rows.map(({ subjectId }) => subjectId ?? null), rows.map(({ reason }) => reason ?? null),
      rows.map(({ json }) => json), rows.map(({ sum }) => sum),
    ],
  );
}

/**
 * Reads personal data and records it in one transaction and one round trip: whoever gets the rows has left the entry,
 * and a read that fails leaves none. Like `auditRead` it waits for no disk.
 */
export function auditedRead<Row>(database: Database, actor: Actor, statement: ReadStatement, entry: AuditEntry): Promise<Row[]> {
  return database.readVillageTraced<Row>(actor, statement, (now) => entryStatement(actor, entry, now));
}

/**
 * Records that personal data was read (an export, a file) in a transaction of its own. It may be
 * lost in a crash of the machine within some milliseconds, but never delays a reader by a disk flush.
 */
export function auditRead(database: Database, actor: Actor, entry: AuditEntry): Promise<void> {
  return database.inVillage(actor, (tx) => audit(tx, entry), { relaxedDurability: true });
}

function entryStatement(actor: Actor, entry: AuditEntry, at: Date): ReadStatement {
  const { json, sum } = detailOf(entry);
  return {
    name: 'audit-entry',
    text: `with waiting as (insert into audit_unsealed (village_id, entry_id) values ($1, $2))
     insert into audit_entries (village_id, id, at, actor_kind, user_id, user_name, role, request_id, action, subject_type, subject_id, reason, detail, detail_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      actor.unitId,
      newId(),
      at,
      actor.kind,
      actor.userId,
      actor.userName || null,
      actor.role,
      actor.requestId,
      entry.action,
      entry.subjectType,
      entry.subjectId ?? null,
      entry.reason ?? null,
      json,
      sum,
    ],
  };
}

/** The detail as stored, and the hash over that form of it, so that it can be recomputed from the row. */
function detailOf({ detail }: AuditEntry): { json: string | null; sum: Buffer | null } {
  const json = detail ? JSON.stringify(detail) : null;
  return { json, sum: json === null ? null : hash('sha256', canonical(JSON.parse(json)), 'buffer') };
}

/** The differing fields of two records, as [old, new]; null when nothing differs. */
export function fieldDiff<R extends object>(before: R, after: Partial<R>): Record<string, [unknown, unknown]> | null {
  const diff: Record<string, [unknown, unknown]> = {};
  for (const [field, value] of Object.entries(after)) {
    const old = before[field as keyof R] as unknown;
    if (JSON.stringify(old ?? null) !== JSON.stringify(value ?? null)) diff[field] = [old ?? null, value ?? null];
  }
  return Object.keys(diff).length > 0 ? diff : null;
}

/** JSON with its keys in order: jsonb does not keep the order they were written in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
