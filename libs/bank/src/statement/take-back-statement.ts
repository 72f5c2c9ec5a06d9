import { Inject, Injectable } from '@nestjs/common';
import { importWork, lockRun, moveRun, planForManyRows } from '#imports';
import { accountOf, postBulkJournal } from '#ledger';
import { type Actor, Database, type JobContext, type JobVerb, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { suspenseOf } from '../bank.tallies.js';
import { assertRecallable } from './assert-recallable.js';
import { STATEMENT_IMPORT, STATEMENT_SUBJECT } from './statement-import.js';

/** Takes a booked statement back: its lines count no more, its postings are reversed, the account ends where it ended before. */
@Injectable()
export class TakeBackStatement implements JobVerb<{ runId: string }> {
  constructor(@Inject(Database) private readonly database: Database) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'applied', failed: 'applied' }, () =>
      this.database.inVillage(actor, async (tx) => {
        const run = await lockRun(tx, STATEMENT_IMPORT, runId);
        if (run.state !== 'reversing') return;
        await assertRecallable(tx, runId);
        planForManyRows(tx);
        tally(tx, await suspenseOf(tx, { statementId: runId }, -1));
        await reverseDays(tx, runId, run.reversal_reason ?? '');
        tx.write(`update statement_lines set state = 'withdrawn' where village_id = $1 and statement_id = $2`, [actor.unitId, runId]);
        tx.write(
          `update bank_accounts a set known_from = b.known_from, known_to = b.known_to, closing_sen = b.known_closing_sen
             from bank_statements b where b.village_id = $1 and b.id = $2 and a.village_id = $1 and a.id = b.account_id`,
          [actor.unitId, runId],
        );
        tx.write('update bank_statements set reversed_at = $3 where village_id = $1 and id = $2', [actor.unitId, runId, tx.now]);
        await moveRun(tx, runId, 'reversed', { reversed_at: tx.now });
      }));
  }
}

async function reverseDays(tx: Tx, runId: string, reason: string): Promise<void> {
  const journals = await tx.query<{ id: string; key: string; day: PlainDate; debit: string; credit: string }>(
    `select j.id, j.key, j.day, t.debit, t.credit from journals j join transfers t on t.village_id = $1 and t.journal_id = j.id and t.line = 1
      where j.village_id = $1 and j.subject_type = $2 and j.subject_id = $3 and j.reverses is null order by j.id`,
    [tx.actor.unitId, STATEMENT_SUBJECT, runId],
  );
  for (const { id, key, day, debit, credit } of journals) {
    await postBulkJournal(tx, {
      key: `${key}:reversed`, kind: 'bank-statement-reversal', day, reverses: id, reason, subjectType: STATEMENT_SUBJECT, subjectId: runId, action: 'bank-statement.unbooked', detail: { day },
      debit: accountOf(credit), credit: accountOf(debit),
      items: { sql: 'select item_id, amount from transfers where village_id = $1 and journal_id = $2 order by line', values: [tx.actor.unitId, id] },
    });
  }
}
