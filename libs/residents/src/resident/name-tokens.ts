const ASCII = /^[\x20-\x7e]*$/;
const BETWEEN_WORDS = /[\s,;/()"&]+/;
const INSIDE_WORDS = /[^\p{L}\p{N}]+/u;

/** Behind every text that begins with a given one, in the "C" collation. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Bounds of `column >= $from and column < $to`: the leakproof form of "begins with". */
export interface TokenRange {
  readonly from: string;
  readonly to: string;
}

export const beginningWith = (text: string): TokenRange => ({ from: text, to: text + LAST_CHARACTER });

/**
 * The words a person is found by: capitals without accents; `Nur'aini, S.Pd.` gives NURAINI, AINI, SPD, PD. What
 * follows a mark inside a word is a word too, so that `Aini` finds her however the apostrophe was written.
 */
export function tokensOf(name: string): string[] {
  const tokens = new Set<string>();
  for (const parts of wordsOf(name)) {
    tokens.add(parts.join(''));
    for (const part of parts.slice(1)) if (part.length > 1) tokens.add(part);
  }
  return [...tokens];
}

/** By what lists are sorted: `Abd. Rahman-Saleh` → `ABD RAHMANSALEH`. */
export function sortName(name: string): string {
  return wordsOf(name).map((parts) => parts.join('')).join(' ');
}

const MOST_WORDS = 5;

/**
 * What was typed, as beginnings of words, the longest and therefore rarest first. A word that another one begins
 * with (`SIT SITI`) asks for nothing more and is left out.
 */
export function searchWords(typed: string): string[] {
  const words = [...new Set(wordsOf(typed).map((parts) => parts.join('')))].toSorted((a, b) => b.length - a.length);
  return words.filter((word, place) => !words.slice(0, place).some((longer) => longer.startsWith(word))).slice(0, MOST_WORDS);
}

/** Each word as the parts its inner marks separate; never an empty one. */
function wordsOf(text: string): string[][] {
  const capitals = (ASCII.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toUpperCase();
  const words: string[][] = [];
  for (const word of capitals.split(BETWEEN_WORDS)) {
    const parts = word.split(INSIDE_WORDS).filter((part) => part !== '');
    if (parts.length > 0) words.push(parts);
  }
  return words;
}
