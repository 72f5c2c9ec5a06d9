import { DomainError } from '#platform';
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

export const keyReused = (): DomainError =>
  new DomainError('IDEMPOTENCY_KEY_REUSED', 409, 'Kunci permintaan ini sudah dipakai untuk isi yang lain. Ulangi dari formulir baru.');

export const notTheSignatory = (): DomainError =>
  new DomainError('NOT_THE_SIGNATORY', 403, 'Surat ini ditandatangani pejabat lain. Minta pejabat tersebut menyetujuinya.');
