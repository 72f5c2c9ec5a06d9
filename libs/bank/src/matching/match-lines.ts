import { Inject, Injectable } from '@nestjs/common';
import { analyze, planForManyRows } from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, type Tx } from '#platform';
import { bankMatchDays, settingOn } from '#villages';
import { findByAmount, findByReference, type FoundPair } from './find-pairs.js';
import { findCorrections } from './find-corrections.js';
import { holdMatching } from './hold-matching.js';
import { makeClaims, type NewClaim } from './make-claims.js';
import { undoClaim } from './undo-claim.js';

/** Claims made in one transaction: a million lines are matched without a long lock or much memory. */
const BATCH = 5_000;
/** The first is small: after it the planner knows what a claim writes, and checks the keys of the others by the right index. */
const FIRST = 500;

export interface MatchingScope {
  /** A statement just booked: its corrections pair first, then everything that waits is looked for. */
  readonly statementId: string | null;
  /** One deposit just announced; null: all that wait. */
  readonly expectedId: string | null;
}

/**
 * Finds the line of every deposit that waits: first what the bank corrected itself, then by reference, then by an amount and
 * a day that leave no choice. What stays is suspense. Driven from the deposits, of which there are few, to the lines.
 */
@Injectable()
export class MatchLines implements JobVerb<MatchingScope> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { statementId, expectedId }: MatchingScope, context: JobContext): Promise<void> {
    if (statementId) await this.repeat(actor, context, (tx, most) => this.pairCorrections(tx, statementId, most));
    await this.repeat(actor, context, async (tx, most) => this.claim(tx, 'reference', await findByReference(tx, expectedId, most)));
    await this.repeat(actor, context, async (tx, most) => this.claim(tx, 'amount-day', await findByAmount(tx, expectedId, most, await settingOn(tx, bankMatchDays, this.clock.today()))));
  }

  private async repeat(actor: Actor, { signal }: Pick<JobContext, 'signal'>, step: (tx: Tx, most: number) => Promise<number>): Promise<void> {
    for (let most = FIRST; ; most = BATCH) {
      signal.throwIfAborted();
      const claimed = await this.database.inVillage(actor, async (tx) => {
        holdMatching(tx);
        planForManyRows(tx);
        const made = await step(tx, most);
        faultPoint('match-lines:before-commit');
        if (made === FIRST && most === FIRST) analyze(tx, 'claims', 'claim_lines', 'claim_deposits', 'journals', 'transfers');
        return made;
      });
      if (claimed < most) return;
    }
  }

  private async claim(tx: Tx, basis: NewClaim['basis'], pairs: readonly FoundPair[]): Promise<number> {
    await makeClaims(tx, this.clock.today(), pairs.map(({ line, deposit, explanation }) => ({ basis, lines: [line], deposits: [deposit], explanation })));
    return pairs.length;
  }

  /** What the bank took back was no deposit: a claim of the first booking is undone, and its deposit waits again. */
  private async pairCorrections(tx: Tx, statementId: string, most: number): Promise<number> {
    const pairs = await findCorrections(tx, statementId, most);
    const today = this.clock.today();
    // Several of its lines may have been taken back at once.
    for (const claim of new Set(pairs.flatMap(({ claim_id: id }) => id ?? []))) await undoClaim(tx, claim, 'Bank membatalkan mutasi ini.', today);
    await makeClaims(tx, today, pairs.map((pair) => ({
      basis: 'correction', deposits: [], explanation: { by: pair.by, bookedOn: pair.booked_on, correctedOn: pair.corrected_on },
      lines: [{ id: pair.line_id, amount: BigInt(pair.amount) }, { id: pair.correction_id, amount: -BigInt(pair.amount) }],
    })));
    return pairs.length;
  }
}
