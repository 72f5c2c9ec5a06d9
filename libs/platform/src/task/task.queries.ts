import type { Actor } from '../actor/actor.js';
import type { Database, ReadStatement } from '../database/database.js';
import { decodeCursor, page } from '../http/cursor.js';
import { notFound } from '../http/domain-error.js';
import { mayCancel } from './cancel-task.js';
import type { TaskDto, TaskListDto } from './task.dto.js';

interface TaskRow {
  id: string;
  kind: string;
  status: string;
  subject_type: string | null;
  subject_id: string | null;
  cancel_permission: string | null;
  progress_done: bigint;
  progress_total: bigint | null;
  progress_note: string | null;
  result: Record<string, unknown> | null;
  failure_code: string | null;
  failure_message: string | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

const one = (actor: Actor, id: string): ReadStatement => ({ name: 'task-by-id', text: 'select * from tasks where village_id = $1 and id = $2', values: [actor.unitId, id] });

/** @throws DomainError NOT_FOUND */
export async function taskById(database: Database, actor: Actor, id: string): Promise<TaskDto> {
  const [row] = await database.readVillage<TaskRow>(actor, one(actor, id));
  if (!row) throw notFound();
  return taskDto(actor, row);
}

/** Newest first, of the actor's unit. */
export async function listTasks(database: Database, actor: Actor, query: { limit?: number; after?: string }): Promise<TaskListDto> {
  const limit = query.limit ?? 20;
  const from = decodeCursor(query.after, ['instant', 'uuid'], {});
  const rows = await database.readVillage<TaskRow>(actor, {
    name: 'task-list',
    text: `select * from tasks where village_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid)) order by created_at desc, id desc limit $4`,
    values: [actor.unitId, from?.[0] ?? null, from?.[1] ?? null, limit + 1],
  });
  return page(rows, limit, {}, (row) => [row.created_at.toISOString(), row.id], (row) => taskDto(actor, row));
}

function taskDto(actor: Actor, row: TaskRow): TaskDto {
  const ended = row.finished_at !== null;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    progress: row.started_at ? { done: Number(row.progress_done), total: row.progress_total === null ? null : Number(row.progress_total), note: row.progress_note } : null,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    result: row.result,
    failure: row.failure_code ? { code: row.failure_code, message: row.failure_message ?? '' } : null,
    subject: row.subject_type && row.subject_id ? { type: row.subject_type, id: row.subject_id } : null,
    actions: !ended && mayCancel(actor, row.cancel_permission) ? ['cancel'] : [],
  };
}
