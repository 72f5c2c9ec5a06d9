import { type Parsed, parsed, refused } from './parsed.js';

/** A character no document font of ours can draw. `index` counts UTF-16 units in the text that was searched. */
export interface UnprintableCharacter {
  readonly character: string;
  /** `U+1F600`: named because the character itself may not be visible where the message is read. */
  readonly codePoint: string;
  readonly index: number;
}

/**
 * Controls, bidirectional overrides, zero-width characters, byte-order marks and tags (Cc, Cf), variation selectors,
 * the grapheme joiner: they draw nothing, but reorder or hide what a reader sees on a letter.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}]|[\u{FE00}-\u{FE0F}]|\u034F/gu;
const LINE_BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g;
const SPACES = /[\t\v\f\p{Zs}]/gu;

/** Most text by far: nothing in it is invisible, unprintable or to be composed. */
const PLAIN = /^[\u0020-\u007E]*$/;

/** Latin, Latin-1 and Latin Extended-A; the punctuation and signs that the document fonts carry. */
const DRAWABLE = /^[\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203A\u20AC\u2122\u2212]$/u;

/**
 * Removes what draws nothing and makes every kind of space an ordinary one. Line breaks become `\n` when
 * `multiline`, else a space. Composed (NFC), so that `e` + combining accent is the one letter the font has.
 */
export function stripInvisible(text: string, { multiline = false }: { multiline?: boolean } = {}): string {
  if (PLAIN.test(text)) return text;
  const lines = text.replace(LINE_BREAKS, '\n').split('\n').map((line) => line.replace(SPACES, ' ').replace(INVISIBLE, ''));
  return lines.join(multiline ? '\n' : ' ').normalize('NFC');
}

/** The first character that cannot be printed (emoji, Arabic, Javanese script, a combining mark …), or null. */
export function findUnprintable(text: string): UnprintableCharacter | null {
  if (PLAIN.test(text)) return null;
  let index = 0;
  for (const character of text) {
    if (!DRAWABLE.test(character)) return { character, codePoint: codePointOf(character), index };
    index += character.length;
  }
  return null;
}

/**
 * Text of an input form, ready to be typeset: invisible characters stripped, ends trimmed.
 * Refused: `TEXT_NOT_PRINTABLE`, naming the character and its code point; the form adds the field. A PDF/A export
 * would fail on such a character (or borrow a font from the machine), so it is refused where it is typed.
 */
export function parsePrintable(raw: string, options: { multiline?: boolean } = {}): Parsed<string> {
  const text = stripInvisible(raw, options).trim();
  const found = findUnprintable(text);
  return found ? refused('TEXT_NOT_PRINTABLE', unprintableMessage(found)) : parsed(text);
}

/** `Huruf “ꦏ” (U+A98F) tidak dapat dicetak pada surat.` */
export function unprintableMessage({ character, codePoint }: UnprintableCharacter): string {
  return /^\p{Cs}$/u.test(character) ? `Huruf ${codePoint} tidak dapat dicetak pada surat.` : `Huruf “${character}” (${codePoint}) tidak dapat dicetak pada surat.`;
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
