import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { publishDocument, type TypesetDocument, Typesetter, TypesettingError } from '#documents';
import { type Actor, Database, DomainError, faultPoint, type JobContext, ObjectStore, type StoredObject, type Tx } from '#platform';
import { completeReplacement } from './complete-replacement.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import { type LetterRecord, loadLetter } from './load-letter.js';
import { recordStep } from './record-step.js';

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

type RenderContext = Pick<JobContext, 'signal' | 'cancelled' | 'lastAttempt'>;

/**
 * Makes the paper of an approved letter from its frozen snapshot and opens the page of its QR code. Typesetting and
 * storing happen outside any transaction; then document, status, history and the end of a replaced letter commit
 * together. Run twice it publishes once: whoever comes second finds the letter issued.
 */
@Injectable()
export class RenderLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Typesetter) private readonly typesetter: Typesetter,
    @Inject(ObjectStore) private readonly store: ObjectStore,
  ) {}

  /** @throws DomainError when it failed for good (the letter says so); anything else is tried again */
  async run(actor: Actor, { letterId }: { letterId: string }, context: RenderContext): Promise<void> {
    const letter = await this.database.inVillage(actor, (tx) => loadLetter(tx, letterId));
    if (letter.status !== 'approved' || !letter.snapshot) return;
    try {
      if (context.cancelled) throw cancelled();
      const printed = await this.print(letter.snapshot);
      faultPoint('render-letter:typeset');
      const file = await this.store.put(printed.pdf);
      await this.database.inVillage(actor, (tx) => issue(tx, letterId, { ...file, pages: printed.pages }));
    } catch (error) {
      // The process is ending: the next worker takes the letter up again.
      if (context.signal.aborted && !context.cancelled) throw error;
      if (!isFinal(error) && !context.lastAttempt) throw error;
      const failure = failureOf(error);
      await this.database.inVillage(actor, (tx) => fail(tx, letterId, failure));
      throw new DomainError(failure.code, 422, failure.message);
    }
  }

  private async print(snapshot: LetterSnapshot): Promise<TypesetDocument> {
    const logo = snapshot.logoSha256 === null ? null : await this.store.read(snapshot.logoSha256);
    return this.typesetter.letter(snapshot.document, logo);
  }
}

async function issue(tx: Tx, letterId: string, file: StoredObject & { readonly pages: number }): Promise<void> {
  const letter = await loadLetter(tx, letterId, { lock: true });
  const { snapshot, templateVersion } = letter;
  if (letter.status !== 'approved' || !snapshot || !templateVersion) return;
  const document = await publishDocument(tx, {
    kind: 'letter', subjectType: 'letter', subjectId: letterId, file, snapshot, templateVersion, publicSnapshot: snapshot.public, validUntil: letter.validUntil,
  });
  tx.write(
    `update letters set status = 'issued', document_sha256 = $3, document_size = $4, document_pages = $5, issued_at = $6, updated_at = $6,
            failure_code = null, failure_message = null, failure_field = null
      where village_id = $1 and id = $2`,
    [tx.actor.unitId, letterId, document.sha256, document.size, document.pages, tx.now],
  );
  recordStep(tx, letter, 'issued');
  audit(tx, { action: 'letter.issued', subjectType: 'letter', subjectId: letterId, detail: { status: ['approved', 'issued'], sha256: document.sha256, pages: document.pages } });
  await completeReplacement(tx, letter);
  faultPoint('render-letter:stored');
}

async function fail(tx: Tx, letterId: string, failure: Failure): Promise<void> {
  const letter: LetterRecord = await loadLetter(tx, letterId, { lock: true });
  if (letter.status !== 'approved') return;
  tx.write(
    `update letters set status = 'failed', failure_code = $3, failure_message = $4, failure_field = $5, updated_at = $6 where village_id = $1 and id = $2`,
    [tx.actor.unitId, letterId, failure.code, failure.message, failure.field, tx.now],
  );
  recordStep(tx, letter, 'failed', failure.message);
  audit(tx, { action: 'letter.failed', subjectType: 'letter', subjectId: letterId, detail: { status: ['approved', 'failed'], code: failure.code } });
}

/** A missing font or glyph will be missing the next time too. */
const isFinal = (error: unknown): boolean => error instanceof DomainError || (error instanceof TypesettingError && !error.retryable);

const cancelled = (): DomainError => new DomainError('CANCELLED', 409, 'Pencetakan dibatalkan. Surat dapat dicetak lagi.');

function failureOf(error: unknown): Failure {
  if (error instanceof TypesettingError) return { code: error.code, message: error.message, field: error.field ?? null };
  if (error instanceof DomainError) return { code: error.code, message: error.detail, field: null };
  return { code: 'INTERNAL', message: 'Surat belum dapat dicetak karena gangguan di sistem kami. Nomornya tetap. Coba cetak lagi.', field: null };
}
