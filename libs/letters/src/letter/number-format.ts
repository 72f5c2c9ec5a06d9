import { romanMonth, type PlainDate, dateParts } from '#values';

/** What a number format may name; see `formatLetterNumber`. */
export interface NumberParts {
  readonly classification: string;
  readonly number: number;
  readonly padding: number;
  readonly villageCode: string;
  readonly typeCode: string;
  readonly approvedOn: PlainDate;
}

const tokens: Record<string, (parts: NumberParts) => string> = {
  klasifikasi: (p) => p.classification,
  nomor: (p) => String(p.number).padStart(p.padding, '0'),
  kodeDesa: (p) => p.villageCode,
  kodeKecamatan: (p) => p.villageCode.split('.').slice(0, 3).join('.'),
  jenis: (p) => p.typeCode,
  bulanRomawi: (p) => romanMonth(dateParts(p.approvedOn).month),
  bulan: (p) => String(dateParts(p.approvedOn).month).padStart(2, '0'),
  tahun: (p) => String(dateParts(p.approvedOn).year),
};

/**
 * Fills a number format such as `{klasifikasi}/{nomor}/{kodeDesa}/{tahun}` (the practice in Kabupaten
 * Malang). The year and month are those of the approval in WIB.
 * @throws RangeError when the format names something unknown or leaves out {nomor}
 */
export function formatLetterNumber(format: string, parts: NumberParts): string {
  if (!format.includes('{nomor}')) throw new RangeError('a number format needs {nomor}');
  return fill(format, parts);
}

/** The two halves around the number, for a draft that has none yet. */
export function draftNumber(format: string, parts: Omit<NumberParts, 'number'>): { before: string; after: string } {
  const [before = '', after = ''] = format.split('{nomor}').map((half) => fill(half, { ...parts, number: 0 }));
  return { before, after };
}

const fill = (format: string, parts: NumberParts): string =>
  format.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const token = tokens[name];
    if (!token) throw new RangeError(`a number format knows no {${name}}`);
    return token(parts);
  });
