import type { Tx } from '#platform';
import { ASSESSMENT_ISSUES } from './rules/assessment-issues.js';

/** Numbers of issues found after the rows were read; above any a single reading gives. */
export const LATE = 1_000_000_000;

/**
 * Step: of a NOP that stands in a list several times for one year the first row stays (rules, PBB). All years of an object
 * that is new get one id.
 */
export async function rejectRepeated(tx: Tx, runId: string, sheets: readonly string[]): Promise<void> {
  const { message, advice } = ASSESSMENT_ISSUES.issue('error', 'nop', 'NOP_REPEATED', '');
  await tx.query(
    `with ordered as (
       select sheet_number, row, row_number() over same as nth, first_value(row) over same as first
         from assessment_rows where village_id = $1 and run_id = $2 window same as (partition by nop, tax_year order by sheet_number, row)
     ), rejected as (
       update assessment_rows s set outcome = 'rejected' from ordered o
        where s.village_id = $1 and s.run_id = $2 and s.sheet_number = o.sheet_number and s.row = o.row and o.nth > 1
       returning s.sheet_number, s.row, s.nop, s.payer_name, o.first
     )
     insert into import_issues (village_id, run_id, sheet_number, row, number, sheet, severity, field, code, message, advice, value, name)
     select $1, $2, sheet_number, row, ${LATE}, ($5::text[])[sheet_number + 1], 'error', 'nop', 'NOP_REPEATED', $3 || ' Baris ' || first || ' yang dipakai.', $4, nop, payer_name from rejected`,
    [tx.actor.unitId, runId, message, advice, sheets],
  );
  await tx.query(
    `with several as (
       select nop, (array_agg(object_id order by sheet_number, row))[1] as object_id from assessment_rows where village_id = $1 and run_id = $2 and outcome = 'new' group by nop having count(*) > 1
     )
     update assessment_rows s set object_id = several.object_id from several where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and s.nop = several.nop and s.object_id <> several.object_id`,
    [tx.actor.unitId, runId],
  );
}

/** Step: a village's own list holds that village's objects; its prefix is the confirmed one, at first the commonest of the list (rules, PBB). */
export async function rejectForeign(tx: Tx, runId: string, sheets: readonly string[], unitId: number): Promise<void> {
  const { message, advice } = ASSESSMENT_ISSUES.issue('error', 'nop', 'PREFIX_FOREIGN', '');
  await tx.query(
    `with own as (
       select prefix from nop_prefixes where unit_id = $5
       union all
       (select prefix from assessment_rows where village_id = $1 and run_id = $2 and outcome = 'new' and not exists (select from nop_prefixes where unit_id = $5)
         group by prefix order by count(*) desc, prefix limit 1)
     ), rejected as (
       update assessment_rows s set outcome = 'rejected' where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and s.prefix not in (select prefix from own)
       returning s.sheet_number, s.row, s.nop, s.payer_name
     )
     insert into import_issues (village_id, run_id, sheet_number, row, number, sheet, severity, field, code, message, advice, value, name)
     select $1, $2, sheet_number, row, ${LATE + 1}, ($6::text[])[sheet_number + 1], 'error', 'nop', 'PREFIX_FOREIGN', $3, $4, nop, payer_name from rejected`,
    [tx.actor.unitId, runId, message, advice, unitId, sheets],
  );
}
