import { createRequire } from 'node:module';
import { TypesettingError } from './typesetting.errors.js';

/**
 * The faces documents are set in: Arimo (metrics of Arial), SIL Open Font License 1.1; its licence text travels with the
 * package (`@expo-google-fonts/arimo/LICENSE_FONT`). Only these files are given to the compiler and fallback is off, so a
 * document looks the same on every machine.
 */
const faces = ['400Regular/Arimo_400Regular', '400Regular_Italic/Arimo_400Regular_Italic', '700Bold/Arimo_700Bold', '700Bold_Italic/Arimo_700Bold_Italic'];

const { resolve } = createRequire(import.meta.url);

/** Absolute paths of the font files. @throws TypesettingError MISSING_FONT when the package is not installed whole. */
export function fontFiles(): string[] {
  try {
    return faces.map((face) => resolve(`@expo-google-fonts/arimo/${face}.ttf`));
  } catch (cause) {
    throw new TypesettingError('MISSING_FONT', 'Huruf cetak (Arimo) tidak terpasang di server. Hubungi pengelola sistem.', { detail: String(cause) });
  }
}
