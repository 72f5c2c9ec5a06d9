import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, Clock, Database, DomainError, notFound } from '#platform';
import { formatRupiah } from '#values';

/** Closes a receipt book. Whoever still holds cash keeps it open until the bank has it. */
@Injectable()
export class EndCollector {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404; 409 COLLECTOR_HOLDS_CASH */
  async run(actor: Actor, id: string): Promise<void> {
    const today = this.clock.today();
    await this.database.inVillage(actor, async (tx) => {
      const ended = await tx.one('update collectors set ended_on = $3 where village_id = $1 and id = $2 and ended_on is null returning 1', [actor.unitId, id, today]);
      if (!ended) throw notFound();
      const held = await tx.one<{ cash: bigint }>(
        `select coalesce(sum(case when debit = $2 then amount else -amount end), 0)::bigint as cash from transfers where village_id = $1 and (debit = $2 or credit = $2)`,
        [actor.unitId, `collector-cash:${id}`],
      );
      if (held && BigInt(held.cash) !== 0n) throw new DomainError('COLLECTOR_HOLDS_CASH', 409, `Petugas masih memegang ${formatRupiah(BigInt(held.cash))}. Setorkan dahulu.`);
      tx.write('update collector_assignments set ended_on = $3 where village_id = $1 and collector_id = $2 and ended_on is null', [actor.unitId, id, today]);
      audit(tx, { action: 'collector.ended', subjectType: 'collector', subjectId: id });
    });
  }
}
