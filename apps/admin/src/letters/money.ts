/** An amount in whole rupiah as typed; nothing typed is no amount, not zero. */
export function readMoney(text: string | undefined): number | '' {
  const digits = (text ?? '').replace(/\D/g, '');
  return digits === '' ? '' : Number(digits);
}

/** `1.500.000`; nothing for nothing. */
export function showMoney(value: number | string | null | undefined): string {
  return value === undefined || value === null || value === '' ? '' : Number(value).toLocaleString('id-ID');
}
