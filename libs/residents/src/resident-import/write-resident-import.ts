import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type ImportRun, importCheckLost, importStale, importWork, lockRun, moveRun } from '#imports';
import { type Actor, Clock, Database, faultPoint, type JobContext, type JobVerb, type Tx } from '#platform';
import { tally } from '#tallies';
import type { PlainDate } from '#values';
import { areaKey, ensureAreas } from '#villages';
import { STOCK_DAY, eventTally, RESIDENTS_MEASURE } from '../residents.tallies.js';
import { FAMILY_POSITION } from '../code-table/family-tables.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { columnOf } from '../resident/resident-fields.js';
import { RESIDENT_IMPORT } from './resident-import.js';
import { clearStaging, LISTED_FIELDS } from './staging.js';
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
    if (written >= MANY) await this.database.inVillage(actor, (tx) => tx.query('select app.analyze_register()'));
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
  await assertStaged(tx, runId, run.counts);
  step(0, 'Menulis dusun, RW dan RT');
  const areas = await writeAreas(tx, runId, update);
  const temporary = await nextTemporaryNumbers(tx, runId);
  step(Math.round(accepted * 0.05), 'Menulis keluarga');
  const families = await writeFamilies(tx, runId, areas, temporary);
  step(Math.round(accepted * 0.15), 'Menulis penduduk');
  await writeResidents(tx, runId, areas, temporary);
  step(Math.round(accepted * 0.7), 'Menulis kata pencarian');
  await tx.query(`insert into resident_tokens (village_id, token, resident_id) select $1, unnest(tokens), resident_id ${NEW_ROWS} order by 2`, [tx.actor.unitId, runId]);
  step(Math.round(accepted * 0.85), 'Mencatat peristiwa');
  await writeEvents(tx, runId, today, accepted);
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
async function assertStaged(tx: Tx, runId: string, counts: { accepted: number; changed: number }): Promise<void> {
  const staged = await tx.one<{ fresh: bigint; changed: bigint }>(
    `select count(*) filter (where outcome = 'new') as fresh, count(*) filter (where outcome = 'changed') as changed from resident_import_rows where village_id = $1 and run_id = $2`,
    [tx.actor.unitId, runId],
  );
  if (Number(staged?.fresh) !== counts.accepted || Number(staged?.changed) !== counts.changed) throw importCheckLost();
}

/** Ids of areas by key as two arrays of a statement. */
export interface StagedAreas {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
}

async function writeAreas(tx: Tx, runId: string, update: boolean): Promise<StagedAreas> {
  const paths = await tx.query<{ hamlet: string | null; rw: string | null; rt: string | null }>(
    `select distinct hamlet, rw, rt from resident_import_rows where village_id = $1 and run_id = $2 and area_key is not null and outcome = any($3)`,
    [tx.actor.unitId, runId, update ? ['new', 'changed'] : ['new']],
  );
  const known = await ensureAreas(tx, paths);
  const found = paths.flatMap((path) => known.get(areaKey(path)) ?? []);
  return { keys: paths.map(areaKey), ids: found };
}

/** Address and area of a family are its head's, else the first member's. @returns how many are new */
async function writeFamilies(tx: Tx, runId: string, areas: StagedAreas, temporary: TemporaryNumbers): Promise<number> {
  const written = await tx.one<{ n: bigint }>(
    `with listed as (
       select distinct on (family_id) family_id, family_number, address, area_key, sheet_number, row ${NEW_ROWS}
        order by family_id, (family_position = ${FAMILY_POSITION.head} and basic_status = ${BASIC_STATUS.living}) desc, sheet_number, row
     ), written as (
       insert into families (village_id, id, number, address, area_id, created_at)
       select $1, l.family_id, coalesce(l.family_number, $5 || lpad(($6 + count(*) filter (where l.family_number is null) over (order by l.sheet_number, l.row))::text, 5, '0')), l.address, a.id, $7
         from listed l left join unnest($3::text[], $4::uuid[]) as a (key, id) on a.key = l.area_key
        where not exists (select 1 from families f where f.village_id = $1 and f.number = l.family_number)
        order by l.sheet_number, l.row
       returning 1
     ) select count(*) as n from written`,
    [tx.actor.unitId, runId, areas.keys, areas.ids, temporary.prefix, temporary.lastFamily, tx.now],
  );
  return Number(written?.n ?? 0);
}

async function writeResidents(tx: Tx, runId: string, areas: StagedAreas, temporary: TemporaryNumbers): Promise<void> {
  const fields = LISTED_FIELDS.filter((field) => field !== 'nik').map(columnOf);
  await tx.query(
    `insert into residents (village_id, id, family_id, area_id, sort_name, created_at, updated_at, nik, ${fields.join(', ')})
     select $1, s.resident_id, coalesce(f.id, s.family_id), a.id, s.sort_name, $7, $7,
            coalesce(s.nik, $5 || lpad(($6 + count(*) filter (where s.nik is null) over (order by s.sheet_number, s.row))::text, 5, '0')), ${fields.map((field) => `s.${field}`).join(', ')}
       from (select * ${NEW_ROWS}) s
       left join families f on f.village_id = $1 and f.number = s.family_number
       left join unnest($3::text[], $4::uuid[]) as a (key, id) on a.key = s.area_key
      order by s.sheet_number, s.row`,
    [tx.actor.unitId, runId, areas.keys, areas.ids, temporary.prefix, temporary.lastPerson, tx.now],
  );
}

/** Opening events are a type of their own, so that no monthly report takes them for births or arrivals. */
async function writeEvents(tx: Tx, runId: string, today: PlainDate, added: number): Promise<void> {
  await tx.query(
    `insert into population_events (village_id, id, type, resident_id, reported_on, recorded_by, recorded_by_name, recorded_at, import_run_id)
     select $1, s.event_id, 'opening', s.resident_id, $3, r.applied_by, r.applied_by_name, $4, $2
       from resident_import_rows s join import_runs r on r.village_id = $1 and r.id = $2
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new'`,
    [tx.actor.unitId, runId, today, tx.now],
  );
  const cells = await tx.query<{ sex: number; month: string; n: bigint }>(
    `select sex, to_char(birth_date, 'YYYY-MM') as month, count(*) as n ${NEW_ROWS} and basic_status = ${BASIC_STATUS.living} group by 1, 2`,
    [tx.actor.unitId, runId],
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
