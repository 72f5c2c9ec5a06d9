import type { Sex } from '#values';
import { codeTable } from './code-table.js';

/** Disability and illness are specific personal data (UU 27/2022 Ps.4): shown only with their own permission. */
export const disabilityTable = codeTable('disability', 'Disabilitas', [
  [1, 'Cacat fisik', { words: ['FISIK'] }],
  [2, 'Cacat netra/buta', { words: ['NETRA/BUTA'] }],
  [3, 'Cacat rungu/wicara', { words: ['RUNGU/WICARA'] }],
  [4, 'Cacat mental/jiwa', { words: ['MENTAL/JIWA'] }],
  [5, 'Cacat fisik dan mental', { words: ['FISIK DAN MENTAL'] }],
  [6, 'Cacat lainnya', { words: ['LAINNYA'] }],
  [7, 'Tidak cacat', { words: ['TIDAK ADA'] }],
]);

export const chronicIllnessTable = codeTable('chronicIllness', 'Sakit menahun', [
  [1, 'Jantung'],
  [2, 'Lever'],
  [3, 'Paru-paru', { words: ['PARU'] }],
  [4, 'Kanker'],
  [5, 'Stroke'],
  [6, 'Diabetes melitus', { words: ['DM', 'DIABETES'] }],
  [7, 'Ginjal'],
  [8, 'Malaria'],
  [9, 'Lepra/kusta', { words: ['LEPRA', 'KUSTA'] }],
  [10, 'HIV/AIDS'],
  [11, 'Gila/stress'],
  [12, 'TBC'],
  [13, 'Asthma', { words: ['ASMA'] }],
  [14, 'Tidak ada/tidak sakit', { words: ['TIDAK ADA', 'TIDAK SAKIT'] }],
]);

export const contraceptionTable = codeTable('contraception', 'Cara KB', [
  [1, 'Pil'],
  [2, 'IUD'],
  [3, 'Suntik'],
  [4, 'Kondom'],
  [5, 'Susuk KB', { words: ['SUSUK'] }],
  [6, 'Sterilisasi wanita'],
  [7, 'Sterilisasi pria'],
  [99, 'Lainnya'],
]);

/** Whether a method is one for this sex: condom and vasectomy for men, "lainnya" for both, the rest for women. */
export function contraceptionFits(code: number, sex: Sex): boolean {
  if (code === 99) return true;
  return (code === 4 || code === 7) === (sex === 1);
}

/** Dropped for men. */
export const pregnancyTable = codeTable('pregnancy', 'Hamil', [
  [1, 'Hamil'],
  [2, 'Tidak hamil'],
]);

export const insuranceTable = codeTable('insurance', 'Asuransi kesehatan', [
  [1, 'Tidak/belum punya', { words: ['TIDAK PUNYA', 'BELUM PUNYA'] }],
  [2, 'BPJS penerima bantuan iuran', { words: ['BPJS PBI'] }],
  [3, 'BPJS non penerima bantuan iuran', { words: ['BPJS NON-PBI'] }],
  [4, 'BPJS bantuan daerah'],
  [99, 'Asuransi lainnya', { words: ['LAINNYA'] }],
]);
