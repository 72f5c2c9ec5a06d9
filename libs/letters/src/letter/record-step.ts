import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';
import { plainDateInJakarta } from '#values';
import { letterTally } from '../letters.tallies.js';

/** What happened to a letter, as its history names it. `rendering`: a failed print was asked for again. */
export type LetterStep = 'requested' | 'edited' | 'verified' | 'returned' | 'rejected' | 'approved' | 'rendering' | 'issued' | 'failed' | 'voided' | 'replaced';

/** Step of every act: a line of the letter's history and its count. */
export function recordStep(tx: Tx, letter: { readonly id: string; readonly type: string }, step: LetterStep, note: string | null = null): void {
  const day = plainDateInJakarta(tx.now);
  tx.write(
    'insert into letter_steps (village_id, id, letter_id, step, happened_on, at, user_id, user_name, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.unitId, uuidv7(), letter.id, step, day, tx.now, tx.actor.userId, tx.actor.userName, note],
  );
  letterTally(tx, letter.type, step, day);
}
