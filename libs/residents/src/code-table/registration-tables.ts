import { codeTable, findCode, type RowLine } from './code-table.js';

/** 5, 7 and 8 were never used. Only the living are counted. */
export const BASIC_STATUS = { living: 1, dead: 2, moved: 3, missing: 4, away: 6, invalid: 9 } as const;

export const basicStatusTable = codeTable('basicStatus', 'Status dasar', [
  [BASIC_STATUS.living, 'Hidup'],
  [BASIC_STATUS.dead, 'Mati', { words: ['MENINGGAL', 'MENINGGAL DUNIA'] }],
  [BASIC_STATUS.moved, 'Pindah', { words: ['PINDAH DALAM NEGERI', 'PINDAH LUAR NEGERI'] }],
  [BASIC_STATUS.missing, 'Hilang'],
  [BASIC_STATUS.away, 'Pergi'],
  [BASIC_STATUS.invalid, 'Tidak valid'],
]);

/** Any other value of an old database means "tidak tetap", with a warning. */
export const RESIDENT_STATUS = { permanent: 1, temporary: 2 } as const;

export const residentStatusTable = codeTable('residentStatus', 'Status penduduk', [
  [RESIDENT_STATUS.permanent, 'Tetap'],
  [RESIDENT_STATUS.temporary, 'Tidak tetap'],
]);

/** 3 (child's card) is written by exports although an older importer refused it. */
export const IDENTITY_CARD = { none: 1, electronic: 2, child: 3 } as const;

export const identityCardTable = codeTable('identityCard', 'KTP-el', [
  [IDENTITY_CARD.none, 'Belum'],
  [IDENTITY_CARD.electronic, 'KTP-el'],
  [IDENTITY_CARD.child, 'KIA'],
]);

/** The registry itself names the later steps in English. */
const RECORDING_STEPS: readonly RowLine[] = [
  [1, 'Belum wajib'],
  [2, 'Belum rekam'],
  [3, 'Sudah rekam'],
  [4, 'Card printed'],
  [5, 'Print ready record'],
  [6, 'Card shipped'],
  [7, 'Sent for card printing'],
  [8, 'Card issued'],
];

export const recordingStatusTable = codeTable('recordingStatus', 'Status perekaman', RECORDING_STEPS);

/** SIAK numbers the same steps differently in one column that says both: card and recording. */
const siakCardTable = codeTable('siakCardStatus', 'Status KTP (SIAK)', [
  [1, 'Belum rekam'],
  [2, 'Sudah rekam'],
  [3, 'Card printed'],
  [4, 'Print ready record'],
  [5, 'Card shipped'],
  [6, 'Sent for card printing'],
  [7, 'Card issued'],
  [8, 'Belum wajib'],
]);

export interface CardStatus {
  readonly identityCard: number;
  readonly recordingStatus: number;
}

/** SIAK's single column as our two fields: `8` → card 1 (belum), recording 1 (belum wajib). Null when unknown. */
export function cardStatusFromSiak(raw: number | string): CardStatus | null {
  const code = findCode(siakCardTable, raw);
  const step = siakCardTable.rows.find((row) => row.code === code);
  const recordingStatus = step ? findCode(recordingStatusTable, step.official) : null;
  if (recordingStatus === null) return null;
  return { recordingStatus, identityCard: recordingStatus < 3 ? IDENTITY_CARD.none : IDENTITY_CARD.electronic };
}
