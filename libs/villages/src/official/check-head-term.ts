import type { Tx } from '#platform';
import { headTermOverlaps } from '../villages.errors.js';
import { lastDay, type OfficialInput } from './official-input.js';

/**
 * Step: a village has one definitive head at a time (UU 6/2014 Ps. 26; UU 23/2014 Ps. 229); acting ones stand beside or between.
 * The lock makes two appointments at once wait for each other, since neither would see the other's row.
 * @throws DomainError HEAD_TERM_OVERLAPS (409)
 */
export async function checkHeadTerm(tx: Tx, id: string, official: OfficialInput): Promise<void> {
  if (official.position !== 'head' || official.acting) return;
  await tx.query(`select pg_advisory_xact_lock(hashtext('villages.head-term'), $1)`, [tx.actor.unitId]);
  const other = await tx.one(
    `select 1 from officials
      where village_id = $1 and id <> $2 and position = 'head' and acting is null
        and started_on <= $4::date and coalesce(ended_on, 'infinity') >= $3::date limit 1`,
    [tx.actor.unitId, id, official.startedOn, lastDay(official.endedOn)],
  );
  if (other) throw headTermOverlaps();
}
