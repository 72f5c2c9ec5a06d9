import { describe, expect, it } from '@jest/globals';
import { checkLetter } from './check-letter.js';
import { domicileLetter, draftOf, povertyLetter } from './sample-letters.js';
import { TypesettingError } from './typesetting.errors.js';

function refusal(letter: unknown): TypesettingError {
  try {
    checkLetter(letter);
  } catch (error) {
    if (error instanceof TypesettingError) return error;
  }
  throw new Error('the letter was accepted');
}

/** A copy with one value replaced: `body.1.rows.7.value`. */
function changed(letter: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(letter);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

describe('a letter before it goes to press', () => {
  it('accepts issued letters and drafts as they are', () => {
    expect(checkLetter(domicileLetter)).toEqual(domicileLetter);
    expect(checkLetter(draftOf(povertyLetter()))).toMatchObject({ draft: true, number: { before: '400.10.4.4/', after: '/35.07.26.2003/2026' } });
  });

  it.each([
    ['body.1.rows.7.value', '', 'Pendidikan'],
    ['body.1.rows.7.value', '  ', 'Pendidikan'],
    ['number', '', 'Nomor surat'],
    ['number', undefined, 'Nomor surat'],
    ['letterhead.office', '', 'Nama kantor pada kop surat'],
    ['letterhead.contact.0', '', 'Alamat pada kop surat'],
    ['body.2.runs.1.text', '', 'Isi surat bagian 3'],
    ['signer.name', '', 'Tanda tangan pejabat, nama'],
    ['holder.name', '', 'Tanda tangan pemegang surat, nama'],
    ['footer', undefined, 'Catatan kaki'],
    ['createdAt', 'kemarin', 'Waktu surat'],
  ])('refuses %s = %j and names the field "%s"', (path, value, field) => {
    const error = refusal(changed(domicileLetter, path, value));
    expect(error).toMatchObject({ code: 'MISSING_FIELD', field, retryable: false });
    expect(error.message).toContain(field);
  });

  it('refuses a table row with a cell too few', () => {
    expect(refusal(changed(povertyLetter(2), 'body.3.rows.1', ['2', '3507'])).field).toBe('Tabel');
  });

  it('names column and row of an empty table cell', () => {
    expect(refusal(changed(povertyLetter(2), 'body.3.rows.1.2', '')).field).toBe('Nama, baris 2');
  });

  it.each([
    ['an emoji', '😀'],
    ['Arabic', 'ع'],
    ['Javanese', 'ꦏ'],
    ['a right-to-left override', '\u202e'],
    ['a zero-width space', '\u200b'],
    ['a control character', '\u0007'],
    ['a line break', '\n'],
  ])('refuses %s and names the character and the field', (_, character) => {
    const error = refusal(changed(domicileLetter, 'body.1.rows.0.value', `SITI${character}ROHMAH`));
    expect(error).toMatchObject({ code: 'MISSING_GLYPH', character, field: 'Nama Lengkap', retryable: false });
    expect(error.message).toContain('U+');
    expect(error.message).not.toContain('SITI');
  });

  it('refuses an unprintable part of a draft number', () => {
    expect(refusal({ ...draftOf(domicileLetter), number: { before: '\u200b', after: '' } })).toMatchObject({ code: 'MISSING_GLYPH', field: 'Nomor surat' });
  });

  it('refuses a draft that claims a number', () => {
    expect(refusal({ ...domicileLetter, draft: true }).code).toBe('MISSING_FIELD');
  });
});
