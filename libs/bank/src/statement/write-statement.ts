import { Inject, Injectable } from '@nestjs/common';
import { analyze, importCheckLost, type ImportRun, importStale, importWork, lockRun, moveRun, planForManyRows } from '#imports';
import { account, postBulkJournal } from '#ledger';
import { type Actor, Database, faultPoint, type JobContext, type JobVerb, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { BANK, UNALLOCATED } from '../accounts.js';
import { suspenseOf } from '../bank.tallies.js';
import { matchLines } from '../matching/match-lines.job.js';
import { clearStaged } from './staged-lines.js';
import { optionsOf, STATEMENT_IMPORT, STATEMENT_SUBJECT, type StatementOptions } from './statement-import.js';

/** So many new lines change what the planner should expect; a day's few hundred do not. */
const MANY = 10_000;

/** Books a checked statement in one transaction: its new lines, what they move day by day, and the account's last day. */
@Injectable()
export class WriteStatement implements JobVerb<{ runId: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'checked', failed: 'checked' }, () =>
      this.database.inVillage(actor, async (tx) => {
        const run = await lockRun(tx, STATEMENT_IMPORT, runId);
        if (run.state !== 'applying') return;
        planForManyRows(tx);
        await bookLines(tx, runId, optionsOf(run), run.counts);
        await postDays(tx, runId, optionsOf(run).accountId);
        tally(tx, await suspenseOf(tx, { statementId: runId }, 1));
        faultPoint('bank-statement:before-commit');
        await clearStaged(tx, runId);
        await moveRun(tx, runId, 'applied', { applied_at: tx.now });
        tx.enqueue(matchLines, { statementId: runId, expectedId: null });
      }));
  }
}

/**
 * @throws DomainError IMPORT_STALE when another statement of the account was booked since the dry run, IMPORT_CHECK_LOST when
 * the staged rows are gone: the account would move on to a closing balance without the lines that lead there
 */
async function bookLines(tx: Tx, runId: string, { accountId, found }: StatementOptions, counts: ImportRun['counts']): Promise<void> {
  if (!found || !counts) throw importStale();
  const { unitId } = tx.actor;
  const before = await tx.one<{ known_from: PlainDate | null; known_to: PlainDate | null; closing_sen: bigint | null }>('select known_from, known_to, closing_sen from bank_accounts where village_id = $1 and id = $2 for update', [unitId, accountId]);
  const moved = await tx.one<{ stale: boolean; staged: number }>(
    `select exists (select from bank_statements b join import_runs r on r.village_id = $1 and r.id = $2
                     where b.village_id = $1 and b.account_id = $3 and greatest(b.applied_at, b.reversed_at) > r.checked_at) as stale,
            (select count(*)::int from bank_statement_rows where village_id = $1 and run_id = $2) as staged`,
    [unitId, runId, accountId],
  );
  if (!before || !moved || moved.stale) throw importStale();
  if (moved.staged !== counts.accepted + counts.unchanged) throw importCheckLost();
  await tx.query(
    `insert into bank_statements (village_id, id, account_id, first_day, last_day, opening_sen, closing_sen, lines, known_from, known_to, known_closing_sen, applied_at)
     values ($1, $2, $3, $4, $5, $6, $7, (select count(*) from bank_statement_rows where village_id = $1 and run_id = $2 and not known), $8, $9, $10, $11)`,
    [unitId, runId, accountId, found.firstDay, found.lastDay, found.openingSen, found.closingSen, before.known_from, before.known_to, before.closing_sen, tx.now],
  );
  await tx.query(
    `insert into statement_lines (village_id, id, account_id, statement_id, row, booked_on, amount, exact_sen, reference, remark, identity, ordinal, correction, state)
     select $1, line_id, $3, $2, row, booked_on, amount, exact_sen, reference, remark, identity, ordinal, correction, 'open' from bank_statement_rows
      where village_id = $1 and run_id = $2 and not known order by position`,
    [unitId, runId, accountId],
  );
  const many = counts.accepted >= MANY;
  // Before the keys of the references are checked, and with the lock that keeps autovacuum from counting what it cannot see yet.
  if (many) analyze(tx, 'statement_lines');
  tx.write(
    `insert into line_references (village_id, reference, line_id)
     select distinct $1::int, r.reference, s.line_id from bank_statement_rows s, unnest(s.deposit_references) as r (reference)
      where s.village_id = $1 and s.run_id = $2 and not s.known and cardinality(s.deposit_references) > 0`,
    [unitId, runId],
  );
  if (many) analyze(tx, 'line_references');
  // A statement of days that are all known moves nothing on.
  tx.write(
    `update bank_accounts set known_from = coalesce(known_from, $3), known_to = greatest(known_to, $4), closing_sen = case when known_to is null or known_to < $4 then $5 else closing_sen end where village_id = $1 and id = $2`,
    [unitId, accountId, found.firstDay, found.lastDay, found.closingSen],
  );
}

/** What came in and what went out, a journal of each for every day, so that the book can be read by day like the bank's. */
async function postDays(tx: Tx, runId: string, accountId: string): Promise<void> {
  const days = await tx.query<{ day: PlainDate; into: boolean; out: boolean }>(
    `select booked_on as day, bool_or(amount > 0) as into, bool_or(amount < 0) as out from bank_statement_rows where village_id = $1 and run_id = $2 and not known and amount <> 0 group by 1 order by 1`,
    [tx.actor.unitId, runId],
  );
  const [bank, unallocated] = [account(BANK, accountId), account(UNALLOCATED)];
  for (const { day, into, out } of days) {
    for (const side of [...(into ? ['in' as const] : []), ...(out ? ['out' as const] : [])]) {
      await postBulkJournal(tx, {
        key: `statement:${runId}:${day}:${side}`, kind: 'bank-statement', day, subjectType: STATEMENT_SUBJECT, subjectId: runId, action: 'bank-statement.booked', detail: { day, side },
        ...(side === 'in' ? { debit: bank, credit: unallocated } : { debit: unallocated, credit: bank }),
        items: {
          sql: `select line_id as item_id, abs(amount) as amount from bank_statement_rows where village_id = $1 and run_id = $2 and not known and booked_on = $3 and sign(amount) = $4 order by position`,
          values: [tx.actor.unitId, runId, day, side === 'in' ? 1 : -1],
        },
      });
    }
  }
}
