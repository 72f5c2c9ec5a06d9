/** Who signs and in whose name. `head` and `position` as printed: "KEPALA DESA PUJON KIDUL", "Sekretaris Desa". */
export interface SignerHeading {
  place: string;
  /** "24 November 2026" */
  date: string;
  head: string;
  /** The signer acts in an office that is vacant (Plt.) or whose holder is away (Plh.). */
  acting: 'Plt.' | 'Plh.' | null;
  /** Signs on behalf of the head (a.n.), in this position of his own. */
  onBehalf?: { position: string; /** Signs for that one in turn (u.b.). */ under?: string } | null;
}

/**
 * The lines over a signature: place and date, then the office, a comma behind the last.
 *
 * `a.n. KEPALA DESA` / `Sekretaris Desa` / `u.b.` / `Kepala Seksi Pelayanan,`. Plt. and Plh. stand before the office that is
 * really exercised, so before the secretary's when the secretary signs on behalf.
 */
export function signerHeading({ place, date, head, acting, onBehalf }: SignerHeading): string[] {
  const prefix = acting === null ? '' : `${acting} `;
  const office = onBehalf
    ? onBehalf.under === undefined
      ? [`a.n. ${head}`, `${prefix}${onBehalf.position}`]
      : [`a.n. ${head}`, onBehalf.position, 'u.b.', `${prefix}${onBehalf.under}`]
    : [`${prefix}${head}`];
  return [`${place}, ${date}`, ...office.slice(0, -1), `${office.at(-1)},`];
}
