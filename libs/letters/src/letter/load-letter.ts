import { notFound, type Tx } from '#platform';
import type { PlainDate } from '#values';
import { wrongState } from '../letters.errors.js';
import type { LetterData } from './letter-data.js';
import { requesterReach } from './letter-reach.js';
import { type LetterAction, type LetterStatus, letterWorkflow } from './letter.workflow.js';
import type { Outsider } from './outsider.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import type { Capacity } from './signatory.js';

/** A letter as the verbs see it. */
export interface LetterRecord {
  readonly id: string;
  readonly type: string;
  readonly status: LetterStatus;
  readonly residentId: string | null;
  readonly outsider: Outsider | null;
  readonly applicantName: string;
  readonly data: LetterData;
  readonly note: string | null;
  readonly officialId: string;
  readonly capacity: Capacity;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly number: number | null;
  readonly numberText: string | null;
  readonly approvedOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly snapshot: LetterSnapshot | null;
  readonly templateVersion: string | null;
  readonly documentSha256: string | null;
  readonly documentSize: bigint | null;
  readonly replacesId: string | null;
  readonly replacementReason: string | null;
}

const COLUMNS = `l.id, l.type, l.status, l.resident_id as "residentId", l.outsider, l.applicant_name as "applicantName", l.data, l.note, l.official_id as "officialId", l.capacity,
  l.requested_by as "requestedBy", l.requested_at as "requestedAt", l.number, l.number_text as "numberText", l.approved_on as "approvedOn", l.valid_until as "validUntil",
  l.snapshot, l.template_version as "templateVersion", l.document_sha256 as "documentSha256", l.document_size as "documentSize", l.replaces_id as "replacesId", l.replacement_reason as "replacementReason"`;

/**
 * The letter; `lock` keeps it as it is until the transaction ends, so acts on one letter follow each other.
 * @throws DomainError 404: not here, of another village, or not requested by an actor who sees only his own
 */
export async function loadLetter(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<LetterRecord> {
  const own = requesterReach(tx.actor);
  const letter = await tx.one<LetterRecord>(
    `select ${COLUMNS} from letters l where l.village_id = $1 and l.id = $2 ${own ? 'and l.requested_by = $3' : ''} ${options.lock ? 'for update' : ''}`,
    own ? [tx.actor.unitId, id, own] : [tx.actor.unitId, id],
  );
  if (!letter) throw notFound();
  return letter;
}

/** The status an act leads to. @throws DomainError 409 when the letter's present state does not allow it */
export function nextStatus(letter: Pick<LetterRecord, 'status'>, action: LetterAction): LetterStatus {
  const transition = letterWorkflow[letter.status][action];
  if (!transition) throw wrongState(action);
  return transition.to;
}

/** Moves a letter on; nothing else of it changes. */
export function setStatus(tx: Tx, id: string, status: LetterStatus): void {
  tx.write('update letters set status = $3, updated_at = $4 where village_id = $1 and id = $2', [tx.actor.unitId, id, status, tx.now]);
}
