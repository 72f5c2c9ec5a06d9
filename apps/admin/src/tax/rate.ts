/** `1 %`, `0,5 %` of parts per 100.000. */
export function showRate(partsPer100000: number): string {
  return `${String(partsPer100000 / 1_000).replace('.', ',')} %`;
}

/** `0,5` or `0.5 %` as parts per 100.000; null for what is no percentage of at most three decimals. */
export function readRate(typed: string | undefined): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%?$/.exec((typed ?? '').trim());
  return match ? Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0')) : null;
}

/** `2024 dan seterusnya`, `sampai 2023`, `2019–2023`. */
export function yearsWords(from: number, to: number | null): string {
  if (to === null) return `${from} dan seterusnya`;
  if (from === to) return String(from);
  return from === FIRST_TAX_YEAR ? `sampai ${to}` : `${from}–${to}`;
}

/** Before it there was no PBB. */
export const FIRST_TAX_YEAR = 1985;
