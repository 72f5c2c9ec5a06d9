import { codeTable, displayLabel, findCode, wordKey } from './code-table.js';

/** Position in the family (status hubungan dalam keluarga, SHDK). */
export const FAMILY_POSITION = { head: 1, husband: 2, wife: 3, child: 4, childInLaw: 5, grandchild: 6, parent: 7, parentInLaw: 8, relative: 9, servant: 10, other: 11 } as const;

export const familyPositionTable = codeTable('familyPosition', 'Hubungan dalam keluarga', [
  [FAMILY_POSITION.head, 'Kepala keluarga', { words: ['KEPALA KK', 'KEP. KELUARGA'] }],
  [FAMILY_POSITION.husband, 'Suami'],
  [FAMILY_POSITION.wife, 'Istri', { words: ['ISTERI'] }],
  [FAMILY_POSITION.child, 'Anak', { words: ['ANAK KANDUNG'] }],
  [FAMILY_POSITION.childInLaw, 'Menantu'],
  [FAMILY_POSITION.grandchild, 'Cucu'],
  // The registry writes ORANGTUA as one word; spaces do not count when reading.
  [FAMILY_POSITION.parent, 'Orang tua', { official: 'ORANGTUA' }],
  [FAMILY_POSITION.parentInLaw, 'Mertua'],
  [FAMILY_POSITION.relative, 'Famili lain', { words: ['FAMILI'] }],
  [FAMILY_POSITION.servant, 'Pembantu'],
  [FAMILY_POSITION.other, 'Lainnya', { words: ['LAIN-LAIN'] }],
]);

export const MARITAL_STATUS = { single: 1, married: 2, divorced: 3, widowed: 4 } as const;

/** The four stored codes with the labels the identity card prints. */
export const maritalStatusTable = codeTable('maritalStatus', 'Status perkawinan', [
  [MARITAL_STATUS.single, 'Belum kawin', { words: ['BK', 'BELUM MENIKAH', 'TIDAK KAWIN'] }],
  [MARITAL_STATUS.married, 'Kawin', { words: ['K', 'MENIKAH'] }],
  [MARITAL_STATUS.divorced, 'Cerai hidup', { words: ['CH'] }],
  [MARITAL_STATUS.widowed, 'Cerai mati', { words: ['CM'] }],
]);

export interface MaritalStatus {
  readonly code: number;
  /** Whether the registry knows the marriage or divorce (certificate); null when not said or not applicable. */
  readonly recorded: boolean | null;
}

/** Labels of the family card since its present format; "belum tercatat" needs form F-1.05 (Permendagri 109/2019). */
const RECORDED_WORDS: ReadonlyMap<string, MaritalStatus> = new Map(
  ([
    ['KAWIN TERCATAT', MARITAL_STATUS.married, true],
    ['KAWIN BELUM TERCATAT', MARITAL_STATUS.married, false],
    ['KAWIN TIDAK TERCATAT', MARITAL_STATUS.married, false],
    ['CERAI HIDUP TERCATAT', MARITAL_STATUS.divorced, true],
    ['CERAI TERCATAT', MARITAL_STATUS.divorced, true],
    ['CERAI HIDUP BELUM TERCATAT', MARITAL_STATUS.divorced, false],
    ['CERAI BELUM TERCATAT', MARITAL_STATUS.divorced, false],
  ] as const).map(([words, code, recorded]) => [wordKey(words), { code, recorded }]),
);

/**
 * Reads a marital status with or without its "tercatat": `KAWIN TERCATAT` → 2, true; `K` → 2, null. Null when unknown.
 * Without the word, the caller derives it from the certificate's number.
 */
export function findMaritalStatus(raw: number | string): MaritalStatus | null {
  const recorded = typeof raw === 'string' ? RECORDED_WORDS.get(wordKey(raw)) : undefined;
  if (recorded) return recorded;
  const code = findCode(maritalStatusTable, raw);
  return code === null ? null : { code, recorded: null };
}

/** The family card's label, `Kawin belum tercatat`; plain `Kawin` when not known. Null for an unknown code. */
export function maritalLabel({ code, recorded }: MaritalStatus): string | null {
  const label = displayLabel(maritalStatusTable, code);
  const told = recorded !== null && (code === MARITAL_STATUS.married || code === MARITAL_STATUS.divorced);
  return label !== null && told ? `${label} ${recorded ? 'tercatat' : 'belum tercatat'}` : label;
}
