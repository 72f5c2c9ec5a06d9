import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type Actor, bodyHash, Clock, Database, idempotencyKeyReused, invalidFields, type Tx } from '#platform';
import type { PlainDate } from '#values';
import type { LetterType } from '../letter-type/letter-type.js';
import { letterTypeOf } from '../letter-type/letter-types.js';
import { livingResident } from './applicant.js';
import { resolveDependants } from './dependants.js';
import { insertLetter } from './insert-letter.js';
import { checkLetterData, type FormData } from './letter-data.js';
import { requesterReach } from './letter-reach.js';
import { checkOutsider, type Outsider, type OutsiderInput } from './outsider.js';
import { readNote } from './reason.js';
import { chosenSignatory, type SignatoryInput } from './signatory.js';

export interface LetterRequest {
  readonly type: string;
  readonly residentId?: string;
  readonly outsider?: OutsiderInput;
  readonly data: Record<string, unknown>;
  readonly signatory: SignatoryInput;
  readonly note?: string;
}

interface CheckedRequest {
  readonly type: LetterType;
  readonly residentId: string | null;
  readonly outsider: Outsider | null;
  readonly form: FormData;
  readonly note: string | null;
}

/** Puts a request on the desk: at the counter by a clerk, or by the head of a hamlet, RW or RT for his people. */
@Injectable()
export class RequestLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @param key Idempotency-Key: the same key and request again is the same letter
   * @returns the letter's id
   * @throws DomainError 409 when the key came with another request; 422 for wrong fields; 404 for a resident or official who is not here
   */
  async run(actor: Actor, key: string, request: LetterRequest): Promise<string> {
    const today = this.clock.today();
    const checked = checkRequest(request, today);
    const hash = bodyHash(request);
    return this.database.inVillage(actor, async (tx) => (await knownLetter(tx, key, hash)) ?? (await place(tx, key, hash, request, checked, today)) ?? (await twin(tx, key, hash)));
  }
}

/** What can be judged without looking anything up. */
export function checkRequest(request: LetterRequest, today: PlainDate): CheckedRequest {
  const type = letterTypeOf(request.type);
  if (!type) throw invalidFields([{ field: 'type', code: 'UNKNOWN_LETTER_TYPE', message: 'Jenis surat ini tidak ada.' }]);
  const { residentId, outsider } = request;
  if ((residentId === undefined) === (outsider === undefined)) throw invalidFields([{ field: 'residentId', code: 'APPLICANT_REQUIRED', message: 'Pilih satu pemohon: penduduk, atau orang di luar data penduduk.' }]);
  if (outsider && !type.outsiderAllowed) throw invalidFields([{ field: 'outsider', code: 'OUTSIDER_NOT_ALLOWED', message: 'Surat ini hanya untuk penduduk yang tercatat di sini.' }]);
  return { type, residentId: residentId ?? null, outsider: outsider ? checkOutsider(outsider, today) : null, form: checkLetterData(type, request.data), note: readNote(request.note) };
}

async function place(tx: Tx, key: string, hash: Buffer, request: LetterRequest, checked: CheckedRequest, today: PlainDate): Promise<string | null> {
  const { type, residentId, outsider, form, note } = checked;
  const applicantName = outsider ? outsider.name : (await livingResident(tx, residentId ?? '')).name;
  await chosenSignatory(tx, type, request.signatory, today);
  const data = await resolveDependants(tx, form);
  const id = await insertLetter(tx, { type: type.code, residentId, outsider, applicantName, data, signatory: request.signatory, note, requestKey: key, requestHash: hash });
  if (id) audit(tx, { action: 'letter.requested', subjectType: 'letter', subjectId: id, detail: { type: type.code, residentId, outsider: outsider !== null, officialId: request.signatory.officialId } });
  return id;
}

/** The letter this key made before. @throws DomainError 409 when it was made from something else, or by somebody whose letters the actor does not see */
async function knownLetter(tx: Tx, key: string, hash: Buffer): Promise<string | null> {
  const row = await tx.one<{ id: string; request_hash: Buffer; requested_by: string | null }>('select id, request_hash, requested_by from letters where village_id = $1 and request_key = $2', [tx.actor.unitId, key]);
  if (!row) return null;
  const own = requesterReach(tx.actor);
  if (!row.request_hash.equals(hash) || (own !== null && row.requested_by !== own)) throw idempotencyKeyReused();
  return row.id;
}

/** A twin committed while this one waited for its row. */
async function twin(tx: Tx, key: string, hash: Buffer): Promise<string> {
  const id = await knownLetter(tx, key, hash);
  if (!id) throw new Error('the letter of this key is not visible');
  return id;
}
