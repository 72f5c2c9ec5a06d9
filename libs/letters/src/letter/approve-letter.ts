import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#audit';
import { checkLetter, maskedHolder, TokenIssuer, TypesettingError } from '#documents';
import { reserveNumber } from '#numbering';
import { type Actor, Database, DomainError, type Tx } from '#platform';
import { nameTokens } from '#residents';
import { plainDateInJakarta, type PlainDate } from '#values';
import { letterNumberingMode, type Official, officialById, settingOn } from '#villages';
import { typeOf } from '../letter-type/letter-types.js';
import { notTheSignatory, signatoryLeftOffice } from '../letters.errors.js';
import { composeIssued, officeName } from '../template/compose-letter.js';
import { insertTokens } from './insert-letter.js';
import { type LetterPaper, letterPaper } from './letter-paper.js';
import type { LetterSnapshot } from './letter-snapshot.js';
import { type LetterRecord, loadLetter, nextStatus } from './load-letter.js';
import { formatLetterNumber } from './number-format.js';
import { recordStep } from './record-step.js';
import { renderLetterJob } from './render-letter.job.js';
import { inOffice, mayApprove, positionText } from './signatory.js';

/**
 * The signatory's act: from here on the letter has its number and date, and what it prints is frozen. Only now a number
 * is taken, so a request that was rejected leaves no gap; a letter voided later keeps its own.
 */
@Injectable()
export class ApproveLetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TokenIssuer) private readonly tokens: TokenIssuer,
  ) {}

  /**
   * @throws DomainError 404; 403 NOT_THE_SIGNATORY; 409 LETTER_NOT_APPROVABLE; 422 when signatory or applicant are no longer
   *   what they were, or the letter could not be printed
   */
  run(actor: Actor, letterId: string): Promise<void> {
    return this.database.inVillage(actor, async (tx) => {
      const letter = await loadLetter(tx, letterId, { lock: true });
      const official = await officialById(tx, letter.officialId);
      if (!official || !mayApprove(actor, { userId: official.userId, capacity: letter.capacity })) throw notTheSignatory();
      const status = nextStatus(letter, 'approve');
      const today = plainDateInJakarta(tx.now);
      if (!inOffice(official, today)) throw signatoryLeftOffice();
      const type = typeOf(letter.type);
      const paper = await letterPaper(tx, { ...letter, type, official }, today);
      const { url } = await this.tokens.reserveToken(tx, { subjectType: 'letter', subjectId: letterId });
      const freeze = (numberText: string): LetterSnapshot => snapshotOf(letter, paper, official, { numberText, approvedAt: tx.now, approvedOn: today, verificationUrl: url });
      assertPrintable(freeze(formatLetterNumber(paper.numberFormat, { ...paper.numberParts, number: 1 })));
      recordStep(tx, letter, 'approved');
      tx.startTask(renderLetterJob, { letterId }, { kind: 'render-letter', subjectType: 'letter', subjectId: letterId });
      const mode = await settingOn(tx, letterNumberingMode, today);
      // The counter's lock is held from here to the commit, so everything slow lies before it.
      const number = await reserveNumber(tx, { series: mode === 'all' ? 'letter' : `letter:${letter.type}`, period: today.slice(0, 4), subjectType: 'letter', subjectId: letterId });
      const numberText = formatLetterNumber(paper.numberFormat, { ...paper.numberParts, number });
      tx.write(
        `update letters set status = $3, number = $4, number_text = $5, approved_on = $6, approved_at = $7, updated_at = $7, valid_until = $8, snapshot = $9, template_version = $10
          where village_id = $1 and id = $2`,
        [tx.actor.unitId, letterId, status, number, numberText, today, tx.now, paper.validUntil, JSON.stringify(freeze(numberText)), `${type.code}/${type.version}`],
      );
      insertTokens(tx, letterId, [...nameTokens(numberText), String(number)]);
      traceApproval(tx, letter, status, numberText);
    });
  }
}

const traceApproval = (tx: Tx, letter: LetterRecord, status: string, numberText: string): void =>
  audit(tx, { action: 'letter.approved', subjectType: 'letter', subjectId: letter.id, detail: { status: [letter.status, status], number: [null, numberText] } });

function snapshotOf(letter: LetterRecord, paper: LetterPaper, official: Official, issue: { numberText: string; approvedAt: Date; approvedOn: PlainDate; verificationUrl: string }): LetterSnapshot {
  const { office, applicant } = paper;
  const position = positionText(office.words, official, letter.capacity);
  return {
    document: composeIssued(paper.letter, issue),
    logoSha256: office.logoSha256,
    applicant: { name: applicant.name, nik: applicant.nik },
    signatory: { officialId: official.id, name: official.name, positionText: position, capacity: letter.capacity },
    public: {
      title: paper.letter.type.title,
      number: issue.numberText,
      issuedOn: issue.approvedOn,
      issuer: officeName(office),
      district: `Kecamatan ${office.districtName}`,
      ...maskedHolder(applicant.name, applicant.nik),
      signer: official.name,
      signerPosition: position,
      phone: office.phone,
    },
  };
}

/** A letter that could never be printed gets no number. @throws DomainError 422 naming the field in the clerk's words */
function assertPrintable(snapshot: LetterSnapshot): void {
  try {
    checkLetter(snapshot.document);
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    throw new DomainError('LETTER_NOT_PRINTABLE_YET', 422, error.message, [{ field: error.field ?? 'data', code: error.code, message: error.message }]);
  }
}
