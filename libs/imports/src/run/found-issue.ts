import type { Tx } from '#platform';

/** What is wrong with one row, ready to be shown. */
export interface FoundIssue {
  readonly sheetNumber: number;
  readonly row: number;
  readonly sheet: string;
  readonly severity: 'error' | 'warning';
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly value: string;
  readonly name: string | null;
}

/** Step: stores issues of a dry run, one statement for the whole batch. `first`: number that no issue of this run has yet. */
export async function insertIssues(tx: Tx, runId: string, issues: readonly FoundIssue[], first: number): Promise<void> {
  if (issues.length === 0) return;
  await tx.query(
    `insert into import_issues (village_id, run_id, sheet_number, row, number, sheet, severity, field, code, message, advice, value, name)
     select $1, $2, i.* from unnest($3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[]) as i`,
    [
      tx.actor.unitId, runId,
      issues.map((issue) => issue.sheetNumber), issues.map((issue) => issue.row), issues.map((_, place) => first + place), issues.map((issue) => issue.sheet),
      issues.map((issue) => issue.severity), issues.map((issue) => issue.field), issues.map((issue) => issue.code), issues.map((issue) => issue.message),
      issues.map((issue) => issue.advice), issues.map((issue) => issue.value), issues.map((issue) => issue.name),
    ],
  );
}
