import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { jpeg, jpegSegment, png, pngChunk, type PngParts } from '../../../../test/support/pictures.js';
import { LARGEST_LOGO, pictureType, readLogo } from './logo-picture.js';

const refusal = (bytes: Buffer): Promise<string> => readLogo(bytes).then(() => 'accepted', (error: unknown) => (error as { code: string }).code);

const palette = (colours: number): Buffer => pngChunk('PLTE', Buffer.alloc(colours * 3));

describe('a logo', () => {
  it('is a PNG or JPEG by its bytes, with its size', async () => {
    expect(await readLogo(png(300, 400))).toEqual({ type: 'image/png', width: 300, height: 400, bytes: png(300, 400) });
    expect(await readLogo(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480, bytes: jpeg(640, 480) });
    expect(await readLogo(jpeg(64, 48, { components: 1 }))).toMatchObject({ width: 64 });
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a..................')],
    ['a PDF', Buffer.from('%PDF-1.7 ..............')],
    ['nothing', Buffer.alloc(0)],
  ])('is never %s', async (_what, bytes) => {
    expect(pictureType(bytes)).toBeNull();
    expect(await refusal(bytes)).toBe('LOGO_NOT_A_PICTURE');
  });

  it('cut off anywhere is refused, since it would stop every letter', async () => {
    for (const whole of [png(30, 40), jpeg(64, 48)]) {
      for (let length = 9; length < whole.length; length += 1) expect([length, await refusal(whole.subarray(0, length))]).toEqual([length, 'LOGO_BROKEN']);
    }
  });

  it('with one flipped bit is refused', async () => {
    const bytes = png(300, 400);
    bytes.writeUInt8(bytes.readUInt8(45) ^ 1, 45);
    expect(await refusal(bytes)).toBe('LOGO_BROKEN');
  });

  it('that lies about the length of its parts is refused without reading on for ever', async () => {
    const bytes = png(300, 400);
    bytes.writeUInt32BE(0xffffffff, 33);
    expect(await refusal(bytes)).toBe('LOGO_BROKEN');
    const photo = jpeg(640, 480);
    photo.writeUInt16BE(0, 4);
    expect(await refusal(photo)).toBe('LOGO_BROKEN');
  });

  it('is at most 2,000 pixels a side and 512 KB', async () => {
    expect(await refusal(png(2_000, 2_000))).toBe('accepted');
    expect(await refusal(png(2_001, 10))).toBe('LOGO_TOO_WIDE');
    expect(await refusal(jpeg(10, 2_001))).toBe('LOGO_TOO_WIDE');
    expect(await refusal(png(0, 10))).toBe('LOGO_BROKEN');
    expect(await refusal(Buffer.concat([png(10, 10), Buffer.alloc(LARGEST_LOGO)]))).toBe('LOGO_TOO_LARGE');
  });

  it('in the colours of a printing press is refused', async () => expect(await refusal(jpeg(640, 480, { components: 4 }))).toBe('LOGO_COLOURS'));
});

