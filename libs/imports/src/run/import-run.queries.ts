import { type Actor, type Database, decodeCursor, notFound, page, type ReadStatement } from '#platform';
import type { ImportRun } from './import-run.js';
import type { ImportIssueDto, ImportIssueListDto, ImportIssueQuery, ImportRunDto, ImportRunListDto, IssueGroupListDto } from './import-run.dto.js';
import { actionsOf } from './import-run.workflow.js';

type RunRow = Omit<ImportRun, 'request_hash' | 'options'> & { task_status: string | null; progress_done: bigint; progress_total: bigint | null; progress_note: string | null; started_at: Date | null };

/** What a kind of list calls its fields and issues. */
export interface IssueWords {
  readonly fieldLabel: (field: string) => string;
  readonly issueLabel: (code: string) => string;
}

const COLUMNS = `r.id, r.kind, r.state, r.file_name, r.file_sha256, r.file_size, r.task_id, r.layout, r.counts, r.checking_ms, r.errors_sha256, r.rows_mode, r.existing_mode,
  r.failure_code, r.failure_message, r.uploaded_by_name, r.uploaded_at, r.applied_at, t.status as task_status, t.progress_done, t.progress_total, t.progress_note, t.started_at`;
const FROM = 'from import_runs r left join tasks t on t.village_id = $1 and t.id = r.task_id';

/** @throws DomainError NOT_FOUND */
export async function importRunById(database: Database, actor: Actor, kind: string, id: string): Promise<ImportRunDto> {
  const [row] = await database.readVillage<RunRow>(actor, { name: 'import-run', text: `select ${COLUMNS} ${FROM} where r.village_id = $1 and r.kind = $2 and r.id = $3`, values: [actor.unitId, kind, id] });
  if (!row) throw notFound();
  return runDto(row);
}

/** Newest first. */
export async function listImportRuns(database: Database, actor: Actor, kind: string, query: { limit?: number; after?: string }): Promise<ImportRunListDto> {
  const limit = query.limit ?? 20;
  const from = decodeCursor(query.after, ['instant', 'uuid'], { kind });
  const rows = await database.readVillage<RunRow>(actor, {
    name: 'import-runs',
    text: `select ${COLUMNS} ${FROM} where r.village_id = $1 and r.kind = $2 and ($3::timestamptz is null or (r.uploaded_at, r.id) < ($3::timestamptz, $4::uuid)) order by r.uploaded_at desc, r.id desc limit $5`,
    values: [actor.unitId, kind, from?.[0] ?? null, from?.[1] ?? null, limit + 1],
  });
  return page(rows, limit, { kind }, (row) => [row.uploaded_at.toISOString(), row.id], runDto);
}

/** The SHA-256 of the error workbook and the name of the list it belongs to. @throws DomainError NOT_FOUND */
export async function errorWorkbookOf(database: Database, actor: Actor, kind: string, id: string): Promise<{ sha256: string; fileName: string }> {
  const [row] = await database.readVillage<{ errors_sha256: string | null; file_name: string }>(actor, {
    name: 'import-errors-file', text: 'select errors_sha256, file_name from import_runs where village_id = $1 and kind = $2 and id = $3', values: [actor.unitId, kind, id],
  });
  if (!row?.errors_sha256) throw notFound();
  return { sha256: row.errors_sha256, fileName: `kesalahan-${row.file_name.replace(/\.\w+$/, '')}.xlsx` };
}

interface IssueRow extends Omit<ImportIssueDto, 'fieldLabel'> {
  readonly sheet_number: number;
  readonly number: number;
}

/** In the order of the file. @throws DomainError NOT_FOUND */
export async function listImportIssues(database: Database, actor: Actor, kind: string, id: string, query: ImportIssueQuery, words: IssueWords): Promise<ImportIssueListDto> {
  const limit = query.limit ?? 50;
  const filter = { id, severity: query.severity, code: query.code };
  const from = decodeCursor(query.after, ['integer', 'integer', 'integer'], filter)?.map(Number);
  const [runs, rows] = await database.readVillageAll<[{ id: string }, IssueRow]>(actor, [
    exists(actor, kind, id),
    {
      name: 'import-issues',
      text: `select sheet_number, row, number, sheet, severity, field, code, message, advice, value, name from import_issues
              where village_id = $1 and run_id = $2 and ($3::text is null or severity = $3) and ($4::text is null or code = $4)
                and (sheet_number, row, number) > ($5::int, $6::int, $7::int) order by sheet_number, row, number limit $8`,
      values: [actor.unitId, id, query.severity ?? null, query.code ?? null, from?.[0] ?? -1, from?.[1] ?? -1, from?.[2] ?? -1, limit + 1],
    },
  ]);
  if (!runs[0]) throw notFound();
  return page(rows, limit, filter, (row) => [String(row.sheet_number), String(row.row), String(row.number)], ({ sheet_number: _sheet, number: _number, ...issue }) => ({ ...issue, fieldLabel: words.fieldLabel(issue.field) }));
}

/** How many issues of each kind. @throws DomainError NOT_FOUND */
export async function importIssueGroups(database: Database, actor: Actor, kind: string, id: string, words: IssueWords): Promise<IssueGroupListDto> {
  const [runs, rows] = await database.readVillageAll<[{ id: string }, { severity: string; code: string; count: bigint }]>(actor, [
    exists(actor, kind, id),
    { name: 'import-issue-groups', text: 'select severity, code, count(*) as count from import_issues where village_id = $1 and run_id = $2 group by 1, 2 order by 1, 3 desc, 2', values: [actor.unitId, id] },
  ]);
  if (!runs[0]) throw notFound();
  return { items: rows.map(({ severity, code, count }) => ({ severity, code, label: words.issueLabel(code), count: Number(count) })) };
}

const exists = (actor: Actor, kind: string, id: string): ReadStatement => ({ name: 'import-run-exists', text: 'select id from import_runs where village_id = $1 and kind = $2 and id = $3', values: [actor.unitId, kind, id] });

function runDto(row: RunRow): ImportRunDto {
  const { layout } = row;
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    fileSize: Number(row.file_size),
    sha256: row.file_sha256,
    layout: layout && { name: layout.name, sheets: layout.sheets.map((sheet) => ({ ...sheet })), columns: layout.columns, known: layout.known, unknown: [...layout.unknown] },
    counts: row.counts,
    durationMs: row.checking_ms,
    failure: row.failure_code ? { code: row.failure_code, message: row.failure_message ?? '' } : null,
    mode: row.rows_mode,
    existing: row.existing_mode,
    task: row.task_id && row.task_status
      ? { id: row.task_id, status: row.task_status, progress: row.started_at ? { done: Number(row.progress_done), total: row.progress_total === null ? null : Number(row.progress_total), note: row.progress_note } : null }
      : null,
    uploadedAt: row.uploaded_at.toISOString(),
    uploadedBy: row.uploaded_by_name,
    appliedAt: row.applied_at?.toISOString() ?? null,
    actions: actionsOf(row),
  };
}
