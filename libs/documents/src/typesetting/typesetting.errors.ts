/**
 * Why a document could not be typeset. The message is Indonesian and written for the clerk who sees the failed letter;
 * it never carries a value of the document, only the name of the field and, for a glyph, the one character.
 */
export type TypesettingCode =
  | 'MISSING_FIELD' // a required field is empty or of the wrong shape
  | 'MISSING_GLYPH' // a character the printing font does not have, or one that cannot be seen on paper
  | 'MISSING_FONT' // the installation lacks a font file
  | 'BROKEN_LOGO' // the village's logo is not a readable picture
  | 'LAYOUT_ERROR' // the layout itself failed: our fault
  | 'TIMEOUT'
  | 'CRASHED'
  | 'BUSY' // too many documents wait already
  | 'CLOSED'; // asked after, or cut off by, the shutdown of this process

export class TypesettingError extends Error {
  readonly code: TypesettingCode;
  /** The field in the clerk's words ("Nama Lengkap", "Kop surat baris 2"). */
  readonly field: string | undefined;
  readonly character: string | undefined;
  /** What the compiler said; for the log, in English. */
  readonly detail: string | undefined;

  constructor(code: TypesettingCode, message: string, more: { field?: string; character?: string; detail?: string } = {}) {
    super(message);
    this.name = 'TypesettingError';
    this.code = code;
    this.field = more.field;
    this.character = more.character;
    this.detail = more.detail;
  }

  /** Whether the same document may succeed when tried again; everything else needs a person first. */
  get retryable(): boolean {
    return this.code === 'CRASHED' || this.code === 'TIMEOUT' || this.code === 'BUSY' || this.code === 'CLOSED';
  }
}

export function missingField(field: string): TypesettingError {
  return new TypesettingError('MISSING_FIELD', `Isian "${field}" masih kosong, jadi surat belum dapat dicetak. Lengkapi dahulu.`, { field });
}

export function missingGlyph(character: string, field?: string): TypesettingError {
  const place = field === undefined ? '' : ` pada isian "${field}"`;
  return new TypesettingError('MISSING_GLYPH', `Tanda ${nameOf(character)}${place} tidak dapat dicetak. Ganti dengan huruf biasa.`, {
    character,
    ...(field === undefined ? {} : { field }),
  });
}

/** A visible character is shown with its code; one that would not show, or would turn the line around, by its code alone. */
function nameOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (${code})` : code;
}
