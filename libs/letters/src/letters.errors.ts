import { DomainError, invalidFields } from '#platform';
import type { LetterAction } from './letter/letter.workflow.js';

const acts: Record<LetterAction, string> = {
  edit: 'diubah',
  verify: 'diperiksa',
  return: 'dikembalikan',
  reject: 'ditolak',
  approve: 'disetujui',
  render: 'dibuat ulang',
  void: 'dibatalkan',
  replace: 'diganti',
  print: 'dicetak',
};

const codes: Record<LetterAction, string> = {
  edit: 'LETTER_NOT_EDITABLE',
  verify: 'LETTER_NOT_VERIFIABLE',
  return: 'LETTER_NOT_RETURNABLE',
  reject: 'LETTER_NOT_REJECTABLE',
  approve: 'LETTER_NOT_APPROVABLE',
  render: 'LETTER_NOT_RENDERABLE',
  void: 'LETTER_NOT_VOIDABLE',
  replace: 'LETTER_NOT_REPLACEABLE',
  print: 'LETTER_NOT_PRINTABLE',
};

/** 409: the act does not fit the letter's present state. */
export const wrongState = (action: LetterAction): DomainError =>
  new DomainError(codes[action], 409, `Surat ini tidak dapat ${acts[action]} pada tahapnya sekarang. Muat ulang untuk melihat keadaan terakhir.`);

export const notTheSignatory = (): DomainError =>
  new DomainError('NOT_THE_SIGNATORY', 403, 'Surat ini ditandatangani pejabat lain. Minta pejabat tersebut menyetujuinya.');

export const replacementUnderway = (): DomainError =>
  new DomainError('REPLACEMENT_UNDERWAY', 409, 'Surat pengganti untuk surat ini sudah dibuat. Lanjutkan surat itu, atau tolak dahulu.');

/** 422: the applicant died or moved since; a letter about a living resident can no longer be made. */
export const applicantNotLiving = (): DomainError =>
  new DomainError('APPLICANT_NOT_LIVING', 422, 'Pemohon tidak lagi tercatat sebagai penduduk di sini, jadi surat ini tidak dapat dibuat.', [
    { field: 'residentId', code: 'APPLICANT_NOT_LIVING', message: 'Pilih penduduk yang masih tercatat.' },
  ]);

export const signatoryNotInOffice = (): DomainError =>
  invalidFields([{ field: 'signatory.officialId', code: 'SIGNATORY_NOT_IN_OFFICE', message: 'Pejabat ini tidak berwenang menandatangani pada hari ini. Pilih pejabat lain.' }]);

/** The one who approves cannot mend the form: it goes back to the desk. */
export const signatoryLeftOffice = (): DomainError =>
  new DomainError('SIGNATORY_NOT_IN_OFFICE', 422, 'Penanda tangan surat ini tidak lagi menjabat. Kembalikan surat agar penanda tangannya diganti.');
