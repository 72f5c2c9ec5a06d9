import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';
import { nameTokens } from '#residents';
import { plainDateInJakarta } from '#values';
import { letterServiceMinutes, settingOn } from '#villages';
import type { LetterData } from './letter-data.js';
import type { Outsider } from './outsider.js';
import { recordStep } from './record-step.js';
import type { SignatoryInput } from './signatory.js';

export interface NewLetter {
  readonly type: string;
  readonly residentId: string | null;
  readonly outsider: Outsider | null;
  readonly applicantName: string;
  readonly data: LetterData;
  readonly signatory: SignatoryInput;
  readonly note: string | null;
  readonly requestKey: string;
  readonly requestHash: Buffer;
  readonly replaces?: { readonly id: string; readonly reason: string };
}

/**
 * Step: a letter on the desk with its first line of history. The office's promise (UU 25/2009) runs in minutes by the
 * clock; a letter sent back to the desk keeps it, because the desk belongs to the office.
 * @returns its id, or null when the key is taken (a twin in flight was waited for)
 */
export async function insertLetter(tx: Tx, letter: NewLetter): Promise<string | null> {
  const id = uuidv7();
  const minutes = await settingOn(tx, letterServiceMinutes, plainDateInJakarta(tx.now));
  const inserted = await tx.query(
    `insert into letters (village_id, id, type, status, resident_id, outsider, applicant_name, data, note, official_id, capacity, request_key, request_hash,
                          requested_by, requested_by_name, requested_at, due_at, updated_at, replaces_id, replacement_reason)
     values ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15, $17, $18)
     on conflict (village_id, request_key) do nothing returning id`,
    [
      tx.actor.unitId, id, letter.type, letter.residentId, letter.outsider && JSON.stringify(letter.outsider), letter.applicantName, JSON.stringify(letter.data), letter.note,
      letter.signatory.officialId, letter.signatory.capacity, letter.requestKey, letter.requestHash, tx.actor.userId, tx.actor.userName, tx.now,
      new Date(tx.now.getTime() + minutes * 60_000), letter.replaces?.id ?? null, letter.replaces?.reason ?? null,
    ],
  );
  if (inserted.length === 0) return null;
  insertTokens(tx, id, nameTokens(letter.applicantName));
  recordStep(tx, { id, type: letter.type }, 'requested', letter.replaces?.reason ?? null);
  return id;
}

/** Makes a letter findable by these words. */
export function insertTokens(tx: Tx, letterId: string, tokens: readonly string[]): void {
  tx.write('insert into letter_tokens (village_id, token, letter_id) select $1, t.token, $3 from unnest($2::text[]) as t(token) on conflict do nothing', [tx.actor.unitId, [...new Set(tokens)], letterId]);
}
