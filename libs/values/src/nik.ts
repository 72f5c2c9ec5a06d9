import type { Branded } from './brand.js';
import { isKnownProvince, maskSixteenDigits, parseDigits, type Sex } from './identity-digits.js';
import { type Parsed, parsed, refused, type Warning } from './parsed.js';
import { ageOn, dateParts, daysInMonth, type PlainDate } from './plain-date.js';
import { isTemporaryNumber, makeTemporaryNumber } from './temporary-number.js';

/**
 * Nomor Induk Kependudukan: 16 digits, kept as text = 6 region of first registration, DDMMYY of birth (a woman's
 * day + 40), 4 serial (PP 40/2019 Ps.30–33). It has no check digit and is never reissued: not after a move, not
 * to match a corrected birth date. That is why everything but its bare structure is only a warning.
 */
export type Nik = Branded<'Nik'>;

const WORDS = { code: 'NIK', label: 'NIK', length: 16 } as const;

/** Beyond this age a record is more likely unclosed than true. */
const LIKELY_AGE = 120;

/**
 * Drops separators and invisible characters, then checks structure (domain §2.1). Refused: `NIK_EMPTY` (empty,
 * `-`, `0`: give a temporary one), `NIK_NOT_DIGITS`, `NIK_LENGTH`, `NIK_ALL_ZERO`, `NIK_DAY` (not 01–31/41–71),
 * `NIK_MONTH`, `NIK_SERIAL` (0000). A temporary NIK carries no date and is exempt from those rules.
 */
export function parseNik(raw: string): Parsed<Nik> {
  const result = parseDigits(raw, WORDS);
  if (!result.ok) return result;
  const nik = result.value as Nik;
  if (isTemporaryNik(nik)) return parsed(nik);
  const { day, month } = digitParts(nik);
  if (!((day >= 1 && day <= 31) || (day >= 41 && day <= 71))) return refused('NIK_DAY', 'Angka ke-7 dan ke-8 NIK bukan tanggal lahir.');
  if (month < 1 || month > 12) return refused('NIK_MONTH', 'Angka ke-9 dan ke-10 NIK bukan bulan lahir.');
  if (nik.endsWith('0000')) return refused('NIK_SERIAL', 'Empat angka terakhir NIK tidak boleh 0000.');
  return parsed(nik);
}

/** What the NIK is compared with; unknown fields are left out. `on` is today in WIB. */
export interface NikContext {
  readonly birthDate: PlainDate | null;
  readonly sex: Sex | null;
  readonly on: PlainDate;
}

/**
 * Doubts about an accepted NIK: `NIK_PROVINCE_UNKNOWN`, `NIK_DATE_IMPOSSIBLE` (30 February in any century),
 * `NIK_BIRTH_DATE_DIFFERS`, `NIK_SEX_DIFFERS`, `AGE_OVER_120`. The century of YY is ambiguous, so age and birth
 * date always come from the birth date's own field. A temporary NIK is compared with nothing.
 */
export function nikWarnings(nik: Nik, { birthDate, sex, on }: NikContext): Warning[] {
  const warnings: Warning[] = [];
  if (!isTemporaryNik(nik)) {
    if (!isKnownProvince(nik)) warnings.push({ code: 'NIK_PROVINCE_UNKNOWN', message: 'Dua angka pertama NIK bukan kode provinsi.' });
    const digits = digitParts(nik);
    const day = digits.day > 40 ? digits.day - 40 : digits.day;
    if (day > longestMonth(digits.yearOfCentury, digits.month)) {
      warnings.push({ code: 'NIK_DATE_IMPOSSIBLE', message: 'Tanggal di dalam NIK tidak ada dalam kalender.' });
    } else if (birthDate !== null && !agrees(birthDate, day, digits.month, digits.yearOfCentury)) {
      warnings.push({ code: 'NIK_BIRTH_DATE_DIFFERS', message: 'Tanggal lahir berbeda dengan NIK.' });
    }
    if (sex !== null && sex !== (digits.day > 40 ? 2 : 1)) {
      warnings.push({ code: 'NIK_SEX_DIFFERS', message: 'Jenis kelamin berbeda dengan NIK.' });
    }
  }
  if (birthDate !== null && ageOn(birthDate, on) > LIKELY_AGE) {
    warnings.push({ code: 'AGE_OVER_120', message: 'Umur lebih dari 120 tahun.' });
  }
  return warnings;
}

/**
 * The temporary NIK of a village's n-th person without one; see `makeTemporaryNumber`.
 * @throws RangeError for a code that is no village's or a sequence outside 1…99.999.
 */
export function makeTemporaryNik(villageCode: string, sequence: number): Nik {
  return makeTemporaryNumber(villageCode, sequence) as Nik;
}

/** Temporary NIKs print as "dalam proses" and stay out of verification and exports to other agencies. */
export function isTemporaryNik(nik: string): boolean {
  return isTemporaryNumber(nik);
}

/** `350726******0003` for lists of the office, `************0003` for the public. */
export function maskNik(nik: string, reach: 'list' | 'public' = 'list'): string {
  return maskSixteenDigits(nik, reach);
}

function digitParts(nik: Nik): { day: number; month: number; yearOfCentury: number } {
  return { day: Number(nik.slice(6, 8)), month: Number(nik.slice(8, 10)), yearOfCentury: Number(nik.slice(10, 12)) };
}

/** The more generous of the two centuries: 29 February of year 00 existed in 2000, not in 1900. */
function longestMonth(yearOfCentury: number, month: number): number {
  return Math.max(daysInMonth(1900 + yearOfCentury, month), daysInMonth(2000 + yearOfCentury, month));
}

function agrees(birthDate: PlainDate, day: number, month: number, yearOfCentury: number): boolean {
  const birth = dateParts(birthDate);
  return birth.day === day && birth.month === month && birth.year % 100 === yearOfCentury;
}
