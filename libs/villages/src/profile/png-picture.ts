import { promisify } from 'node:util';
import { crc32, inflate } from 'node:zlib';
import { PICTURE_SIGNATURE, type Picture, type PictureSize } from './picture.js';

/** All that a decoder needs; profiles, comments and previews are left out, since they unfold to what their author likes. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Samples per pixel and allowed bits per sample, by colour type (PNG specification, table 11.1). */
const COLOUR_TYPES: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** First column and row, and steps, of the seven passes of an interlaced picture; one pass for any other. */
const ADAM7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;
const ONE_PASS = [[0, 0, 1, 1]] as const;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** With length, type and check sum. */
  readonly whole: Buffer;
}

interface Header extends PictureSize {
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

const unfold = promisify<Buffer, { maxOutputLength: number; info: true }, { buffer: Buffer; engine: { bytesWritten: number } }>(
  inflate as unknown as (data: Buffer, options: object, done: (error: Error | null, result: { buffer: Buffer; engine: { bytesWritten: number } }) => void) => void,
);

/**
 * The picture with the needful chunks only. Its pixels are unfolded and are exactly as many as the header says.
 * @param fits asked before anything is unfolded; throws when the sides are too long
 * @returns null when the file is broken
 */
export async function readPng(bytes: Buffer, fits: (size: PictureSize) => void): Promise<Picture | null> {
  const chunks = chunksOf(bytes);
  const header = chunks && headerOf(chunks);
  if (!chunks || !header || !inOrder(chunks, header)) return null;
  fits(header);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  if (!(await holdsPixels(packed, header))) return null;
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole);
  return { type: 'image/png', width: header.width, height: header.height, bytes: Buffer.concat([PICTURE_SIGNATURE.png, ...kept]) };
}

/** Null unless the chunks follow each other to the last byte, each with the right check sum. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = PICTURE_SIGNATURE.png.length;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end), whole: bytes.subarray(at, end + 4) });
    at = end + 4;
  }
  return at === bytes.length ? chunks : null;
}

function headerOf(chunks: readonly Chunk[]): Header | null {
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13) return null;
  const [depth = 0, colour = 0, compression, filter, interlace] = first.data.subarray(8);
  if (!COLOUR_TYPES[colour]?.depths.includes(depth) || compression !== 0 || filter !== 0 || (interlace !== 0 && interlace !== 1)) return null;
  return { width: first.data.readUInt32BE(0), height: first.data.readUInt32BE(4), depth, colour, interlaced: interlace === 1 };
}

/** One IHDR first, one empty IEND last, the IDATs together, a palette where it belongs, nothing critical that is unknown. */
function inOrder(chunks: readonly Chunk[], { colour, depth }: Header): boolean {
  const types = chunks.map(({ type }) => type);
  if (types.some((type) => !KEPT.has(type) && /^[A-Z]/.test(type))) return false;
  if (!/^IHDR (PLTE )?(tRNS )?(IDAT )+IEND$/.test(types.filter((type) => KEPT.has(type)).join(' ')) || types.at(-1) !== 'IEND') return false;
  if (types.slice(types.indexOf('IDAT'), types.lastIndexOf('IDAT')).some((type) => type !== 'IDAT')) return false;
  const [palette, transparency] = [chunks.find(({ type }) => type === 'PLTE')?.data, chunks.find(({ type }) => type === 'tRNS')?.data];
  if (chunks.at(-1)?.data.length !== 0) return false;
  if (palette ? colour === 0 || colour === 4 || !fitsPalette(palette, colour === 3 ? depth : 8) : colour === 3) return false;
  if (!transparency) return true;
  if (colour === 3) return transparency.length > 0 && transparency.length <= (palette?.length ?? 0) / 3;
  return transparency.length === (colour === 0 ? 2 : colour === 2 ? 6 : -1);
}

const fitsPalette = (palette: Buffer, depth: number): boolean => palette.length > 0 && palette.length % 3 === 0 && palette.length / 3 <= 2 ** depth;

/** Nothing more is unfolded than the header announces, so a bomb costs no more than a picture of its size. */
async function holdsPixels(packed: Buffer, header: Header): Promise<boolean> {
  const passes = passesOf(header);
  const expected = passes.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0);
  const { buffer, engine } = await unfold(packed, { maxOutputLength: expected, info: true }).catch(() => ({ buffer: null, engine: null }));
  if (buffer?.length !== expected || engine?.bytesWritten !== packed.length) return false;
  let at = 0;
  for (const { rows, rowBytes } of passes) {
    // Before each row stands its filter, of which there are five.
    for (let row = 0; row < rows; row += 1, at += rowBytes + 1) if ((buffer[at] ?? 5) > 4) return false;
  }
  return true;
}

function passesOf({ width, height, depth, colour, interlaced }: Header): { rows: number; rowBytes: number }[] {
  const bits = depth * (COLOUR_TYPES[colour]?.samples ?? 0);
  return (interlaced ? ADAM7 : ONE_PASS)
    .map(([left, top, across, down]) => ({ columns: Math.ceil((width - left) / across), rows: Math.ceil((height - top) / down) }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map(({ columns, rows }) => ({ rows, rowBytes: Math.ceil((columns * bits) / 8) }));
}
