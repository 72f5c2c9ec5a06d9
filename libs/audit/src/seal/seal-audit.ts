import { Inject, Injectable } from '@nestjs/common';
import { Database, jobActor, type Tx } from '#platform';
import { entryHash, firstLink, nextLink, type SealableEntry } from './chain.js';

const batch = 2_000;

/**
 * Hashes new entries into each village's chain. Runs every few seconds in the worker, so that writers
 * of one village never wait for each other as they would with a chain inside every transaction.
 */
@Injectable()
export class SealAudit {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Seals every village with entries waiting, in turn. @returns how many entries were sealed */
  async run(): Promise<number> {
    const waiting = await this.database.inScope('relay', jobActor(0, 'seal'), (tx) => tx.query<{ id: number }>('select distinct village_id as id from audit_unsealed order by 1'));
    let sealed = 0;
    for (const { id } of waiting) {
      let some: number;
      do {
        some = await this.sealVillage(id);
        sealed += some;
      } while (some === batch);
    }
    return sealed;
  }

  /** One batch of one village. An advisory lock lets a second worker pass by instead of waiting. */
  sealVillage(unitId: number): Promise<number> {
    return this.database.inVillage(jobActor(unitId, 'seal'), async (tx) => {
      const lock = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('audit-seal'), $1) as mine`, [unitId]);
      return lock?.mine ? this.append(tx, unitId) : 0;
    });
  }

  private async append(tx: Tx, unitId: number): Promise<number> {
    const last = await tx.one<{ position: bigint; chain_hash: Buffer }>('select position, chain_hash from audit_seals where village_id = $1 order by position desc limit 1', [unitId]);
    const entries = await tx.query<SealableEntry>(
      `select e.* from audit_unsealed w join audit_entries e on e.village_id = w.village_id and e.id = w.entry_id
        where w.village_id = $1 order by w.entry_id limit ${batch}`,
      [unitId],
    );
    if (entries.length === 0) return 0;
    let position = last?.position ?? 0n;
    let link = last?.chain_hash ?? firstLink;
    const seals = entries.map((entry) => {
      position += 1n;
      const hash = entryHash(entry);
      link = nextLink(link, position, hash);
      return { position: position.toString(), id: entry.id, hash: hash.toString('hex'), link: link.toString('hex') };
    });
    await tx.query(
      `insert into audit_seals (village_id, position, entry_id, entry_hash, chain_hash, sealed_at)
       select $1, (s->>'position')::bigint, (s->>'id')::uuid, decode(s->>'hash', 'hex'), decode(s->>'link', 'hex'), $3
         from jsonb_array_elements($2::jsonb) s`,
      [unitId, JSON.stringify(seals), tx.now],
    );
    await tx.query('delete from audit_unsealed where village_id = $1 and entry_id = any($2::uuid[])', [unitId, entries.map((entry) => entry.id)]);
    return seals.length;
  }
}
