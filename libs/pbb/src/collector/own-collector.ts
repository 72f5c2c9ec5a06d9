import type { Actor, Question, Tx } from '#platform';
import { notACollector } from '../pbb.errors.js';

export interface Collector {
  readonly id: string;
  readonly bookCode: string;
  readonly name: string;
}

export const collectorQuestion = ({ unitId, userId }: Actor): Question => ({
  sql: 'select id, book_code as "bookCode", name from collectors where village_id = $1 and user_id = $2 and ended_on is null', values: [unitId, userId],
});

/** @throws DomainError 403 NOT_A_COLLECTOR */
export function collectorFrom([collector]: readonly Collector[]): Collector {
  if (!collector) throw notACollector();
  return collector;
}

/** Step: the actor as a collector of the village. @throws DomainError 403 NOT_A_COLLECTOR */
export async function ownCollector(tx: Tx): Promise<Collector> {
  const { sql, values } = collectorQuestion(tx.actor);
  return collectorFrom(await tx.query<Collector>(sql, values));
}
