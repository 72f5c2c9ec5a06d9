import type { Conditions } from '#platform';

/** More words find no less. */
const MOST_WORDS = 4;

/**
 * Adds what was typed into a list's search: each word is part of a code, or the beginning of a word of a name. In capitals on
 * both sides, so that nobody has to type any.
 * @param codes, names columns
 */
export function addWords(found: Conditions, search: string | undefined, codes: readonly string[], names: readonly string[]): void {
  for (const [place, word] of (search?.toUpperCase().split(/\s+/) ?? []).slice(0, MOST_WORDS).entries()) {
    const typed = found.value(word);
    found.add(`w${place}`, `(${[...codes.map((code) => `strpos(${code}, ${typed}::text) > 0`), ...names.map((name) => `strpos(' ' || upper(${name}), ' ' || ${typed}::text) > 0`)].join(' or ')})`);
  }
}
