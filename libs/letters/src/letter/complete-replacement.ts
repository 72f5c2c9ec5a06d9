import { audit } from '#audit';
import { revokeDocument } from '#documents';
import type { Tx } from '#platform';
import { type LetterRecord, loadLetter } from './load-letter.js';
import { recordStep } from './record-step.js';

/**
 * Step, when a letter is issued that replaces another: the old one is revoked and its page names the new number.
 * Only now, and not when the replacement was approved: should its print fail, its holder must not stand
 * there with a revoked letter and no new one. The old letter may have been voided meanwhile; that stays, and its
 * page learns the number all the same.
 */
export async function completeReplacement(tx: Tx, letter: LetterRecord): Promise<void> {
  const { replacesId, replacementReason, numberText } = letter;
  if (replacesId === null || replacementReason === null) return;
  const old = await loadLetter(tx, replacesId, { lock: true });
  await revokeDocument(tx, { subjectType: 'letter', subjectId: old.id, reasonPublic: replacementReason, replaced: true, replacedByNumber: numberText });
  const status = old.status === 'issued' ? 'replaced' : old.status;
  tx.write('update letters set status = $3, replaced_by = $4, void_reason = coalesce(void_reason, $5), updated_at = $6 where village_id = $1 and id = $2', [
    tx.actor.unitId, old.id, status, letter.id, replacementReason, tx.now,
  ]);
  recordStep(tx, old, 'replaced', replacementReason);
  audit(tx, { action: 'letter.replaced', subjectType: 'letter', subjectId: old.id, reason: replacementReason, detail: { status: [old.status, status], replacedBy: [null, letter.id] } });
}
