/** Could be a NIK, a family number, or most of one. */
const LONG_NUMBER = /\d{6,}/g;

/** What the trail keeps of words somebody typed into a search: of a number only its length, since the trail is read by people who may not see NIKs. */
export function typedWords(typed: string | undefined): { words: string } | null {
  const words = typed?.trim().replace(LONG_NUMBER, (digits) => `(${digits.length} angka)`);
  return words ? { words } : null;
}
