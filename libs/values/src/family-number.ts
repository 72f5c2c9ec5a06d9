import type { Branded } from './brand.js';
import { isKnownProvince, maskSixteenDigits, parseDigits } from './identity-digits.js';
import { type Parsed, parsed, refused, type Warning } from './parsed.js';
import { daysInMonth } from './plain-date.js';
import { isTemporaryNumber, makeTemporaryNumber } from './temporary-number.js';

/**
 * Number of the family card (Kartu Keluarga, KK): 16 digits, kept as text = 6 region of issue, DDMMYY of issue,
 * 4 serial. It changes only with the head of the family (UU 23/2006 Ps.61(3)).
 */
export type FamilyNumber = Branded<'FamilyNumber'>;

const WORDS = { code: 'FAMILY_NUMBER', label: 'Nomor KK', length: 16 } as const;

/**
 * Drops separators and invisible characters, then checks structure. Refused: `FAMILY_NUMBER_EMPTY` (empty, `-`,
 * `0`: give each row a temporary one, people are never merged by it), `FAMILY_NUMBER_NOT_DIGITS`, `…_LENGTH`,
 * `…_ALL_ZERO`, `…_SERIAL` (0000, the mark of a number damaged by a spreadsheet). The date of issue is only
 * reported by practice, not by law (domain §2.2), so its digits are a matter for warnings.
 */
export function parseFamilyNumber(raw: string): Parsed<FamilyNumber> {
  const result = parseDigits(raw, WORDS);
  if (!result.ok) return result;
  if (result.value.endsWith('0000') && !isTemporaryNumber(result.value)) {
    return refused('FAMILY_NUMBER_SERIAL', 'Empat angka terakhir nomor KK tidak boleh 0000.');
  }
  return parsed(result.value as FamilyNumber);
}

/** Doubts: `FAMILY_NUMBER_PROVINCE_UNKNOWN`, `FAMILY_NUMBER_DATE_IMPOSSIBLE`. None for a temporary number. */
export function familyNumberWarnings(number: FamilyNumber): Warning[] {
  if (isTemporaryNumber(number)) return [];
  const warnings: Warning[] = [];
  if (!isKnownProvince(number)) {
    warnings.push({ code: 'FAMILY_NUMBER_PROVINCE_UNKNOWN', message: 'Dua angka pertama nomor KK bukan kode provinsi.' });
  }
  const day = Number(number.slice(6, 8));
  const month = Number(number.slice(8, 10));
  // Family cards are numbered since the registry of this century; YY needs no guess.
  const year = 2000 + Number(number.slice(10, 12));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    warnings.push({ code: 'FAMILY_NUMBER_DATE_IMPOSSIBLE', message: 'Tanggal terbit di dalam nomor KK tidak ada dalam kalender.' });
  }
  return warnings;
}

/**
 * The temporary number of a village's n-th family without a card; see `makeTemporaryNumber`. Families and persons
 * count separately.
 * @throws RangeError for a code that is no village's or a sequence outside 1…99.999.
 */
export function makeTemporaryFamilyNumber(villageCode: string, sequence: number): FamilyNumber {
  return makeTemporaryNumber(villageCode, sequence) as FamilyNumber;
}

export function isTemporaryFamilyNumber(number: string): boolean {
  return isTemporaryNumber(number);
}

/** `350726******0003` for lists of the office, `************0003` for the public. */
export function maskFamilyNumber(number: string, reach: 'list' | 'public' = 'list'): string {
  return maskSixteenDigits(number, reach);
}
