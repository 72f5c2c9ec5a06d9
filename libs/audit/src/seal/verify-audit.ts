import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import { canonical } from '../entry/audit.js';
import { entryHash, firstLink, nextLink, type SealableEntry } from './chain.js';

export interface AuditVerification {
  readonly intact: boolean;
  /** How many entries are sealed; younger ones follow within seconds. */
  readonly sealed: number;
  readonly unsealed: number;
  /** The last link, hex: worth noting outside the database. */
  readonly head: string;
  /** The first position that does not fit, and why. */
  readonly broken: { position: number; reason: 'entry-changed' | 'entry-missing' | 'detail-changed' | 'chain-changed' } | null;
}

type Row = SealableEntry & { position: bigint; entry_hash: Buffer; chain_hash: Buffer; entry_id: string; detail: unknown };

/** Recomputes a village's chain from its rows: a changed, removed or added row is found. */
@Injectable()
export class VerifyAudit {
  constructor(@Inject(Database) private readonly database: Database) {}

  run(actor: Actor): Promise<AuditVerification> {
    return this.database.inVillage(actor, async (tx) => {
      let position = 0n;
      let link: Buffer = firstLink;
      let broken: AuditVerification['broken'] = null;
      for (;;) {
        const rows: Row[] = await tx.query<Row>(
          `select s.position, s.entry_hash, s.chain_hash, s.entry_id, e.*
             from audit_seals s left join audit_entries e on e.village_id = s.village_id and e.id = s.entry_id
            where s.village_id = $1 and s.position > $2 order by s.position limit 5000`,
          [actor.unitId, position.toString()],
        );
        for (const row of rows) {
          const reason = fault(row, position + 1n, link);
          if (reason) {
            broken = { position: Number(row.position), reason };
            break;
          }
          position = row.position;
          link = row.chain_hash;
        }
        if (broken || rows.length < 5000) break;
      }
      const counts = await tx.one<{ sealed: number; entries: number }>(
        `select (select count(*)::int from audit_seals where village_id = $1) as sealed, (select count(*)::int from audit_entries where village_id = $1) as entries`,
        [actor.unitId],
      );
      const sealed = counts?.sealed ?? 0;
      return { intact: broken === null, sealed, unsealed: (counts?.entries ?? 0) - sealed, head: link.toString('hex'), broken };
    });
  }
}

function fault(row: Row, expected: bigint, previous: Buffer): NonNullable<AuditVerification['broken']>['reason'] | null {
  if (!row.id) return 'entry-missing';
  const hash = entryHash(row);
  if (!hash.equals(row.entry_hash)) return 'entry-changed';
  if (row.position !== expected || !nextLink(previous, row.position, hash).equals(row.chain_hash)) return 'chain-changed';
  // An erased detail is null and allowed; a present one must match its sealed hash.
  if (row.detail !== null && (!row.detail_hash || !createHash('sha256').update(canonical(row.detail)).digest().equals(row.detail_hash))) return 'detail-changed';
  return null;
}