describe('a PNG', () => {
  it('is kept without profiles, comments and whatever else would unfold, a bomb among them', async () => {
    const bomb = pngChunk('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), deflateSync(Buffer.alloc(16 * 1024 * 1024))]));
    const { bytes } = await readLogo(png(10, 10, { before: [bomb, pngChunk('pHYs', Buffer.alloc(9)), pngChunk('tEXt', Buffer.from('a\0b'))], after: [pngChunk('tIME', Buffer.alloc(7))] }));
    expect(bytes).toEqual(png(10, 10));
  });

  it('unfolds to no more than its size', async () => {
    expect(await refusal(png(10, 10, { pixels: deflateSync(Buffer.alloc(16 * 1024 * 1024)) }))).toBe('LOGO_BROKEN');
  });

  it.each<[string, PngParts]>([
    ['garbage for pixels', { pixels: Buffer.from('garbage garbage garbage') }],
    ['too few pixels', { pixels: deflateSync(Buffer.alloc(309)) }],
    ['pixels cut off', { pixels: png(10, 10).subarray(-30, -20) }],
    ['something behind the pixels', { pixels: Buffer.concat([deflateSync(Buffer.alloc(310)), Buffer.from('x')]) }],
    ['a row in a filter that does not exist', { pixels: deflateSync(Buffer.alloc(310, 9)) }],
    ['colour type 9', { colour: 9 }],
    ['a depth that its colours do not have', { colour: 2, depth: 4 }],
    ['colours of a palette it lacks', { colour: 3 }],
    ['a palette of broken colours', { colour: 3, before: [pngChunk('PLTE', Buffer.alloc(4))] }],
    ['a palette longer than its depth', { colour: 3, depth: 1, before: [palette(3)] }],
    ['a palette in greys', { colour: 0, before: [palette(2)] }],
    ['more transparent colours than colours', { colour: 3, before: [palette(2), pngChunk('tRNS', Buffer.alloc(3))] }],
    ['transparency twice', { colour: 6, before: [pngChunk('tRNS', Buffer.alloc(6))] }],
    ['a needful part nobody knows', { before: [pngChunk('ABCD')] }],
    ['two headers', { before: [png(10, 10).subarray(8, 33)] }],
    ['pixels in two places', { after: [pngChunk('tIME', Buffer.alloc(7)), pngChunk('IDAT', Buffer.alloc(3))] }],
    ['something in its end', { after: [pngChunk('IEND', Buffer.alloc(1))] }],
  ])('with %s is refused', async (_what, parts) => expect(await refusal(png(10, 10, parts))).toBe('LOGO_BROKEN'));

  it.each<[string, PngParts]>([
    ['greys', { colour: 0, depth: 1 }],
    ['16-bit colours with transparency', { colour: 6, depth: 16 }],
    ['a palette', { colour: 3, depth: 4, before: [palette(16), pngChunk('tRNS', Buffer.alloc(16))] }],
    ['one transparent colour', { colour: 2, before: [pngChunk('tRNS', Buffer.alloc(6))] }],
  ])('in %s is taken', async (_what, parts) => expect(await refusal(png(10, 10, parts))).toBe('accepted'));

  it('may be interlaced, with all seven passes', async () => {
    // 10 × 10 RGB: passes of 2×2, 1×2, 3×1, 2×3, 5×2, 5×5 and 10×5 pixels.
    const passes = [[2, 2], [1, 2], [3, 1], [2, 3], [5, 2], [5, 5], [10, 5]] as const;
    const pixels = (missing: number): Buffer => deflateSync(Buffer.alloc(passes.reduce((sum, [columns, rows]) => sum + rows * (columns * 3 + 1), -missing)));
    expect(await refusal(png(10, 10, { interlace: 1, pixels: pixels(0) }))).toBe('accepted');
    expect(await refusal(png(10, 10, { interlace: 1, pixels: pixels(1) }))).toBe('LOGO_BROKEN');
    expect(await refusal(png(10, 10, { interlace: 2 }))).toBe('LOGO_BROKEN');
  });
});

describe('a JPEG', () => {
  it('is kept without profiles, places, comments and what stands behind its end', async () => {
    const extra = [jpegSegment(0xe1, Buffer.from('Exif\0\0')), jpegSegment(0xe2, Buffer.alloc(9_000)), jpegSegment(0xfe, Buffer.from('a comment'))];
    const { bytes } = await readLogo(Buffer.concat([jpeg(64, 48, { before: extra }), Buffer.from('a second picture')]));
    expect(bytes).toEqual(jpeg(64, 48));
  });

  it('needs a frame that exists, its tables and something in its scan', async () => {
    const without = (marker: number): Buffer => {
      const bytes = jpeg(64, 48);
      const at = bytes.indexOf(Buffer.from([0xff, marker]));
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))]);
    };
    for (const marker of [0xdb, 0xc0, 0xda]) expect([marker, await refusal(without(marker))]).toEqual([marker, 'LOGO_BROKEN']);
    expect(await refusal(jpeg(64, 48, { scan: Buffer.alloc(0) }))).toBe('LOGO_BROKEN');
    expect(await refusal(jpeg(64, 48, { components: 2 }))).toBe('LOGO_BROKEN');
    const arithmetic = jpeg(64, 48);
    arithmetic.writeUInt8(0xc9, arithmetic.indexOf(Buffer.from('ffc0', 'hex')) + 1);
    expect(await refusal(arithmetic)).toBe('LOGO_BROKEN');
  });

  it('of more scans than any program writes is refused: each of them goes over the whole picture', async () => {
    const bytes = jpeg(64, 48);
    const scan = bytes.subarray(bytes.indexOf(Buffer.from('ffda', 'hex')), -2);
    const ofScans = (count: number): Buffer => Buffer.concat([bytes.subarray(0, -2), ...Array<Buffer>(count - 1).fill(scan), bytes.subarray(-2)]);
    expect(await refusal(ofScans(32))).toBe('accepted');
    expect(await refusal(ofScans(33))).toBe('LOGO_BROKEN');
  });
});
