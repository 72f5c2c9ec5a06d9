import type { Tx } from '#platform';
import { notACollector } from '../pbb.errors.js';

export interface Collector {
  readonly id: string;
  readonly bookCode: string;
  readonly name: string;
}

/** Step: the actor as a collector of the village. @throws DomainError 403 NOT_A_COLLECTOR */
export async function ownCollector(tx: Tx): Promise<Collector> {
  const collector = await tx.one<Collector>('select id, book_code as "bookCode", name from collectors where village_id = $1 and user_id = $2 and ended_on is null', [tx.actor.unitId, tx.actor.userId]);
  if (!collector) throw notACollector();
  return collector;
}
