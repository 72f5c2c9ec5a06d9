import { formatRupiah } from '#values';

/** An amount as a bank writes it, in hundredths of a rupiah, and the letter that says on which side it stands. */
export interface WrittenAmount {
  readonly sen: bigint;
  readonly side: 'in' | 'out' | null;
}

const LARGEST = 10n ** 17n;

/**
 * `1.250.000,00`, `1,250,000.00`, `Rp 250.000`, `250000`, `(250.000)`, `250.000,00 DB`, `-25.50`. A separator followed by one
 * or two digits at the end is the decimal one; all others part thousands and must stand where thousands stand.
 * @returns null for what is no amount; `side` from a minus, brackets or a letter (D, DB, DR · K, C, CR, KR)
 */
export function parseSen(raw: string): WrittenAmount | null {
  const text = raw.replace(/[\s\u00a0]/g, '').toUpperCase().replace(/^(RP|IDR)\.?/, '');
  const found = /^(\(|-|\+)?(?:RP\.?|IDR)?([\d.,]*\d[\d.,]*)\)?(-)?(DB|DR|D|CR|KR|C|K)?$/.exec(text);
  if (!found) return null;
  const [, before, digits = '', after, letter] = found;
  const parts = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) as RegExpExecArray;
  // Some banks leave out the zero before the hundredths.
  const whole = parts[1] || (parts[2]?.length === 2 ? '0' : '');
  if (!/^\d+$/.test(whole) && !/^\d{1,3}(?:\.\d{3})+$/.test(whole) && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return null;
  const sen = BigInt(whole.replace(/[.,]/g, '')) * 100n + BigInt((parts[2] ?? '').padEnd(2, '0'));
  if (sen > LARGEST) return null;
  const out = before === '(' || before === '-' || after === '-' || letter?.startsWith('D');
  return { sen, side: out ? 'out' : letter ? 'in' : null };
}

/** A number of a spreadsheet's cell; null where it holds more than hundredths. */
export function senOfNumber(value: number): bigint | null {
  const sen = Math.round(value * 100);
  return Number.isSafeInteger(sen) && Math.abs(sen - value * 100) < 0.01 ? BigInt(sen) : null;
}

/** `Rp1.250`, and `Rp1.250,05` where there are hundredths. */
export function formatSen(sen: bigint): string {
  const size = sen < 0n ? -sen : sen;
  const cents = size % 100n === 0n ? '' : `,${String(size % 100n).padStart(2, '0')}`;
  return `${sen < 0n ? '-' : ''}${formatRupiah(size / 100n)}${cents}`;
}
