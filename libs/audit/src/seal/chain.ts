import { createHash } from 'node:crypto';

/** The columns of an audit entry that are sealed; `detail` enters by its hash, so it may be erased later. */
export interface SealableEntry {
  village_id: number;
  id: string;
  at: Date;
  actor_kind: string;
  user_id: string | null;
  user_name: string | null;
  role: string | null;
  request_id: string;
  action: string;
  subject_type: string;
  subject_id: string | null;
  reason: string | null;
  detail_hash: Buffer | null;
}

export const firstLink: Buffer = Buffer.alloc(32);

/** SHA-256 over the entry's columns in a fixed order, each length-prefixed by JSON. */
export function entryHash(entry: SealableEntry): Buffer {
  const columns = [
    entry.village_id,
    entry.id,
    entry.at.toISOString(),
    entry.actor_kind,
    entry.user_id,
    entry.user_name,
    entry.role,
    entry.request_id,
    entry.action,
    entry.subject_type,
    entry.subject_id,
    entry.reason,
    entry.detail_hash?.toString('hex') ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest();
}

/** The next link: SHA-256(previous link ‖ position ‖ entry hash). */
export function nextLink(previous: Buffer, position: bigint, entry: Buffer): Buffer {
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(position);
  return createHash('sha256').update(previous).update(at).update(entry).digest();
}
