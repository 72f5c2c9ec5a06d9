import { type Parsed, parsed, refused, type Refusal } from './parsed.js';

/** 1 = laki-laki, 2 = perempuan, as in every population table. */
export type Sex = 1 | 2;

/** Codes and words differ per number; the checks on the digits are the same. */
export interface IdentityNumberWords {
  readonly code: 'NIK' | 'FAMILY_NUMBER' | 'NOP';
  readonly label: string;
  readonly length: number;
}

/**
 * What civil-registry exports put between or around digits: spaces, dots, hyphens, apostrophes, and characters
 * nobody sees (controls, zero-width, byte-order marks, variation selectors).
 */
const SEPARATORS = /[\s\p{Cc}\p{Cf}\p{Z}.\u2010-\u2015\u2212'‘’ʼ`´′-]|[\u{FE00}-\u{FE0F}]/gu;

/** The characters that remain once separators are dropped; not necessarily digits. */
export function dropSeparators(raw: string): string {
  return /^\d*$/.test(raw) ? raw : raw.replace(SEPARATORS, '');
}

/**
 * Digits of a NIK, family number or NOP. Refused: `…_EMPTY` (empty, `-` or a lone 0: not issued yet),
 * `…_NOT_DIGITS`, `…_LENGTH`, `…_ALL_ZERO`.
 */
export function parseDigits(raw: string, words: IdentityNumberWords): Parsed<string> {
  const digits = dropSeparators(raw);
  if (digits === '' || digits === '0') return refused(`${words.code}_EMPTY`, `${words.label} belum diisi.`);
  if (!/^\d+$/.test(digits)) return refused(`${words.code}_NOT_DIGITS`, `${words.label} hanya boleh berisi angka.`);
  if (/^0+$/.test(digits)) return refused(`${words.code}_ALL_ZERO`, `${words.label} tidak boleh berisi nol semua.`);
  if (digits.length !== words.length) {
    return refused(`${words.code}_LENGTH`, `${words.label} harus ${words.length} angka, terbaca ${digits.length}.`);
  }
  return parsed(digits);
}

/** Two-digit province codes issued so far (rules, NIK): another prefix is a doubt, not an error. */
const PROVINCES = [[11, 19], [21, 21], [31, 36], [51, 53], [61, 65], [71, 76], [81, 82], [91, 97]] as const;

export function isKnownProvince(digits: string): boolean {
  const province = Number(digits.slice(0, 2));
  return PROVINCES.some(([first, last]) => province >= first && province <= last);
}

export interface NumericCell {
  readonly ok: true;
  readonly digits: string;
  /** The last digit is 0 and may be one that the spreadsheet lost: spreadsheets keep 15 digits. */
  readonly doubtful: boolean;
}

/**
 * Digits of a NIK or family number that stood in a *numeric* spreadsheet cell (rules, NIK). Refused with
 * `NUMBER_CELL_DAMAGED` when it is not whole, beyond 2^53 (prefixes 91–97) or when its serial became 0000;
 * the reader must be told to format the column as text. A numeric 0 gives the digits `0`: not issued yet.
 */
export function digitsFromNumericCell(value: number): NumericCell | Refusal {
  const digits = String(value);
  if (!Number.isSafeInteger(value) || value < 0 || (digits.length === 16 && digits.endsWith('0000'))) {
    return refused('NUMBER_CELL_DAMAGED', 'Angka pada sel ini sudah rusak. Ubah format kolom menjadi teks, lalu isi ulang nomornya.');
  }
  return { ok: true, digits, doubtful: digits.length === 16 && digits.endsWith('0') };
}

/** `350726******0003` inside the office, `************0003` in public; anything of another length is hidden whole. */
export function maskSixteenDigits(digits: string, reach: 'list' | 'public'): string {
  if (!/^\d{16}$/.test(digits)) return '*'.repeat(16);
  return reach === 'list' ? `${digits.slice(0, 6)}******${digits.slice(12)}` : `************${digits.slice(12)}`;
}
