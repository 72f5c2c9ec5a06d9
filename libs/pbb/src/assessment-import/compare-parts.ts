import { type ImportCounts, planForManyRows } from '#imports';
import { type Actor, type Database, jobActor, type JobContext, type Tx } from '#platform';
import { proposeVillages } from './propose-villages.js';
import { LATE } from './reject-rows.js';
import { ASSESSMENT_ISSUES } from './rules/assessment-issues.js';
import type { AssessmentOptions } from './assessment-import.js';

/** What a part would do to a village's bills, and the rupiah of the bills it would open. */
export interface PartCounts {
  readonly accepted: number;
  readonly settles: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly rejected: number;
}

interface Part {
  readonly prefix: string;
  readonly unit_id: number | null;
}

/**
 * Holds the staged rows against the bills of each village whose prefix is confirmed, and writes the parts of the run anew.
 * @returns the run's counts: `families` = its parts
 */
export async function compareParts(database: Database, actor: Actor, runId: string, options: AssessmentOptions, context: Pick<JobContext, 'signal' | 'progress'>): Promise<Omit<ImportCounts, 'total' | 'rejected'>> {
  const parts = await database.inVillage(actor, (tx) =>
    tx.query<Part>(
      `select s.prefix, p.unit_id from (select distinct prefix from assessment_rows where village_id = $1 and run_id = $2) s left join nop_prefixes p on p.prefix = s.prefix order by s.prefix`,
      [actor.unitId, runId],
    ));
  for (const [place, { prefix, unit_id: unitId }] of parts.entries()) {
    context.signal.throwIfAborted();
    if (unitId !== null) await database.inVillage(jobActor(unitId, actor.requestId, actor.userId), (tx) => compareWithBills(tx, actor.unitId, runId, prefix));
    if (place % 10 === 0) context.progress(place, parts.length, 'Membandingkan dengan tagihan desa');
  }
  return database.inVillage(actor, async (tx) => {
    await writeParts(tx, runId, options);
    await tellKept(tx, runId);
    return countRun(tx, runId, parts.length);
  });
}

/**
 * Step, inside the village: which of the staged rows of its prefix are new to it, which change, settle or repeat a bill it has.
 * Only rows of objects it knows are touched, so a first list costs nothing here.
 */
async function compareWithBills(tx: Tx, runUnit: number, runId: string, prefix: string): Promise<void> {
  planForManyRows(tx);
  await tx.query(
    `update assessment_rows s set object_id = known.object_id, object_known = true, old_bill_id = known.bill_id, cycle = known.cycle,
            outcome = case
              when known.bill_id is null then 'new'
              when known.state not in ('unpaid', 'nil') and s.amount <> known.amount then 'kept'
              when known.state not in ('unpaid', 'nil') then 'unchanged'
              when s.amount <> known.amount then 'changed'
              when s.paid and s.amount > 0 then 'settles'
              else 'unchanged' end
       from (
         select r.sheet_number, r.row, o.id as object_id, b.id as bill_id, b.amount, p.state,
                coalesce((select max(c.cycle) from bills c where c.village_id = $1 and c.object_id = o.id and c.tax_year = r.tax_year), 0) + 1 as cycle
           from assessment_rows r
           join tax_objects o on o.village_id = $1 and o.nop = r.nop
           left join bills b on b.village_id = $1 and b.object_id = o.id and b.tax_year = r.tax_year and b.closed_as is null
           left join bill_positions p on p.village_id = $1 and p.bill_id = b.id
          where r.village_id = $2 and r.run_id = $3 and r.prefix = $4 and r.outcome <> 'rejected'
       ) known
      where s.village_id = $2 and s.run_id = $3 and s.sheet_number = known.sheet_number and s.row = known.row`,
    [tx.actor.unitId, runUnit, runId, prefix],
  );
}

/** One part for each prefix; what was applied or refused already stays. */
async function writeParts(tx: Tx, runId: string, options: AssessmentOptions): Promise<void> {
  const { unitId } = tx.actor;
  await tx.query(
    `insert into assessment_parts as a (village_id, run_id, prefix, for_village_id, state, counts, amount)
     select $1, $2, s.prefix, p.unit_id, case when p.unit_id is null then 'unconfirmed' else 'checked' end,
            jsonb_build_object('accepted', count(*) filter (where outcome = 'new'), 'settles', count(*) filter (where outcome = 'settles'), 'changed', count(*) filter (where outcome = 'changed'),
              'unchanged', count(*) filter (where outcome = 'unchanged'), 'kept', count(*) filter (where outcome = 'kept'), 'rejected', count(*) filter (where outcome = 'rejected')),
            coalesce(sum(amount) filter (where outcome in ('new', 'changed')), 0)
       from assessment_rows s left join nop_prefixes p on p.prefix = s.prefix where s.village_id = $1 and s.run_id = $2 group by s.prefix, p.unit_id
     on conflict (village_id, run_id, prefix) do update set for_village_id = excluded.for_village_id, state = excluded.state, counts = excluded.counts, amount = excluded.amount
      where a.state in ('unconfirmed', 'checked')`,
    [unitId, runId],
  );
  const proposals = await proposeVillages(tx, runId, options.unitId);
  await tx.query(
    `update assessment_parts a set proposed_village_id = p.unit from unnest($3::text[], $4::int[]) as p (prefix, unit) where a.village_id = $1 and a.run_id = $2 and a.prefix = p.prefix and a.state = 'unconfirmed'`,
    [unitId, runId, proposals.map(({ prefix }) => prefix), proposals.map((proposal) => proposal.unitId)],
  );
}

/** Bills whose money has moved keep their amount; the tax office sees which (rules, PBB). */
async function tellKept(tx: Tx, runId: string): Promise<void> {
  const { message, advice } = ASSESSMENT_ISSUES.issue('warning', 'amount', 'KEPT_PAID', '');
  await tx.query(
    `insert into import_issues (village_id, run_id, sheet_number, row, number, sheet, severity, field, code, message, advice, value, name)
     select $1, $2, sheet_number, row, ${LATE + 2}, '', 'warning', 'amount', 'KEPT_PAID', $3, $4, amount::text, payer_name from assessment_rows
      where village_id = $1 and run_id = $2 and outcome = 'kept' on conflict do nothing`,
    [tx.actor.unitId, runId, message, advice],
  );
}

async function countRun(tx: Tx, runId: string, parts: number): Promise<Omit<ImportCounts, 'total' | 'rejected'>> {
  const counts = await tx.one<Record<'accepted' | 'changed' | 'unchanged' | 'warned', bigint>>(
    `select count(*) filter (where outcome = 'new') as accepted, count(*) filter (where outcome in ('changed', 'settles')) as changed, count(*) filter (where outcome in ('unchanged', 'kept')) as unchanged,
            (select count(*) from (select sheet_number, row from import_issues where village_id = $1 and run_id = $2 group by 1, 2 having bool_and(severity = 'warning')) w) as warned
       from assessment_rows where village_id = $1 and run_id = $2`,
    [tx.actor.unitId, runId],
  );
  return { accepted: Number(counts?.accepted ?? 0), changed: Number(counts?.changed ?? 0), unchanged: Number(counts?.unchanged ?? 0), warned: Number(counts?.warned ?? 0), families: parts };
}
