import { logoRefused } from '../villages.errors.js';
import type { Picture, PictureSize } from './picture.js';

const [FRAME_BASELINE, FRAME_PROGRESSIVE, HUFFMAN, SCAN, QUANTIZATION, RESTART, END] = [0xc0, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xd9];

/** JFIF says how dense, Adobe in which colours the pixels are; other applications' segments (profiles, previews, places) are left out. */
const KEPT: ReadonlySet<number> = new Set([HUFFMAN, SCAN, QUANTIZATION, RESTART, 0xe0, 0xee]);

/** Every scan of a progressive picture goes over all of it; programs write ten. */
const MOST_SCANS = 32;

interface Segment {
  readonly marker: number;
  /** Behind the length. */
  readonly data: Buffer;
  /** From the marker to the next one; of a scan with its compressed data. */
  readonly whole: Buffer;
  /** Bytes of compressed data behind a scan's header. */
  readonly scanned: number;
}

/**
 * The picture with the needful segments only, up to its end mark. Whether the compressed data is a picture
 * only a decoder can tell: see `LogoTrial`.
 * @param fits throws when the sides are too long
 * @returns null when the file is broken
 * @throws DomainError LOGO_COLOURS: CMYK, which archive PDF cannot hold
 */
export function readJpeg(bytes: Buffer, fits: (size: PictureSize) => void): Picture | null {
  const segments = segmentsOf(bytes);
  if (!segments) return null;
  const frames = segments.filter(({ marker }) => isFrame(marker));
  const scans = segments.filter(({ marker }) => marker === SCAN);
  const [frame] = frames;
  if (!frame || frames.length > 1 || scans.length === 0 || scans.length > MOST_SCANS) return null;
  if (frame.marker > FRAME_PROGRESSIVE || segments.indexOf(frame) > segments.findIndex(({ marker }) => marker === SCAN)) return null;
  const { data } = frame;
  const components = data[5] ?? 0;
  if (components === 4) throw logoRefused('LOGO_COLOURS', 'Warna gambar ini untuk percetakan (CMYK). Simpan ulang sebagai PNG.');
  if (data[0] !== 8 || (components !== 1 && components !== 3) || data.length !== 6 + 3 * components) return null;
  for (const needed of [HUFFMAN, QUANTIZATION]) if (!segments.some(({ marker }) => marker === needed)) return null;
  if (!scans.every((scan) => scan.scanned > 0 && fitsFrame(scan, components))) return null;
  const size = { width: data.readUInt16BE(3), height: data.readUInt16BE(1) };
  fits(size);
  const kept = segments.filter(({ marker }) => KEPT.has(marker) || isFrame(marker)).map(({ whole }) => whole);
  return { type: 'image/jpeg', ...size, bytes: Buffer.concat([bytes.subarray(0, 2), ...kept, Buffer.from([0xff, END])]) };
}

const isFrame = (marker: number): boolean => marker >= FRAME_BASELINE && marker <= 0xcf && marker !== HUFFMAN && marker !== 0xc8 && marker !== 0xcc;

function fitsFrame({ data }: Segment, components: number): boolean {
  const chosen = data[0] ?? 0;
  return chosen >= 1 && chosen <= components && data.length === 4 + 2 * chosen;
}

/** Null unless the segments follow each other from the first mark to the end mark; what stands behind that is left out. */
function segmentsOf(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length + 2 && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return segments;
    if (at + 4 > bytes.length) return null;
    const header = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker < FRAME_BASELINE || (marker >= 0xd0 && marker <= 0xd8) || header < at + 4 || header > bytes.length) return null;
    const end = marker === SCAN ? endOfScan(bytes, header) : header;
    segments.push({ marker, data: bytes.subarray(at + 4, header), whole: bytes.subarray(at, end), scanned: end - header });
    at = end;
  }
  return null;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}
