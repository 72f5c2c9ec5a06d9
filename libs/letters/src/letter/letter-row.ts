import type { Actor } from '#platform';
import type { PlainDate } from '#values';
import { letterTypeOf } from '../letter-type/letter-types.js';
import type { LetterRowDto } from './letter.dto.js';
import { type LetterAction, type LetterStatus, openActions } from './letter.workflow.js';
import { type Capacity, mayApprove } from './signatory.js';

/** Columns of a row in a list, of `letters l` joined to its `officials o`. */
export const ROW_COLUMNS = `l.id, l.type, l.number_text, l.status, l.applicant_name, l.requested_at, l.requested_by_name, l.due_at, l.approved_on, l.updated_at, l.capacity, l.official_id`;

/** What only the joins of a page's rows know: who signs, and whether a correction is under way. Of `letters l` in village `$1`. */
export const ROW_JOINED = `o.user_id as official_user_id,
  l.status = 'issued' and exists (select 1 from letters n where n.village_id = $1 and n.replaces_id = l.id and n.status not in ('rejected', 'voided')) as has_replacement`;

export const ROW_JOIN = 'join officials o on o.village_id = $1 and o.id = l.official_id';

export interface RowColumns {
  id: string;
  type: string;
  number_text: string | null;
  status: LetterStatus;
  applicant_name: string;
  requested_at: Date;
  requested_by_name: string;
  due_at: Date;
  approved_on: PlainDate | null;
  updated_at: Date;
  capacity: Capacity;
  official_user_id: string | null;
  has_replacement: boolean;
}

export function letterRow(row: RowColumns, actor: Actor): LetterRowDto {
  return {
    id: row.id,
    type: row.type,
    typeTitle: letterTypeOf(row.type)?.title ?? row.type,
    number: row.number_text,
    status: row.status,
    applicantName: row.applicant_name,
    requestedAt: row.requested_at.toISOString(),
    requestedBy: row.requested_by_name || 'sistem',
    dueAt: row.due_at.toISOString(),
    approvedOn: row.approved_on,
    updatedAt: row.updated_at.toISOString(),
    beingReplaced: row.has_replacement,
    actions: actionsOf(row, actor),
  };
}

/** The workflow's table, less what this letter in particular does not allow. */
function actionsOf(row: RowColumns, actor: Actor): LetterAction[] {
  return openActions(row.status, actor.permissions).filter((action) => {
    if (action === 'approve') return mayApprove(actor, { userId: row.official_user_id, capacity: row.capacity });
    return action !== 'replace' || !row.has_replacement;
  });
}
