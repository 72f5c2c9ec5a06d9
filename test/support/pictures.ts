import { crc32, deflateSync } from 'node:zlib';

const be32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const be16 = (value: number): Buffer => be32(value).subarray(2);

export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([be32(data.length), named, be32(crc32(named))]);
}

export interface PngParts {
  readonly depth?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** Chunks between header and pixels, and behind the pixels. */
  readonly before?: readonly Buffer[];
  readonly after?: readonly Buffer[];
  /** Instead of the compressed pixels. */
  readonly pixels?: Buffer;
}

/** A black PNG, a true one unless a part of it is replaced. */
export function png(width: number, height: number, { depth = 8, colour = 2, interlace = 0, before = [], after = [], pixels }: PngParts = {}): Buffer {
  const samples = [1, 0, 3, 1, 2, 0, 4][colour] ?? 1;
  const black = () => deflateSync(Buffer.alloc(Math.min(height, 4_000) * (Math.ceil((width * samples * depth) / 8) + 1)));
  const header = Buffer.concat([be32(width), be32(height), Buffer.from([depth, colour, 0, 0, interlace])]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header), ...before, pngChunk('IDAT', pixels ?? black()), ...after, pngChunk('IEND')]);
}

export const jpegSegment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker]), be16(data.length + 2), data]);

export interface JpegParts {
  readonly components?: number;
  readonly before?: readonly Buffer[];
  /** Instead of the compressed pixels. */
  readonly scan?: Buffer;
}

/** A grey or coloured baseline JPEG, a true one unless a part of it is replaced: every block says "as before" and "nothing more". */
export function jpeg(width: number, height: number, { components = 3, before = [], scan }: JpegParts = {}): Buffer {
  const each = <T>(make: (component: number) => T): T[] => Array.from({ length: components }, (_, component) => make(component + 1));
  const oneCode = (table: number): Buffer => jpegSegment(0xc4, Buffer.from([table, 1, ...Array<number>(15).fill(0), 0]));
  const bits = Math.ceil(width / 8) * Math.ceil(height / 8) * components * 2;
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    jpegSegment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...before,
    jpegSegment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    jpegSegment(0xc0, Buffer.concat([Buffer.from([8]), be16(height), be16(width), Buffer.from([components, ...each((component) => [component, 0x11, 0]).flat()])])),
    oneCode(0x00),
    oneCode(0x10),
    jpegSegment(0xda, Buffer.from([components, ...each((component) => [component, 0]).flat(), 0, 63, 0])),
    scan ?? Buffer.alloc(Math.ceil(bits / 8)),
    Buffer.from('ffd9', 'hex'),
  ]);
}
