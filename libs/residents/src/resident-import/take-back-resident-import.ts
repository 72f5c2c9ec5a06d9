import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { importInUse, importWork, lockRun, moveRun } from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, newId, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { eventTally, RESIDENTS_MEASURE, STOCK_DAY } from '../residents.tallies.js';
import { inWords, usedElsewhere } from './resident-use.js';
import { RESIDENT_IMPORT } from './resident-import.js';
import { restoreUpdated } from './restore-updated.js';

/**
 * Takes an import back as a whole: its people and families go, what it changed in others is as before. Events are
 * never removed; each is answered by one that reverses it. Areas stay: they are the village's by now.
 */
@Injectable()
export class TakeBackResidentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    await importWork(this.database, actor, runId, context, { cancelled: 'applied', failed: 'applied' }, async () => {
      try {
        await this.database.inVillage(actor, (tx) => takeBack(tx, runId, this.clock.today(), context));
      } catch (error) {
        const holder = referringTable(error);
        if (holder === null) throw error;
        throw importInUse(await this.database.inVillage(actor, (tx) => inWords(tx, holder.residentId, 'sudah dipakai di tempat lain')));
      }
    });
  }
}

/** Between two reports of progress. */
const BATCH = 5_000;

async function takeBack(tx: Tx, runId: string, today: PlainDate, context: JobContext): Promise<void> {
  const run = await lockRun(tx, RESIDENT_IMPORT, runId);
  if (run.state !== 'reversing' || !run.applied_at) return;
  const used = await usedElsewhere(tx, runId);
  if (used) throw importInUse(used);
  const openings = await tx.query<{ id: string; resident_id: string }>(
    `select id, resident_id from population_events where village_id = $1 and import_run_id = $2 and type = 'opening' and reverses is null order by id`,
    [tx.actor.unitId, runId],
  );
  await countOut(tx, runId);
  for (let from = 0; from < openings.length; from += BATCH) {
    context.signal.throwIfAborted();
    context.progress(from, openings.length, 'Mencatat pembatalan');
    await reverseOpenings(tx, runId, today, openings.slice(from, from + BATCH));
  }
  tally(tx, [eventTally({ type: 'opening', reportedOn: today, reverses: runId }, openings.length)]);
  context.signal.throwIfAborted();
  context.progress(openings.length, openings.length, 'Menghapus penduduk dari impor ini');
  await removePeople(tx, openings.map((event) => event.resident_id), run.applied_at);
  const restored = await restoreUpdated(tx, runId, today);
  faultPoint('resident-import:taken-back');
  await moveRun(tx, runId, 'reversed', { reversed_at: tx.now, failure_code: null, failure_message: null });
  audit(tx, { action: 'resident-import.reversed', subjectType: 'resident-import', subjectId: runId, reason: run.reversal_reason, detail: { removed: openings.length, restored, fileSha256: run.file_sha256 } });
}

/** The living leave the counts. */
async function countOut(tx: Tx, runId: string): Promise<void> {
  const cells = await tx.query<{ sex: number; month: string; n: bigint }>(
    `select r.sex, to_char(r.birth_date, 'YYYY-MM') as month, count(*) as n
       from population_events e join residents r on r.village_id = $1 and r.id = e.resident_id
      where e.village_id = $1 and e.import_run_id = $2 and e.type = 'opening' and e.reverses is null and r.basic_status = ${BASIC_STATUS.living} group by 1, 2`,
    [tx.actor.unitId, runId],
  );
  tally(tx, cells.map(({ sex, month, n }) => ({ measure: RESIDENTS_MEASURE, day: STOCK_DAY, dim1: String(sex), dim2: month, delta: -Number(n) })));
}

async function reverseOpenings(tx: Tx, runId: string, today: PlainDate, openings: readonly { id: string; resident_id: string }[]): Promise<void> {
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id, reverses)
     select $1, e.id, 'opening', e.resident_id, $3, r.reversed_by, r.reversed_by_name, $4, $2, e.opening
       from unnest($5::uuid[], $6::uuid[], $7::uuid[]) as e (id, resident_id, opening) join import_runs r on r.village_id = $1 and r.id = $2`,
    [tx.actor.unitId, runId, today, tx.now, openings.map(() => newId()), openings.map((event) => event.resident_id), openings.map((event) => event.id)],
  );
}

/** Untouched people only: whoever was changed since would be lost without a trace. */
async function removePeople(tx: Tx, ids: readonly string[], appliedAt: Date): Promise<void> {
  const values = [tx.actor.unitId, ids];
  await tx.query('delete from resident_tokens where village_id = $1 and resident_id = any($2)', values);
  const removed = await tx.query<{ family_id: string }>('with gone as (delete from residents where village_id = $1 and id = any($2) and version = 1 returning family_id) select family_id from gone', values);
  if (removed.length !== ids.length) throw new Error('a resident of the import changed while it was taken back');
  await tx.query(
    `delete from families f where f.village_id = $1 and f.id = any($2) and f.created_at = $3
        and not exists (select 1 from residents r where r.village_id = $1 and r.family_id = f.id)`,
    [tx.actor.unitId, [...new Set(removed.map((row) => row.family_id))], appliedAt],
  );
}

/** A foreign key of a lib above that was not asked about, or took hold of the person in this moment. */
function referringTable(error: unknown): { residentId: string } | null {
  const { code, detail } = error as { code?: string; detail?: string };
  const residentId = code === '23503' ? /\((?:\d+, )([0-9a-f-]{36})\)/.exec(detail ?? '')?.[1] : undefined;
  return residentId === undefined ? null : { residentId };
}
