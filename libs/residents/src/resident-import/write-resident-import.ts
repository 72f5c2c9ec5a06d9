import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { analyze, type ImportRun, importCheckLost, importStale, importWork, lockRun, moveRun, planForManyRows } from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { ensureAreas } from '#villages';
import { STOCK_DAY, eventTally, RESIDENTS_MEASURE } from '../residents.tallies.js';
import { FAMILY_POSITION } from '../code-table/family-tables.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { columnOf } from '../resident/resident-fields.js';
import { RESIDENT_IMPORT } from './resident-import.js';
import { clearStaging, LISTED_FIELDS } from './staging.js';
import { type Staged, stagedRows } from './staged-rows.js';
import { nextTemporaryNumbers, type TemporaryNumbers } from './temporary-numbers.js';
import { updateRegistered } from './update-registered.js';

/** Below this, the planner's knowledge of the register stays good enough. */
const MANY = 500;

/** Writes a checked list into the register: everything in one transaction, from the staging table, set-based. */
@Injectable()
export class WriteResidentImport implements JobVerb<{ runId: string }> {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { runId }: { runId: string }, context: JobContext): Promise<void> {
    const tidy = async (tx: Tx, state: string): Promise<void> => {
      if (state === 'failed') await clearStaging(tx, runId);
    };
    let written = 0;
    await importWork(this.database, actor, runId, context, { cancelled: 'checked', failed: 'failed', tidy }, async () => {
      written = await this.database.inVillage(actor, (tx) => write(tx, runId, this.clock.today(), context)).catch((error: unknown) => {
        throw isTaken(error) ? importStale() : error;
      });
    });
    if (written >= MANY) await this.database.inVillage(actor, (tx) => analyze(tx, 'families', 'residents', 'resident_tokens'));
  }
}

/** @returns how many people were added */
async function write(tx: Tx, runId: string, today: PlainDate, context: JobContext): Promise<number> {
  const run = await lockRun(tx, RESIDENT_IMPORT, runId);
  if (run.state !== 'applying' || !run.counts) return 0;
  const { accepted, changed } = run.counts;
  const update = run.existing_mode === 'update' && changed > 0;
  const total = accepted + (update ? changed : 0);
  const step = (done: number, note: string): void => {
    context.signal.throwIfAborted();
    context.progress(done, total, note);
  };
  planForManyRows(tx);
  const temporary = await nextTemporaryNumbers(tx, assertStaged(await stagedRows(tx, runId), run.counts));
  step(0, 'Menulis dusun, RW dan RT');
  const areas = await writeAreas(tx, runId, update);
  step(Math.round(accepted * 0.05), 'Menulis keluarga');
  const families = await writeFamilies(tx, runId, areas, temporary);
  step(Math.round(accepted * 0.15), 'Menulis penduduk');
  await writeResidents(tx, runId, areas, temporary);
  step(Math.round(accepted * 0.7), 'Menulis kata pencarian');
  await tx.query(`insert into resident_tokens (village_id, token, resident_id) select $1, unnest(tokens), resident_id ${NEW_ROWS} order by 2`, [tx.actor.unitId, runId]);
  step(Math.round(accepted * 0.85), 'Mencatat peristiwa');
  await writeEvents(tx, run, today, accepted);
  if (update) {
    step(accepted, 'Memperbarui yang berbeda');
    await updateRegistered(tx, runId, areas, today, changed);
  }
  step(total, 'Menyelesaikan');
  await finish(tx, run, { added: accepted, families, updated: update ? changed : 0 });
  faultPoint('resident-import:written');
  return accepted;
}

const NEW_ROWS = `from resident_import_rows where village_id = $1 and run_id = $2 and outcome = 'new'`;

/** The staging table does not survive a crash of the server; half a list must not pass for the whole. */
function assertStaged(staged: Staged, counts: { accepted: number; changed: number }): Staged {
  if (staged.fresh !== counts.accepted || staged.changed !== counts.changed) throw importCheckLost();
  return staged;
}

/** Ids of areas by their key, as JSON: looked up row by row, which leaves the staged rows in their order. */
export type StagedAreas = string;

async function writeAreas(tx: Tx, runId: string, update: boolean): Promise<StagedAreas> {
  const paths = await tx.query<{ hamlet: string | null; rw: string | null; rt: string | null }>(
    `select distinct on (area_key collate "C") hamlet, rw, rt from resident_import_rows where village_id = $1 and run_id = $2 and area_key is not null and outcome = any($3)`,
    [tx.actor.unitId, runId, update ? ['new', 'changed'] : ['new']],
  );
  return JSON.stringify(Object.fromEntries(await ensureAreas(tx, paths)));
}

