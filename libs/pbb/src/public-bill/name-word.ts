/** Shorter words stand in too many names to show that somebody has the paper. */
const SHORTEST = 3;

/** Stand before or behind names of thousands of people: the dead and their heirs, titles, "and others", whose father. */
const NO_NAMES = new Set(['ALM', 'ALMH', 'ALMARHUM', 'ALMARHUMAH', 'AHLI', 'WARIS', 'BIN', 'BINTI', 'BOK', 'MBOK', 'BAPAK', 'PAK', 'IBU', 'DKK', 'DRS', 'DRA', 'HAJI', 'HAJAH', 'HAJJAH']);

/**
 * Whether what was typed is a word of a name, whole, whatever its case and accents; several typed words must all be there.
 * A word counts from three letters on; a name without one is typed whole.
 */
export function holdsWord(name: string, typed: string): boolean {
  const [words, asked] = [wordsOf(name), wordsOf(typed)];
  if (asked.length === 0 || !asked.every((word) => words.includes(word))) return false;
  return asked.some(tells) || (!words.some(tells) && asked.join(' ') === words.join(' '));
}

const tells = (word: string): boolean => [...word].length >= SHORTEST && !NO_NAMES.has(word);

/** `Nur'aini, S.Pd.` → NURAINI, S, PD: accents and apostrophes fall away, other marks part words. */
function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}'’‘`´ʼ]/gu, '').toUpperCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
