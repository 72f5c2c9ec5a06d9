const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/**
 * Month 1…12 as `I`…`XII`, the token `bulan_romawi` of letter numbers (domain §4.1).
 * @throws RangeError outside 1…12.
 */
export function romanMonth(month: number): string {
  const roman = ROMAN_MONTHS[month - 1];
  if (roman === undefined) throw new RangeError('MONTH_OUT_OF_RANGE');
  return roman;
}
