import { idempotencyKeyReused, notFound, type Tx } from '#platform';
import type { TableLayout } from '../headings/table-reader.js';
import type { ImportState } from './import-run.workflow.js';

/**
 * What a dry run counts; total = accepted + unchanged + changed + rejected. `accepted`: new and fit to go in. `warned`: of
 * the rows that are not rejected those with a warning (of a statement: those that book nothing, beyond the four). `families` (groups in a list of another kind): all of the file's.
 */
export interface ImportCounts {
  readonly total: number;
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly families: number;
}

/** A row of `import_runs`. */
export interface ImportRun {
  readonly id: string;
  readonly kind: string;
  readonly state: ImportState;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly file_size: bigint;
  readonly request_hash: Buffer;
  readonly task_id: string | null;
  readonly layout: TableLayout | null;
  readonly counts: ImportCounts | null;
  readonly checking_ms: number | null;
  readonly errors_sha256: string | null;
  readonly application_key: string | null;
  readonly application_hash: Buffer | null;
  readonly rows_mode: 'all' | 'good' | null;
  readonly existing_mode: 'skip' | 'update' | null;
  readonly failure_code: string | null;
  readonly failure_message: string | null;
  readonly uploaded_by: string | null;
  readonly uploaded_by_name: string;
  readonly uploaded_at: Date;
  readonly applied_by: string | null;
  readonly applied_by_name: string | null;
  readonly applied_at: Date | null;
  readonly reversed_by: string | null;
  readonly reversed_by_name: string | null;
  readonly reversal_reason: string | null;
  /** What the person who uploaded it said beside the file; each kind of list has its own. */
  readonly options: unknown;
}

/** Step: the run, locked until the transaction ends. @throws DomainError NOT_FOUND */
export async function lockRun(tx: Tx, kind: string, id: string): Promise<ImportRun> {
  const run = await tx.one<ImportRun>('select * from import_runs where village_id = $1 and id = $2 and kind = $3 for update', [tx.actor.unitId, id, kind]);
  if (!run) throw notFound();
  return run;
}

export interface NewRun {
  readonly id: string;
  readonly kind: string;
  readonly requestKey: string;
  readonly requestHash: Buffer;
  readonly file: { readonly name: string; readonly sha256: string; readonly size: number };
  readonly options?: object;
}

/**
 * Step: a run in state `checking`, unless this request was made before.
 * @returns false when it was: the same key and the same file
 * @throws DomainError IDEMPOTENCY_KEY_REUSED (409) for the same key with another file
 */
export async function openRun(tx: Tx, run: NewRun): Promise<{ id: string; opened: boolean }> {
  const { actor } = tx;
  const opened = await tx.one<{ id: string }>(
    `insert into import_runs (village_id, id, kind, state, file_name, file_sha256, file_size, request_key, request_hash, uploaded_by, uploaded_by_name, uploaded_at, options)
     values ($1, $2, $3, 'checking', $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (village_id, request_key) do nothing returning id`,
    [actor.unitId, run.id, run.kind, run.file.name, run.file.sha256, run.file.size, run.requestKey, run.requestHash, actor.userId, actor.userName, tx.now, run.options ? JSON.stringify(run.options) : null],
  );
  if (opened) return { id: opened.id, opened: true };
  const before = await tx.one<{ id: string; request_hash: Buffer }>('select id, request_hash from import_runs where village_id = $1 and request_key = $2', [actor.unitId, run.requestKey]);
  if (!before?.request_hash.equals(run.requestHash)) throw idempotencyKeyReused();
  return { id: before.id, opened: false };
}

/** Columns a state brings with it; names are ours, values parameters. */
type Change = Partial<Record<'task_id' | 'layout' | 'counts' | 'checking_ms' | 'errors_sha256' | 'application_key' | 'application_hash' | 'rows_mode' | 'existing_mode' | 'failure_code' | 'failure_message' | 'checked_at' | 'applied_by' | 'applied_by_name' | 'applied_at' | 'reversed_by' | 'reversed_by_name' | 'reversed_at' | 'reversal_reason', unknown>>;

/** Step: the next state of a run. */
export async function moveRun(tx: Tx, id: string, state: ImportState, change: Change = {}): Promise<void> {
  const columns = Object.keys(change);
  const set = columns.map((column, place) => `, ${column} = $${place + 4}`).join('');
  await tx.query(`update import_runs set state = $3${set} where village_id = $1 and id = $2`, [tx.actor.unitId, id, state, ...Object.values(change)]);
}

/** @returns whether the same application was asked for before @throws DomainError 409 for the same key with another choice */
export function appliedBefore(run: ImportRun, key: string, hash: Buffer): boolean {
  if (run.application_key !== key) return false;
  if (!run.application_hash?.equals(hash)) throw idempotencyKeyReused();
  return true;
}

/** Days until a list that was checked and not applied is given up: its rows stand outside row-level security, and nobody should leave them there for good. */
export const DAYS_CHECKED_IS_KEPT = 7;

/** Whether an error comes from the unique index that lets one list of a kind be written or taken back at a time. */
export function isOneAtWork(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'import_runs_one_at_work';
}
