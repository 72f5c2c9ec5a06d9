import { Inject, Injectable } from '@nestjs/common';
import { MOST_CLAIMS, settleDeposit, unsettleDeposit } from '#pbb';
import { type Actor, Database, faultPoint, jobActor, type JobVerb } from '#platform';

const BATCH = 5_000;

interface WaitingClaim {
  readonly id: string;
  readonly unit_id: number;
  readonly deposits: string[];
  readonly settle: boolean;
  readonly unsettle: boolean;
}

/**
 * Tells the villages what the office has claimed and undone: a job in the village's own name, so that nothing but its own
 * claims can make a village settle. Told twice does no harm, a village posts a claim once; a claim counts as told only afterwards.
 */
@Injectable()
export class PassOnClaims implements JobVerb<{ claimId: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor): Promise<void> {
    for (;;) {
      const waiting = await this.waiting(actor);
      if (waiting.length === 0) return;
      for (const unitId of new Set(waiting.map(({ unit_id: unit }) => unit))) {
        const claims = waiting.filter(({ unit_id: unit }) => unit === unitId);
        await this.database.inVillage(jobActor(unitId, actor.requestId, actor.userId), (tx) => {
          const made = claims.filter(({ settle }) => settle).map(({ id: claimId, deposits: depositIds }) => ({ claimId, depositIds }));
          for (let from = 0; from < made.length; from += MOST_CLAIMS) tx.enqueue(settleDeposit, { claims: made.slice(from, from + MOST_CLAIMS) });
          for (const { id: claimId, deposits: depositIds, unsettle } of claims) if (unsettle) tx.enqueue(unsettleDeposit, { claimId, depositIds });
        });
      }
      faultPoint('pass-on-claims:told');
      await this.told(actor, waiting);
    }
  }

  /** An undone claim nobody was told of is told of all the same: the village keeps the row that nothing is to be settled. */
  private waiting(actor: Actor): Promise<WaitingClaim[]> {
    return this.database.inVillage(actor, (tx) =>
      tx.query<WaitingClaim>(
        `select c.id, d.for_village_id as unit_id, array_agg(d.deposit_id order by d.deposit_id) as deposits,
                c.passed_on_at is null and c.undone_at is null as settle, c.undone_at is not null and c.undo_passed_on_at is null as unsettle
           from (select id, passed_on_at, undone_at, undo_passed_on_at from claims
                  where village_id = $1 and deposits > 0 and (passed_on_at is null or (undone_at is not null and undo_passed_on_at is null)) order by id limit ${BATCH}) c
           join claim_deposits d on d.village_id = $1 and d.claim_id = c.id group by c.id, d.for_village_id, c.passed_on_at, c.undone_at, c.undo_passed_on_at order by c.id`,
        [actor.unitId],
      ));
  }

  private async told(actor: Actor, waiting: readonly WaitingClaim[]): Promise<void> {
    const [settle, unsettle] = [waiting.filter((claim) => claim.settle), waiting.filter((claim) => claim.unsettle)].map((claims) => claims.map(({ id }) => id));
    await this.database.inVillage(actor, (tx) => {
      // Undone between the two: its undo is still to be told.
      tx.write('update claims set passed_on_at = $3 where village_id = $1 and id = any($2::uuid[])', [actor.unitId, settle, tx.now]);
      tx.write('update claims set passed_on_at = coalesce(passed_on_at, $3), undo_passed_on_at = $3 where village_id = $1 and id = any($2::uuid[])', [actor.unitId, unsettle, tx.now]);
    });
  }
}
