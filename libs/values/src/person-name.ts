import { type Parsed, parsed, refused, type Warning } from './parsed.js';
import { findUnprintable, stripInvisible, unprintableMessage } from './printable-text.js';

/** Longest name kept. The 60 letters of Permendagri 73/2022 bind new registrations only; old documents stay valid. */
export const LONGEST_NAME = 100;
const LONGEST_NEW_NAME = 60;

/** Letters, and the marks that names and titles carry: `Siti Nur'aini, S.Pd.`, `Abd. Rahman-Saleh`. */
const USUAL = /^[\p{L}' .,-]$/u;

/** What nearly all names consist of. */
const PLAIN = /^[A-Za-z' .,-]*$/;

/** Not part of a name, but found in exports of decades: kept with a warning rather than losing the person. */
const TOLERATED = /^[\d()/"&]$/;

const DECEASED_MARK = /\(\s*alm(?:h|arhum|arhumah)?\.?\s*\)|\balm(?:h|arhum|arhumah)?\b\.?/i;

/** Invisible characters dropped, every apostrophe written `'`, runs of spaces collapsed. Case is left as found. */
export function normaliseName(raw: string): string {
  return stripInvisible(raw).replace(/[‘’ʼ`´′]/g, "'").replace(/ {2,}/g, ' ').trim();
}

/**
 * A person's name as documents carry it; single names are common in Java and valid (domain §2.3).
 * Refused: `NAME_EMPTY` (also `-`), `NAME_TOO_LONG` (over 100), `NAME_CHARACTER` (names the character).
 */
export function parseName(raw: string): Parsed<string> {
  const name = normaliseName(raw);
  if (!/\p{L}/u.test(name)) return name === '' || name === '-' ? refused('NAME_EMPTY', 'Nama belum diisi.') : badCharacter(name);
  if (name.length > LONGEST_NAME) return refused('NAME_TOO_LONG', `Nama lebih dari ${LONGEST_NAME} huruf.`);
  const unprintable = findUnprintable(name);
  if (unprintable) return refused('NAME_CHARACTER', unprintableMessage(unprintable));
  const strange = !PLAIN.test(name) && [...name].some((character) => !USUAL.test(character) && !TOLERATED.test(character));
  return strange ? badCharacter(name) : parsed(name);
}

/** Doubts about an accepted name: `NAME_DECEASED_MARK` (`(ALM)`), `NAME_DIGITS`, `NAME_MARKS`, `NAME_OVER_60`. */
export function nameWarnings(name: string): Warning[] {
  const warnings: Warning[] = [];
  const rest = name.replace(DECEASED_MARK, '');
  if (rest !== name) warnings.push({ code: 'NAME_DECEASED_MARK', message: 'Nama memuat tanda almarhum. Periksa status orangnya.' });
  if (/\d/.test(rest)) warnings.push({ code: 'NAME_DIGITS', message: 'Nama memuat angka.' });
  if (/[()/"&]/.test(rest)) warnings.push({ code: 'NAME_MARKS', message: 'Nama memuat tanda yang tidak lazim.' });
  if (name.length > LONGEST_NEW_NAME) warnings.push({ code: 'NAME_OVER_60', message: `Nama lebih dari ${LONGEST_NEW_NAME} huruf.` });
  return warnings;
}

/** `Budi Santoso` → `B*** S******`: each word keeps its first letter. A word without letters is hidden whole. */
export function maskName(name: string): string {
  return normaliseName(name).split(' ').map(maskWord).join(' ');
}

function maskWord(word: string): string {
  const characters = [...word];
  const kept = characters.findIndex((character) => /\p{L}/u.test(character));
  return characters.map((character, index) => (index === kept ? character : '*')).join('');
}

function badCharacter(name: string): Parsed<never> {
  const found = [...name].find((character) => !USUAL.test(character));
  return refused('NAME_CHARACTER', found === undefined ? 'Nama harus memuat huruf.' : `Nama memuat tanda “${found}”.`);
}
