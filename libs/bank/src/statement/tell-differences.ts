import type { Tx } from '#platform';
import { STATEMENT_ISSUES, type StatementIssueCode } from './reading/statement-issues.js';

/** Issues shown of one kind: a statement that differs in a thousand lines is the wrong file. */
const SHOWN = 100;

/** Issue numbers behind those of single rows. */
const LATE = 1_000_000;

interface Difference {
  readonly row: number;
  readonly value: string;
}

/** Step: rows whose running balance is not the one before plus what they move. @returns how many */
export async function tellSteps(tx: Tx, runId: string, descending: boolean): Promise<number> {
  const wrong = await tx.query<Difference>(
    `select row, remark as value from (
       select position, row, remark, exact_sen, balance_sen, lag(balance_sen) over (order by position ${descending ? 'desc' : 'asc'}) as before
         from bank_statement_rows where village_id = $1 and run_id = $2
     ) s where balance_sen <> before + exact_sen order by position limit ${SHOWN}`,
    [tx.actor.unitId, runId],
  );
  await tell(tx, runId, 'balance', 'BALANCE_STEP', wrong, 0);
  return wrong.length;
}

/** Step: within days that are known, rows the book has not, and lines of the book the file has not. @returns how many */
export async function tellDifferences(tx: Tx, runId: string, accountId: string, { from, to }: { from: string; to: string }): Promise<number> {
  const own = await tx.query<Difference>(
    `select row, remark as value from bank_statement_rows where village_id = $1 and run_id = $2 and not known and booked_on <= $3 order by position limit ${SHOWN}`,
    [tx.actor.unitId, runId, to],
  );
  const missing = await tx.query<Difference>(
    `select l.row, concat_ws(' ', to_char(l.booked_on, 'DD-MM-YYYY'), (l.exact_sen / 100.0)::numeric(20, 2), l.remark) as value from statement_lines l
      where l.village_id = $1 and l.account_id = $3 and l.state <> 'withdrawn' and l.booked_on between $4 and $5
        and not exists (select from bank_statement_rows s where s.village_id = $1 and s.run_id = $2 and s.booked_on = l.booked_on and s.exact_sen = l.exact_sen and s.identity = l.identity and s.ordinal = l.ordinal)
      order by l.booked_on, l.row limit ${SHOWN}`,
    [tx.actor.unitId, runId, accountId, from, to],
  );
  await tell(tx, runId, 'bookedOn', 'DAY_DIFFERS', own, SHOWN);
  await tell(tx, runId, 'bookedOn', 'DAY_LACKS', missing, 2 * SHOWN);
  return own.length + missing.length;
}

async function tell(tx: Tx, runId: string, field: 'balance' | 'bookedOn', code: StatementIssueCode, rows: readonly Difference[], offset: number): Promise<void> {
  if (rows.length === 0) return;
  const { message, advice } = STATEMENT_ISSUES.issue('error', field, code, '');
  await tx.query(
    `insert into import_issues (village_id, run_id, sheet_number, row, number, sheet, severity, field, code, message, advice, value)
     select $1, $2, 0, d.row, ${LATE} + $9::int + d.place, '', 'error', $3, $4, $5, $6, left(d.value, 100) from unnest($7::int[], $8::text[]) with ordinality as d (row, value, place)`,
    [tx.actor.unitId, runId, field, code, message, advice, rows.map(({ row }) => row), rows.map(({ value }) => value), offset],
  );
}
