import type { Tx } from '#platform';
import { areaKey } from '#villages';
import { FAMILY_POSITION } from '../code-table/family-tables.js';
import { BASIC_STATUS } from '../code-table/registration-tables.js';
import { AREA_COLUMNS, AREA_JOINS, type AreaColumns, areaNames } from '../area-path.js';
import { columnOf, RECORD_COLUMNS } from '../resident/resident-fields.js';
import { compareRecords } from './rules/compare-records.js';
import { importIssue } from './rules/import-issue.js';
import { fieldLabel, type ResidentColumn } from './rules/resident-columns.js';
import type { ResidentField, ResidentRecord } from './rules/resident-record.js';
import type { RowIssue } from './rules/check-across-rows.js';
import { LISTED_FIELDS } from './staging.js';

interface StagedRef {
  readonly sheet_number: number;
  readonly row: number;
}

/** Name, birth date, birth place and sex: what stands for a person whose NIK says nothing (rules, Identity). */
const SAME_PERSON = `r.sort_name = s.sort_name and r.birth_date = s.birth_date and r.sex = s.sex
  and upper(r.name) = upper(s.name) and upper(coalesce(r.birth_place, '')) = upper(coalesce(s.birth_place, ''))`;

/**
 * Step: holds the staged rows against the register. Whom it knows already becomes `unchanged` or `changed`; a new head
 * for a family that has one is rejected. Set-based; only rows the register knows are read.
 * @param carried fields the list carries
 */
export async function compareWithRegister(tx: Tx, runId: string, carried: readonly ResidentField[]): Promise<RowIssue[]> {
  // A village's first list: nobody to compare with.
  if (!(await tx.one('select 1 from residents where village_id = $1 limit 1', [tx.actor.unitId]))) return [];
  const values = [tx.actor.unitId, runId];
  await match(tx, values, `r.nik = s.nik`, 's.nik is not null');
  await match(tx, values, `${SAME_PERSON} and not exists (select 1 from resident_import_rows o where o.village_id = $1 and o.run_id = $2 and o.resident_id = r.id)`, 's.nik is null');
  const issues = await compareMatched(tx, runId, carried);
  issues.push(...(await maybeRegistered(tx, values)), ...(await secondHeads(tx, values)));
  return issues;
}

/** Living before former, temporary NIK before a real one, the latest changed first. */
async function match(tx: Tx, values: unknown[], same: string, which: string): Promise<void> {
  await tx.query(
    `update resident_import_rows t set outcome = 'unchanged', resident_id = m.id, resident_version = m.version
       from (select distinct on (s.sheet_number, s.row) s.sheet_number, s.row, r.id, r.version
               from resident_import_rows s join residents r on r.village_id = $1 and ${same}
              where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and ${which}
              order by s.sheet_number, s.row, (r.basic_status = ${BASIC_STATUS.living}) desc, r.temporary_nik desc, r.updated_at desc) m
      where t.village_id = $1 and t.run_id = $2 and t.sheet_number = m.sheet_number and t.row = m.row`,
    values,
  );
}

const BATCH = 1_000;
const STAGED_COLUMNS = LISTED_FIELDS.map((field) => `s.${columnOf(field)} as "${field}"`).join(', ');

type Staged = ResidentRecord & StagedRef & { residentId: string };
type Registered = ResidentRecord & AreaColumns & { id: string };

