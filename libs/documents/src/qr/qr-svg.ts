import qrcode from 'qrcode';

/** Modules of white around the symbol that a reader needs (ISO/IEC 18004); they are part of the picture. */
const quietZone = 4;

/** Rows overlap by this much, else viewers draw hairlines between them. In modules. */
const overlap = 0.02;

const alphanumeric = /^[0-9A-Z $%*+./:-]+$/;

export interface QrSymbol {
  svg: string;
  /** Modules on a side without the quiet zone: 33 for version 4. */
  modules: number;
  mode: 'alphanumeric' | 'byte';
}

/**
 * A QR code, error correction level M, as an SVG of one filled path, quiet zone included. Text of digits, capitals and
 * `$%*+-./: ` takes the alphanumeric mode: `HTTPS://HOST/V/<BASE32>` fits a version smaller than its lower-case twin.
 *
 * @throws Error when the text is too long for any version (about 3,390 capitals).
 */
export function qrSymbol(text: string): QrSymbol {
  const mode = alphanumeric.test(text) ? 'alphanumeric' : 'byte';
  const segment = mode === 'byte' ? { data: Buffer.from(text), mode } as const : { data: text, mode } as const;
  const { modules } = qrcode.create([segment], { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  const rows = Array.from({ length: modules.size }, (_, row) => rowPath(row, modules.size, (column) => modules.get(row, column) === 1));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path d="${rows.join('')}" fill="#000"/></svg>`;
  return { svg, modules: modules.size, mode };
}

export function qrSvg(text: string): string {
  return qrSymbol(text).svg;
}

/** The dark stretches of one row, each a rectangle. */
function rowPath(row: number, size: number, dark: (column: number) => boolean): string {
  let path = '';
  for (let column = 0; column < size; column++) {
    if (!dark(column)) continue;
    const start = column;
    while (column + 1 < size && dark(column + 1)) column++;
    const width = column - start + 1;
    path += `M${start + quietZone} ${row + quietZone}h${width}v${1 + overlap}h-${width}z`;
  }
  return path;
}
