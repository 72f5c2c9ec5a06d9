import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '#audit';
import { type Actor, bodyHash, Clock, Database, type Tx } from '#platform';
import type { PlainDate } from '#values';
import { replacementUnderway } from '../letters.errors.js';
import { changedForm, type LetterChange } from './edit-letter.js';
import { insertLetter } from './insert-letter.js';
import { type LetterRecord, loadLetter, nextStatus } from './load-letter.js';
import { readPublicReason, readReason } from './reason.js';

export interface Replacement extends LetterChange {
  readonly reason: string;
}

/**
 * Begins the correction of an issued letter: a new letter for the same applicant, linked to the old one, that goes the
 * whole way and gets a number of its own. The old letter stays valid until the new one is issued
 * (`completeReplacement`); a replacement that is rejected or voided leaves it as it was.
 */
@Injectable()
export class ReplaceLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @returns the new letter's id
   * @throws DomainError 404; 409 LETTER_NOT_REPLACEABLE, REPLACEMENT_UNDERWAY; 422 for wrong fields or a reason that names somebody
   */
  async run(actor: Actor, letterId: string, input: Replacement): Promise<string> {
    const today = this.clock.today();
    readReason(input.reason);
    return this.database.inVillage(actor, async (tx) => {
      const old = await loadLetter(tx, letterId, { lock: true });
      nextStatus(old, 'replace');
      if (await hasReplacement(tx, letterId)) throw replacementUnderway();
      return replace(tx, old, input, readPublicReason(input.reason, old.applicantName), today);
    });
  }
}

const hasReplacement = async (tx: Tx, letterId: string): Promise<boolean> =>
  (await tx.one(`select 1 from letters where village_id = $1 and replaces_id = $2 and status not in ('rejected', 'voided')`, [tx.actor.unitId, letterId])) !== undefined;

async function replace(tx: Tx, old: LetterRecord, input: Replacement, reason: string, today: PlainDate): Promise<string> {
  const { data, signatory } = await changedForm(tx, old, input, today);
  const id = await insertLetter(tx, {
    type: old.type, residentId: old.residentId, outsider: old.outsider, applicantName: old.applicantName, data, signatory, note: old.note,
    requestKey: `replacement ${uuidv7()}`, requestHash: bodyHash(input), replaces: { id: old.id, reason },
  });
  if (!id) throw new Error('the key of a replacement is always new');
  audit(tx, { action: 'letter.replacement-requested', subjectType: 'letter', subjectId: id, reason, detail: { type: old.type, replaces: old.id } });
  return id;
}
