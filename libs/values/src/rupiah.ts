import { type Parsed, parsed, refused } from './parsed.js';

/** Whole rupiah. Never a float: sums of a regency's bills exceed what a float keeps exact after a multiplication. */
export type Rupiah = bigint;

/**
 * Largest amount accepted from outside, 10^15 rupiah. Far above any budget in the regency, and small
 * enough that the same amount stays exact as a JSON number and can be spelled out.
 */
export const LARGEST_RUPIAH: Rupiah = 1_000_000_000_000_000n;

/**
 * Rupiah from a database column (`bigint` arrives as text) or an integer JSON number.
 * @throws RangeError when the value is not a whole number or not exact any more.
 */
export function rupiah(value: bigint | number | string): Rupiah {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('RUPIAH_NOT_WHOLE');
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) throw new RangeError('RUPIAH_NOT_WHOLE');
  return BigInt(value);
}

/**
 * The amount as an integer JSON number.
 * @throws RangeError beyond 2^53, where a number would no longer be exact.
 */
export function rupiahToNumber(amount: Rupiah): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError('RUPIAH_TOO_LARGE');
  return value;
}

/** `1234567` → `1.234.567`: counts and table columns that carry the currency in their heading. */
export function formatThousands(value: bigint | number): string {
  const digits = String(value);
  const sign = digits.startsWith('-') ? '-' : '';
  return sign + digits.slice(sign.length).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** `Rp1.234.567`, negative `-Rp2.500`: no space after Rp, dots between thousands (EYD). */
export function formatRupiah(amount: Rupiah): string {
  return amount < 0n ? `-Rp${formatThousands(-amount)}` : `Rp${formatThousands(amount)}`;
}

/** `Rp1.234.567,00` where a printed form shows two decimals. */
export function formatRupiahWithCents(amount: Rupiah): string {
  return `${formatRupiah(amount)},00`;
}

const GROUPED = /^\d{1,3}(?:\.\d{3})+$/;
const PLAIN = /^\d+$/;

/**
 * Reads what people type and what workbooks contain: `1.234.567`, `Rp 1234567`, `Rp. 12.500`, `12500,00`,
 * `12.500,-`, `-Rp2.500`. The dot groups thousands and the comma starts the decimals, as in Indonesian.
 * Refused: `RUPIAH_EMPTY`, `RUPIAH_FRACTION` (decimals other than ,00), `RUPIAH_NOT_A_NUMBER`
 * (also the English `12,500.00` and misplaced dots such as `12.5`, whose meaning is a guess), `RUPIAH_TOO_LARGE`.
 */
export function parseRupiah(raw: string): Parsed<Rupiah> {
  const text = raw.replace(/\s/g, '').replace(/−/g, '-');
  if (text === '') return refused('RUPIAH_EMPTY', 'Jumlah uang belum diisi.');
  const match = /^(-?)(?:rp\.?)?(-?)([\d.]+)(?:,(\d+|-))?$/i.exec(text);
  const whole = match?.[3] ?? '';
  if (match === null || (match[1] !== '' && match[2] !== '') || !(GROUPED.test(whole) || PLAIN.test(whole))) {
    return refused('RUPIAH_NOT_A_NUMBER', 'Jumlah uang tidak terbaca. Tulis misalnya 1.234.567.');
  }
  const decimals = match[4] ?? '';
  if (decimals !== '-' && !/^0*$/.test(decimals)) {
    return refused('RUPIAH_FRACTION', 'Jumlah uang harus rupiah bulat, tanpa sen.');
  }
  const amount = BigInt(whole.replaceAll('.', ''));
  if (amount > LARGEST_RUPIAH) return refused('RUPIAH_TOO_LARGE', 'Jumlah uang terlalu besar.');
  return parsed(match[1] === '-' || match[2] === '-' ? -amount : amount);
}

const RATE_BASE = 100_000n;

/**
 * `amount × partsPer100000 / 100.000`, rounded half up to one rupiah as SISMIOP's ROUND does: 0,069 % is 69.
 * A negative amount rounds away from zero in the same way, so that a reversal cancels its original exactly.
 * @throws RangeError when the rate is not a whole number of parts or is negative.
 */
export function applyRate(amount: Rupiah, partsPer100000: bigint | number): Rupiah {
  if (typeof partsPer100000 === 'number' && !Number.isSafeInteger(partsPer100000)) throw new RangeError('RATE_NOT_WHOLE');
  const parts = BigInt(partsPer100000);
  if (parts < 0n) throw new RangeError('RATE_NEGATIVE');
  const magnitude = amount < 0n ? -amount : amount;
  const rounded = (magnitude * parts * 2n + RATE_BASE) / (RATE_BASE * 2n);
  return amount < 0n ? -rounded : rounded;
}
