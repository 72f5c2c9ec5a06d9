import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database, type Tx } from '#platform';
import { contentHashIn } from './journal-content.js';

export interface LedgerVerification {
  readonly intact: boolean;
  readonly journals: number;
  /** The first journals that do not fit, by id, and why. */
  readonly broken: readonly { readonly journal: string; readonly reason: 'content-changed' | 'not-in-trail' | 'journal-missing' }[];
}

const SHOWN = 20;

/**
 * Recomputes what every journal of a book says from its transfers and holds it against the entry of the audit trail that
 * was sealed with it. A changed, added or removed posting is found, unless the trail was changed with it; that is what
 * VerifyAudit finds.
 */
@Injectable()
export class VerifyLedger {
  constructor(@Inject(Database) private readonly database: Database) {}

  run(actor: Actor): Promise<LedgerVerification> {
    return this.database.inVillage(actor, async (tx) => {
      const broken = [...(await changed(tx)), ...(await missing(tx))];
      const [count] = await tx.query<{ n: bigint }>('select count(*) as n from journals where village_id = $1', [actor.unitId]);
      return { intact: broken.length === 0, journals: Number(count?.n ?? 0), broken: broken.slice(0, SHOWN) };
    });
  }
}

const changed = (tx: Tx): Promise<LedgerVerification['broken']> =>
  tx.query(
    `select id as journal, case when fits then 'not-in-trail' else 'content-changed' end as reason from (
       select j.id, computed.content = j.content_hash and computed.n = j.transfers and computed.amount = j.amount as fits,
              exists (select from audit_entries e where e.village_id = $1 and e.subject_type = j.subject_type and e.subject_id = j.subject_id::text
                         and e.detail ->> 'journal' = j.id::text and e.detail ->> 'journalHash' = encode(j.content_hash, 'hex')) as told
         from journals j, lateral (
           select ${contentHashIn('transfers_of_j')} as content, (select count(*) from transfers_of_j c) as n, (select sum(c.amount) from transfers_of_j c) as amount
         ) computed
        where j.village_id = $1
     ) checked where fits is not true or not told order by id limit ${SHOWN}`.replaceAll('transfers_of_j', '(select * from transfers where village_id = $1 and journal_id = j.id)'),
    [tx.actor.unitId],
  );

const missing = (tx: Tx): Promise<LedgerVerification['broken']> =>
  tx.query(
    `select e.detail ->> 'journal' as journal, 'journal-missing' as reason from audit_entries e
      where e.village_id = $1 and e.detail ? 'journalHash' and not exists (select from journals j where j.village_id = $1 and j.id = (e.detail ->> 'journal')::uuid)
      order by e.id limit ${SHOWN}`,
    [tx.actor.unitId],
  );