/** Address and area of a family are its head's, else the first member's. @returns how many are new */
async function writeFamilies(tx: Tx, runId: string, areas: StagedAreas, temporary: TemporaryNumbers): Promise<number> {
  const known = await joinKnownFamilies(tx, runId);
  const written = await tx.one<{ n: bigint }>(
    `with listed as (
       select distinct on (family_id) family_id, family_number, address, area_key, sheet_number, row ${NEW_ROWS}
        order by family_id, (family_position = ${FAMILY_POSITION.head} and basic_status = ${BASIC_STATUS.living}) desc, sheet_number, row
     ), written as (
       insert into families (village_id, id, number, address, area_id, created_at)
       select $1, l.family_id, coalesce(l.family_number, $4 || lpad(($5 + count(*) filter (where l.family_number is null) over (order by l.sheet_number, l.row))::text, 5, '0')),
              l.address, ($3::jsonb ->> l.area_key)::uuid, $6
         from listed l ${known ? 'where not exists (select 1 from families f where f.village_id = $1 and f.id = l.family_id)' : ''}
        order by l.sheet_number, l.row
       returning 1
     ) select count(*) as n from written`,
    [tx.actor.unitId, runId, areas, temporary.prefix, temporary.lastFamily, tx.now],
  );
  return Number(written?.n ?? 0);
}

/** Families the register knows take in their new members. @returns false for a village that has no family yet */
async function joinKnownFamilies(tx: Tx, runId: string): Promise<boolean> {
  if (!(await tx.one('select 1 from families where village_id = $1 limit 1', [tx.actor.unitId]))) return false;
  await tx.query(
    `update resident_import_rows s set family_id = f.id from families f
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and f.village_id = $1 and f.number = s.family_number`,
    [tx.actor.unitId, runId],
  );
  return true;
}

/** In the order of the list, which is that of the staging table's key and of the ids: nothing is sorted or joined for it. */
async function writeResidents(tx: Tx, runId: string, areas: StagedAreas, temporary: TemporaryNumbers): Promise<void> {
  const fields = LISTED_FIELDS.filter((field) => field !== 'nik').map(columnOf);
  await tx.query(
    `insert into residents (village_id, id, family_id, area_id, sort_name, created_at, updated_at, nik, ${fields.join(', ')})
     select $1, resident_id, family_id, ($3::jsonb ->> area_key)::uuid, sort_name, $6, $6,
            coalesce(nik, $4 || lpad(($5 + count(*) filter (where nik is null) over (order by sheet_number, row rows unbounded preceding))::text, 5, '0')), ${fields.join(', ')}
       ${NEW_ROWS} order by sheet_number, row`,
    [tx.actor.unitId, runId, areas, temporary.prefix, temporary.lastPerson, tx.now],
  );
}

/** Opening events are a type of their own, so that no monthly report takes them for births or arrivals. */
async function writeEvents(tx: Tx, run: ImportRun, today: PlainDate, added: number): Promise<void> {
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id)
     select $1, event_id, 'opening', resident_id, $3, $5::uuid, $6, $4, $2 ${NEW_ROWS} order by sheet_number, row`,
    [tx.actor.unitId, run.id, today, tx.now, run.applied_by, run.applied_by_name],
  );
  const cells = await tx.query<{ sex: number; month: string; n: bigint }>(
    `select sex, to_char(birth_date, 'YYYY-MM') as month, count(*) as n ${NEW_ROWS} and basic_status = ${BASIC_STATUS.living} group by 1, 2`,
    [tx.actor.unitId, run.id],
  );
  tally(tx, [
    ...cells.map(({ sex, month, n }) => ({ measure: RESIDENTS_MEASURE, day: STOCK_DAY, dim1: String(sex), dim2: month, delta: Number(n) })),
    eventTally({ type: 'opening', reportedOn: today }, added),
  ]);
}

async function finish(tx: Tx, run: ImportRun, counts: Record<string, number>): Promise<void> {
  await moveRun(tx, run.id, 'applied', { applied_at: tx.now, failure_code: null, failure_message: null });
  audit(tx, { action: 'resident-import.applied', subjectType: 'resident-import', subjectId: run.id, detail: { ...counts, rows: run.rows_mode, existing: run.existing_mode, fileSha256: run.file_sha256 } });
  await clearStaging(tx, run.id);
}

/** Somebody registered one of these people or families since the list was checked. */
function isTaken(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}
