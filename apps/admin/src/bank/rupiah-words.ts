/** `Rp1.234.567`, `-Rp2.500`, and `Rp250,75` where the bank has hundredths. */
export function rupiahWords(amount: number): string {
  return `${amount < 0 ? '-' : ''}Rp${plainAmount(Math.abs(amount))}`;
}

/** Without `Rp`, for a column whose head says it. */
export function plainAmount(amount: number): string {
  return amount.toLocaleString('id-ID', Number.isInteger(amount) ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
