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
  /** Entries of which no seal will come: older than the sealer takes, or not among those it looks at. Not intact then. */
  readonly overdue: number;
  /** The last position whose link holds, and that link in hex: to be kept outside the database, for a chain cut off at its end shows it by nothing else. */
  readonly position: number;
  readonly head: string;
  /** The first position that does not fit, and why. */
  readonly broken: { position: number; reason: 'entry-changed' | 'entry-missing' | 'detail-changed' | 'chain-changed' } | null;
}

/** The sealer runs every few seconds; a restart of the worker takes less than this. */
export const SEALED_WITHIN_MINUTES = 10;

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
      // An entry and its place in the sealer's queue are written in one statement, and a seal takes the place in one
      // transaction: an entry with neither was put in past the application, whatever time it bears.
      const counts = await tx.one<{ sealed: number; unsealed: number; overdue: number }>(
        `select (select count(*)::int from audit_seals where village_id = $1) as sealed, count(*)::int as unsealed,
                count(*) filter (where w.entry_id is null or e.at < $2::timestamptz - make_interval(mins => $3))::int as overdue
           from audit_entries e left join audit_unsealed w on w.village_id = $1 and w.entry_id = e.id
          where e.village_id = $1 and not exists (select 1 from audit_seals s where s.village_id = $1 and s.entry_id = e.id)`,
        [actor.unitId, tx.now, SEALED_WITHIN_MINUTES],
      );
      const { sealed, unsealed, overdue } = counts ?? { sealed: 0, unsealed: 0, overdue: 0 };
      return { intact: broken === null && overdue === 0, sealed, unsealed, overdue, position: Number(position), head: link.toString('hex'), broken };
    });
  }

  /** Whether the chain still has the link it had at a position, as noted outside the database: one cut off at its end, or written anew, has not. */
  holds(actor: Actor, position: number, head: string): Promise<boolean> {
    return this.database.inVillage(actor, async (tx) => {
      const link = await tx.one<{ chain_hash: Buffer }>('select chain_hash from audit_seals where village_id = $1 and position = $2', [actor.unitId, position]);
      return (link?.chain_hash ?? (position === 0 ? firstLink : null))?.toString('hex') === head;
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