async function compareMatched(tx: Tx, runId: string, carried: readonly ResidentField[]): Promise<RowIssue[]> {
  const issues: RowIssue[] = [];
  let last: StagedRef = { sheet_number: -1, row: -1 };
  for (;;) {
    const staged = await tx.query<Staged>(
      `select s.sheet_number, s.row, s.resident_id as "residentId", s.family_number as "familyNumber", s.hamlet, s.rw, s.rt, ${STAGED_COLUMNS} from resident_import_rows s
        where s.village_id = $1 and s.run_id = $2 and s.outcome = 'unchanged' and (s.sheet_number, s.row) > ($3::int, $4::int) order by s.sheet_number, s.row limit ${BATCH}`,
      [tx.actor.unitId, runId, last.sheet_number, last.row],
    );
    if (staged.length === 0) return issues;
    const registered = await registeredRecords(tx, staged.map((row) => row.residentId));
    const changed: (StagedRef & { changes: string; hamlet: string | null; rw: string | null; rt: string | null })[] = [];
    for (const row of staged) {
      const known = registered.get(row.residentId);
      if (!known) continue;
      const { changes, kept } = compareRecords(known, row, carried);
      if (kept.length > 0) issues.push(keptIssue(row, kept));
      if (Object.keys(changes).length === 0) continue;
      changed.push({ sheet_number: row.sheet_number, row: row.row, changes: JSON.stringify(changes), hamlet: row.hamlet ?? known.hamlet, rw: row.rw ?? known.rw, rt: row.rt ?? known.rt });
    }
    if (changed.length > 0) {
      await tx.query(
        `update resident_import_rows s set outcome = 'changed', changes = c.changes::jsonb, hamlet = c.hamlet, rw = c.rw, rt = c.rt, area_key = c.area_key
           from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) as c (sheet_number, row, changes, hamlet, rw, rt, area_key)
          where s.village_id = $1 and s.run_id = $2 and s.sheet_number = c.sheet_number and s.row = c.row`,
        [
          tx.actor.unitId, runId, changed.map((row) => row.sheet_number), changed.map((row) => row.row), changed.map((row) => row.changes),
          changed.map((row) => row.hamlet), changed.map((row) => row.rw), changed.map((row) => row.rt), changed.map((row) => (row.hamlet || row.rw || row.rt ? areaKey(row) : null)),
        ],
      );
    }
    last = staged.at(-1) ?? last;
  }
}

async function registeredRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, ResidentRecord>> {
  const rows = await tx.query<Registered>(
    `select r.id, ${RECORD_COLUMNS}, f.number as "familyNumber", ${AREA_COLUMNS}
       from residents r join families f on f.village_id = $1 and f.id = r.family_id ${AREA_JOINS}
      where r.village_id = $1 and r.id = any($2)`,
    [tx.actor.unitId, ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, ...areaNames(row) }]));
}

function keptIssue({ sheet_number: sheet, row }: StagedRef, kept: readonly ResidentField[]): RowIssue {
  const field = kept[0] as ResidentColumn;
  return { at: { sheet, row }, issue: importIssue('warning', field, 'KEPT_BY_IMPORT', '', `${kept.map(fieldLabel).join(', ')} berbeda dari data desa; impor tidak mengubahnya.`) };
}

async function maybeRegistered(tx: Tx, values: unknown[]): Promise<RowIssue[]> {
  const rows = await tx.query<StagedRef>(
    `select distinct s.sheet_number, s.row from resident_import_rows s join residents r on r.village_id = $1 and r.temporary_nik and ${SAME_PERSON}
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and s.nik is not null`,
    values,
  );
  return rows.map(({ sheet_number: sheet, row }) => ({ at: { sheet, row }, issue: importIssue('warning', 'name', 'PERSON_MAYBE_REGISTERED', '') }));
}

async function secondHeads(tx: Tx, values: unknown[]): Promise<RowIssue[]> {
  const rows = await tx.query<StagedRef>(
    `update resident_import_rows s set outcome = 'rejected' from families f
      where s.village_id = $1 and s.run_id = $2 and s.outcome = 'new' and s.family_position = ${FAMILY_POSITION.head} and s.basic_status = ${BASIC_STATUS.living}
        and f.village_id = $1 and f.number = s.family_number
        and exists (select 1 from residents h where h.village_id = $1 and h.family_id = f.id and h.family_position = ${FAMILY_POSITION.head} and h.basic_status = ${BASIC_STATUS.living})
      returning s.sheet_number, s.row`,
    values,
  );
  return rows.map(({ sheet_number: sheet, row }) => ({
    at: { sheet, row }, issue: importIssue('error', 'familyPosition', 'SECOND_HEAD', String(FAMILY_POSITION.head), 'KK sudah punya kepala keluarga di data desa.'),
  }));
}

/** Step: of families the file shows without a head, the rows whose family has one in the register. */
export async function headedInRegister(tx: Tx, runId: string, at: readonly { sheet: number; row: number }[]): Promise<Set<string>> {
  const rows = await tx.query<StagedRef>(
    `select s.sheet_number, s.row from unnest($3::int[], $4::int[]) as w (sheet_number, row)
       join resident_import_rows s on s.village_id = $1 and s.run_id = $2 and s.sheet_number = w.sheet_number and s.row = w.row
       join families f on f.village_id = $1 and f.number = s.family_number
       join residents h on h.village_id = $1 and h.family_id = f.id and h.family_position = ${FAMILY_POSITION.head} and h.basic_status = ${BASIC_STATUS.living}`,
    [tx.actor.unitId, runId, at.map((row) => row.sheet), at.map((row) => row.row)],
  );
  return new Set(rows.map((row) => `${row.sheet_number}:${row.row}`));
}
