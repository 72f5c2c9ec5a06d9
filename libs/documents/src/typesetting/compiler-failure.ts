import { missingField, missingGlyph, TypesettingError } from './typesetting.errors.js';

const undisplayable = /the text `\\?"(.+?)\\?"` could not be displayed/su;
const unknownFont = /unknown font family/;
const missingKey = /dictionary does not contain key \\?"([\w-]+)/;
const picture = /failed to decode|image|svg/i;

/**
 * Turns what the compiler said (errors and warnings alike: with a warning the page may look wrong) into an error a clerk
 * can read. The letter was checked before it came here, so a glyph or a field met here is a second line of defence.
 */
export function compilerFailure(failures: readonly string[]): TypesettingError {
  const detail = failures.join('; ').slice(0, 2_000);
  const glyph = undisplayable.exec(detail)?.[1];
  if (glyph !== undefined) return missingGlyph(firstCharacter(glyph));
  if (unknownFont.test(detail)) {
    return new TypesettingError('MISSING_FONT', 'Huruf cetak (Arimo) tidak ada di server. Hubungi pengelola sistem.', { detail });
  }
  const field = missingKey.exec(detail)?.[1];
  if (field !== undefined) return missingField(field);
  if (picture.test(detail)) return brokenLogo(detail);
  return new TypesettingError('LAYOUT_ERROR', 'Tata letak surat bermasalah. Hubungi pengelola sistem; data Anda tetap tersimpan.', { detail });
}

export function brokenLogo(detail: string): TypesettingError {
  return new TypesettingError('BROKEN_LOGO', 'Gambar lambang pada kop surat tidak dapat dibaca. Unggah lagi berkas PNG atau JPG.', { detail });
}

/** The compiler quotes text as Rust does: `\u{1f600}` or the letter itself. */
function firstCharacter(quoted: string): string {
  const escaped = /^\\+u\{([0-9a-f]+)\}/u.exec(quoted)?.[1];
  if (escaped !== undefined) return String.fromCodePoint(Number.parseInt(escaped, 16));
  return [...quoted][0] ?? '?';
}
