import { type Parsed, parsePrintable, refused } from '#values';

/**
 * Controls, and characters that turn the direction of what follows or carry a hidden text (tags): nobody types them,
 * and they make a reader see something else than what is stored. Zero-width spaces and the like, which come along
 * with copied text and change nothing, are merely dropped.
 */
const DECEPTIVE = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u061C\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** One line as typed into a form of this room. Refused: `HIDDEN_CHARACTER`, `TEXT_NOT_PRINTABLE`. */
export function parseTyped(raw: string): Parsed<string> {
  const found = DECEPTIVE.exec(raw)?.[0];
  if (found === undefined) return parsePrintable(raw);
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return refused('HIDDEN_CHARACTER', `Isian ini memuat tanda tersembunyi (${code}). Hapus isinya, lalu ketik ulang.`);
}
