const months = 'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember';

/**
 * Groups that a reader takes in at one glance and that must not be torn apart at the end of a line: dates, RT/RW,
 * "Nomor 12", "pukul 10.12 WIB", "Kota X", "ayat 1", a title before a name.
 */
const groups = new RegExp(
  [
    `\\b\\d{1,2} (?:${months}) \\d{4}\\b`,
    `\\b(?:${months}) \\d{4}\\b`,
    '\\bRT \\d+(?: RW \\d+)?\\b',
    '\\bRW \\d+\\b',
    '\\bPasal \\d+(?: ayat \\d+)?',
    '\\b(?:Nomor|N[Oo]\\.|Gang|Gg\\.|Blok|ayat|UU|NIP|pukul) [\\dIVX][\\w./]*(?: WIB)?',
    '\\b(?:Kota|J[Ll]\\.|Jalan|Dusun|Desa|Kelurahan|Dr\\.|dr\\.|Ir\\.|H\\.|Hj\\.) (?=\\p{L})',
    '\\b(?:a\\.n\\.|u\\.b\\.|Plt\\.|Plh\\.) (?=\\p{L})',
  ].join('|'),
  'gu',
);

/**
 * The same text with U+00A0 inside such groups. It stretches in justified lines like a space and copies as one in every
 * viewer; U+2060 or U+200B would come out in copied text.
 */
export function keepTogether(text: string): string {
  return text.replace(groups, (group) => group.replaceAll(' ', '\u00a0'));
}
