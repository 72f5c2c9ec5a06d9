import { stripInvisible } from '#values';

export const PLAIN_TEXT = /^[\x20-\x7e]*$/;

/** Nothing to drop or collapse: single spaces between printable ASCII, no apostrophe before it. */
const CLEAN = /^[!-&(-~](?: ?[!-~])*$/;

/** Invisible characters and a leading apostrophe dropped, spaces collapsed. `-` and nothing at all are null. */
export function cleanText(raw: string): string | null {
  if (CLEAN.test(raw)) return raw === '-' ? null : raw;
  const visible = PLAIN_TEXT.test(raw) ? raw : stripInvisible(raw);
  const text = visible.replace(/^[\s'’]+/, '').replace(/ {2,}/g, ' ').trim();
  return text === '' || text === '-' ? null : text;
}
