/** A piece of a page's text as the PDF reader hands it over; several make a line, and a value may run over them. */
export interface TextRun { readonly str: string; readonly endsLine: boolean }

/** Characters `from` (included) to `to` (excluded) of one run. */
export interface MarkedPart { readonly run: number; readonly from: number; readonly to: number }

/** Shorter values would light up half the page. */
const SHORTEST_MARK = 3;

/**
 * Where on the page the values stand: letter for letter, over the end of a line and over several runs, in any case of
 * letters, as whole words only.
 */
export function markedParts(runs: readonly TextRun[], values: readonly string[]): MarkedPart[] {
  const { text, places } = flowing(runs);
  const marked = new Map<number, { from: number; to: number }[]>();
  for (const value of values) {
    const wanted = value.trim().toLowerCase().replace(/\s+/g, ' ');
    if (wanted.length < SHORTEST_MARK) continue;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (isWordLetter(text[at - 1]) || isWordLetter(text[at + wanted.length])) continue;
      for (const place of places.slice(at, at + wanted.length)) {
        const parts = marked.get(place.run) ?? [];
        const last = parts.at(-1);
        if (last && last.to === place.index) last.to += 1;
        else if (place.index >= 0) parts.push({ from: place.index, to: place.index + 1 });
        marked.set(place.run, parts);
      }
    }
  }
  return [...marked].flatMap(([run, parts]) => parts.map((part) => ({ run, ...part })));
}

/** The page as one line of lower-case text with single spaces, and where each of its characters comes from. */
function flowing(runs: readonly TextRun[]): { text: string; places: { run: number; index: number }[] } {
  let text = '';
  const places: { run: number; index: number }[] = [];
  const put = (character: string, run: number, index: number) => {
    const space = /\s/.test(character);
    if (space && text.endsWith(' ')) return;
    text += space ? ' ' : character;
    places.push({ run, index });
  };
  runs.forEach(({ str, endsLine }, run) => {
    for (let index = 0; index < str.length; index += 1) {
      const lower = (str[index] ?? '').toLowerCase();
      put(lower.length === 1 ? lower : str[index] ?? '', run, index);
    }
    // The end of a line is a space that stands nowhere.
    if (endsLine) put(' ', run, -1);
  });
  return { text, places };
}

const isWordLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
