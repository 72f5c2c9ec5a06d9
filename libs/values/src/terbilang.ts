const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const SCALES = ['', ' ribu', ' juta', ' miliar', ' triliun'];
const QUADRILLION = 1_000_000_000_000_000n;

/**
 * A whole number in Indonesian words, 0…10^15: `terbilang(1_001_000n)` = `satu juta seribu` (EYD; domain §9).
 * @throws RangeError outside that range or for a fraction.
 */
export function terbilang(value: bigint | number): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('TERBILANG_NOT_WHOLE');
  const whole = BigInt(value);
  if (whole < 0n || whole > QUADRILLION) throw new RangeError('TERBILANG_OUT_OF_RANGE');
  if (whole === 0n) return 'nol';
  if (whole === QUADRILLION) return 'satu kuadriliun';
  const parts: string[] = [];
  let rest = whole;
  for (const scale of SCALES) {
    const group = Number(rest % 1_000n);
    // "seribu" only for exactly one thousand; "satu juta" upwards is never contracted.
    if (group === 1 && scale === ' ribu') parts.unshift('seribu');
    else if (group > 0) parts.unshift(belowThousand(group) + scale);
    rest /= 1_000n;
  }
  return parts.join(' ');
}

/** `lima puluh ribu rupiah`: the line below an amount on a letter or receipt. */
export function terbilangRupiah(amount: bigint): string {
  return `${terbilang(amount)} rupiah`;
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words: string[] = [];
  if (hundreds === 1) words.push('seratus');
  else if (hundreds > 1) words.push(`${digit(hundreds)} ratus`);
  if (rest > 0) words.push(belowHundred(rest));
  return words.join(' ');
}

function belowHundred(value: number): string {
  if (value < 10) return digit(value);
  if (value === 10) return 'sepuluh';
  if (value === 11) return 'sebelas';
  if (value < 20) return `${digit(value - 10)} belas`;
  const ones = value % 10;
  const tens = `${digit(Math.floor(value / 10))} puluh`;
  return ones === 0 ? tens : `${tens} ${digit(ones)}`;
}

function digit(value: number): string {
  return DIGITS[value] as string;
}
