import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, Database, invalidFields, notFound, type Tx } from '#platform';
import { depositClaimed, lineClaimed, sumsDiffer } from '../bank.errors.js';
import { holdMatching } from './hold-matching.js';
import { type ClaimedDeposit, type ClaimedLine, makeClaims, sum } from './make-claims.js';
import type { MatchDto } from './statement-line.dto.js';

/** A person says which lines are which deposits; the sums must be equal, so nothing settles short or over. */
@Injectable()
export class MatchByHand {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns the claim's id @throws DomainError 404; 409 LINE_CLAIMED, DEPOSIT_CLAIMED, AMOUNT_MISMATCH; 422 */
  async run(actor: Actor, lineId: string, { lines: others, deposits: asked, reason }: MatchDto): Promise<string> {
    const lineIds = [...new Set([lineId, ...others])];
    return this.database.inVillage(actor, async (tx) => {
      holdMatching(tx);
      const lines = await openLines(tx, lineIds);
      const deposits = await openDeposits(tx, asked);
      if (deposits.length === 0 && lines.length < 2) throw invalidFields([{ field: 'deposits', code: 'DEPOSIT_MISSING', message: 'Pilih setoran, atau mutasi lain yang saling meniadakan.' }]);
      if (sum(lines) !== sum(deposits)) throw sumsDiffer(sum(lines), sum(deposits));
      const [claim] = await makeClaims(tx, this.clock.today(), [{ basis: 'person', lines, deposits, explanation: { lines: lines.length, deposits: deposits.length, amount: Number(sum(lines)) }, reason }]);
      return claim as string;
    });
  }
}

async function openLines(tx: Tx, ids: readonly string[]): Promise<ClaimedLine[]> {
  const rows = await tx.query<{ id: string; amount: bigint; exact_sen: bigint; state: string }>(`select id, amount, exact_sen, state from statement_lines where village_id = $1 and id = any($2::uuid[]) and state <> 'withdrawn' order by id`, [tx.actor.unitId, ids]);
  const [first, ...others] = ids;
  const known = new Set(rows.map(({ id }) => id));
  if (!known.has(first as string)) throw notFound();
  const missing = others.findIndex((id) => !known.has(id));
  if (missing >= 0) throw invalidFields([{ field: `lines.${missing}`, code: 'LINE_UNKNOWN', message: 'Mutasi ini tidak ada.' }]);
  if (rows.some(({ state }) => state !== 'open')) throw lineClaimed();
  return rows.map(({ id, amount }) => ({ id, amount: BigInt(amount) }));
}

async function openDeposits(tx: Tx, ids: readonly string[]): Promise<ClaimedDeposit[]> {
  const rows = await tx.query<Omit<ClaimedDeposit, 'amount'> & { amount: bigint; state: string }>(
    `select id, for_village_id as "forVillageId", deposit_id as "depositId", reference, amount, state from expected_receipts where village_id = $1 and id = any($2::uuid[]) order by id`,
    [tx.actor.unitId, ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) throw invalidFields([{ field: `deposits.${missing}`, code: 'DEPOSIT_UNKNOWN', message: 'Setoran ini tidak dikenal.' }]);
  if (rows.some(({ state }) => state !== 'open')) throw depositClaimed();
  return rows.map(({ id, forVillageId, depositId, reference, amount }) => ({ id, forVillageId, depositId, reference, amount: BigInt(amount) }));
}
