import { Inject, Injectable } from '@nestjs/common';
import { audit, fieldDiff } from '#audit';
import { type Actor, Clock, Database, type Tx } from '#platform';
import type { PlainDate } from '#values';
import { typeOf } from '../letter-type/letter-types.js';
import { resolveDependants } from './dependants.js';
import { checkLetterData, type LetterData } from './letter-data.js';
import { type LetterRecord, loadLetter, nextStatus } from './load-letter.js';
import { readNote } from './reason.js';
import { recordStep } from './record-step.js';
import { chosenSignatory, type SignatoryInput } from './signatory.js';

export interface LetterChange {
  readonly data?: Record<string, unknown>;
  readonly signatory?: SignatoryInput;
  readonly note?: string;
}

/** Changes what a request says while it lies on the desk; a returned letter is thereby requested again. */
@Injectable()
export class EditLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws DomainError 404; 409 LETTER_NOT_EDITABLE; 422 for wrong fields */
  async run(actor: Actor, letterId: string, change: LetterChange): Promise<void> {
    const today = this.clock.today();
    const note = readNote(change.note);
    return this.database.inVillage(actor, (tx) => edit(tx, letterId, change, note, today));
  }
}

async function edit(tx: Tx, letterId: string, change: LetterChange, note: string | null, today: PlainDate): Promise<void> {
  const letter = await loadLetter(tx, letterId, { lock: true });
  const status = nextStatus(letter, 'edit');
  const { data, signatory } = await changedForm(tx, letter, change, today);
  tx.write('update letters set data = $3, official_id = $4, capacity = $5, note = $6, status = $7, updated_at = $8 where village_id = $1 and id = $2', [
    tx.actor.unitId, letterId, JSON.stringify(data), signatory.officialId, signatory.capacity, change.note === undefined ? letter.note : note, status, tx.now,
  ]);
  recordStep(tx, letter, 'edited');
  const before = { ...traced(letter.data), officialId: letter.officialId, capacity: letter.capacity, status: letter.status };
  audit(tx, { action: 'letter.edited', subjectType: 'letter', subjectId: letterId, detail: fieldDiff<Record<string, unknown>>(before, { ...traced(data), ...signatory, status }) });
}

/** The form after a change; fields of `data` are sent whole, because an emptied field is left out. */
export async function changedForm(tx: Tx, letter: LetterRecord, change: LetterChange, today: PlainDate): Promise<{ data: LetterData; signatory: SignatoryInput }> {
  const type = typeOf(letter.type);
  const form = change.data ? checkLetterData(type, change.data) : null;
  const signatory = change.signatory ?? { officialId: letter.officialId, capacity: letter.capacity };
  if (change.signatory) await chosenSignatory(tx, type, signatory, today);
  return { data: form ? await resolveDependants(tx, form) : letter.data, signatory };
}

/** The trail is read by people who may not see NIKs: of dependants it keeps the names. */
const traced = (data: LetterData): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([field, value]) => [field, typeof value === 'string' ? value : value.map(({ name }) => name).join(', ')]));
