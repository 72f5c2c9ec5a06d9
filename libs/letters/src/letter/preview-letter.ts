import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { type LetterDocument, Typesetter, TypesettingError } from '#documents';
import { type Actor, Clock, Database, DomainError, ObjectStore, type Tx } from '#platform';
import { reachOf } from '#residents';
import { maskNik, type PlainDate } from '#values';
import { typeOf } from '../letter-type/letter-types.js';
import { composeDraft } from '../template/compose-letter.js';
import { withMaskedNumbers } from './applicant.js';
import { resolveDependants } from './dependants.js';
import { changedForm, type LetterChange } from './edit-letter.js';
import { letterPaper, type PaperSource } from './letter-paper.js';
import { loadLetter } from './load-letter.js';
import { draftNumber } from './number-format.js';
import { checkRequest, type LetterRequest } from './request-letter.js';
import { chosenSignatory } from './signatory.js';

interface Draft {
  readonly document: LetterDocument;
  readonly logoSha256: string | null;
}

/** A clerk's preview renews itself while he types; one line of the trail covers so long. */
const TRACE_EVERY_MS = 10 * 60_000;
const MOST_TRACED = 5_000;

/** Each village's share of the press: more previews at once are a storm, and another village's would wait behind them. */
const MOST_AT_ONCE = 4;

/** Typesets what a letter would look like, marked DRAF, without number and QR. Nothing is kept but who looked at whose data. */
@Injectable()
export class PreviewLetter {
  readonly #traced = new Map<string, number>();
  /** Previews under way, by village. */
  readonly #underWay = new Map<number, number>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Typesetter) private readonly typesetter: Typesetter,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  /**
   * A request that is being typed.
   * @throws DomainError 422 naming every field that is missing or wrong; 404; 429 while too many wait; 503 when the press is away
   */
  async ofRequest(actor: Actor, request: LetterRequest): Promise<Buffer> {
    const today = this.clock.today();
    const checked = checkRequest(request, today);
    return this.typeset(actor, async (tx) => {
      const official = await chosenSignatory(tx, checked.type, request.signatory, today);
      const data = await resolveDependants(tx, checked.form);
      if (checked.residentId) await this.trace(tx, 'resident', checked.residentId);
      return draft(tx, { ...checked, data, official, capacity: request.signatory.capacity }, today);
    });
  }

  /** A stored letter, with what is being changed in it. @throws as `ofRequest` */
  async ofLetter(actor: Actor, letterId: string, change: LetterChange): Promise<Buffer> {
    const today = this.clock.today();
    return this.typeset(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId);
      const { data, signatory } = await changedForm(tx, letter, change, today);
      const type = typeOf(letter.type);
      const official = await chosenSignatory(tx, type, signatory, today);
      await this.trace(tx, 'letter', letterId);
      return draft(tx, { ...letter, type, data, official, capacity: signatory.capacity }, today);
    });
  }

  private async typeset(actor: Actor, gather: (tx: Tx) => Promise<Draft>): Promise<Buffer> {
    const before = this.#underWay.get(actor.unitId) ?? 0;
    if (before >= MOST_AT_ONCE) throw tooManyAtOnce('Pratinjau lain dari kantor ini masih dibuat. Coba lagi sebentar lagi.');
    this.#underWay.set(actor.unitId, before + 1);
    try {
      return await this.print(actor, gather);
    } finally {
      const left = (this.#underWay.get(actor.unitId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(actor.unitId, left);
      else this.#underWay.delete(actor.unitId);
    }
  }

  private async print(actor: Actor, gather: (tx: Tx) => Promise<Draft>): Promise<Buffer> {
    const { document, logoSha256 } = await this.database.inVillage(actor, gather, { relaxedDurability: true });
    try {
      return (await this.typesetter.letter(document, logoSha256 === null ? null : await this.store.read(logoSha256))).pdf;
    } catch (error) {
      throw error instanceof TypesettingError ? refusal(error) : error;
    }
  }

  private async trace(tx: Tx, subjectType: 'resident' | 'letter', subjectId: string): Promise<void> {
    const key = `${tx.actor.userId ?? ''} ${tx.actor.unitId} ${subjectId}`;
    const last = this.#traced.get(key);
    if (last !== undefined && tx.now.getTime() - last < TRACE_EVERY_MS) return;
    if (this.#traced.size >= MOST_TRACED) this.#traced.clear();
    audit(tx, { action: 'letter.previewed', subjectType, subjectId });
    this.#traced.set(key, tx.now.getTime());
  }
}

/** Who sees only his own area sees no full NIK in a draft either. */
async function draft(tx: Tx, source: PaperSource, today: PlainDate): Promise<Draft> {
  const whole = reachOf(tx.actor) === null;
  const { letter, office, applicant, numberFormat, numberParts } = await letterPaper(tx, whole ? source : withoutNumbers(source), today);
  const printed = whole ? letter : { ...letter, values: { ...letter.values, applicant: withMaskedNumbers(applicant).printed } };
  return { document: composeDraft(printed, { number: draftNumber(numberFormat, numberParts), now: tx.now }), logoSha256: office.logoSha256 };
}

const withoutNumbers = (source: PaperSource): PaperSource => ({
  ...source,
  data: Object.fromEntries(Object.entries(source.data).map(([field, value]) => [field, typeof value === 'string' ? value : value.map((row) => (row.residentId ? { ...row, nik: maskNik(row.nik) } : row))])),
});

/** 429, since the press is there: 503 would tell the clerk that the system is away. */
const tooManyAtOnce = (message: string): DomainError => new DomainError('TYPESETTER_BUSY', 429, message, [], 2);

function refusal(error: TypesettingError): DomainError {
  if (error.code === 'BUSY') return tooManyAtOnce(error.message);
  if (error.retryable) return new DomainError('TYPESETTER_BUSY', 503, error.message);
  return new DomainError('LETTER_NOT_PRINTABLE_YET', 422, error.message, [{ field: error.field ?? 'data', code: error.code, message: error.message }]);
}
