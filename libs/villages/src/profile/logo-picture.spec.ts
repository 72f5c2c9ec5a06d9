import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { checkLogo, LARGEST_LOGO, pictureType } from './logo-picture.js';

/** The shape of a PNG; what is drawn is not read here. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', Buffer.alloc(20)), end]);
}

function jpeg(width: number, height: number, components = 3): Buffer {
  const frame = Buffer.alloc(10 + components * 3);
  frame.writeUInt16BE(0xffc0, 0);
  frame.writeUInt16BE(8 + components * 3, 2);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame[9] = components;
  return Buffer.concat([Buffer.from('ffd8ffe000040000', 'hex'), frame, Buffer.from('ffda000801010000000011223344ffd9', 'hex')]);
}

const refusal = (bytes: Buffer): string => {
  try {
    checkLogo(bytes);
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a logo', () => {
  it('is a PNG or JPEG by its bytes, with its size', () => {
    expect(checkLogo(png(300, 400))).toEqual({ type: 'image/png', width: 300, height: 400 });
    expect(checkLogo(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a..................')],
    ['a PDF', Buffer.from('%PDF-1.7 ..............')],
    ['nothing', Buffer.alloc(0)],
  ])('is never %s', (_what, bytes) => {
    expect(pictureType(bytes)).toBeNull();
    expect(refusal(bytes)).toBe('LOGO_NOT_A_PICTURE');
  });

  it('cut off anywhere is refused, since it would stop every letter', () => {
    for (const whole of [png(300, 400), jpeg(640, 480)]) {
      for (let length = 9; length < whole.length; length += 1) expect([length, refusal(whole.subarray(0, length))]).toEqual([length, 'LOGO_BROKEN']);
    }
  });

  it('with one flipped bit is refused', () => {
    const bytes = png(300, 400);
    bytes.writeUInt8(1, 45);
    expect(refusal(bytes)).toBe('LOGO_BROKEN');
  });

  it('that lies about the length of its parts is refused without reading on for ever', () => {
    const bytes = png(300, 400);
    bytes.writeUInt32BE(0xffffffff, 33);
    expect(refusal(bytes)).toBe('LOGO_BROKEN');
    const photo = jpeg(640, 480);
    photo.writeUInt16BE(0, 4);
    expect(refusal(photo)).toBe('LOGO_BROKEN');
  });

  it('is at most 4,000 pixels a side and 512 KB', () => {
    expect(refusal(png(4_001, 10))).toBe('LOGO_TOO_WIDE');
    expect(refusal(png(0, 10))).toBe('LOGO_BROKEN');
    expect(refusal(Buffer.concat([png(10, 10), Buffer.alloc(LARGEST_LOGO)]))).toBe('LOGO_TOO_LARGE');
  });

  it('in the colours of a printing press is refused', () => expect(refusal(jpeg(640, 480, 4))).toBe('LOGO_COLOURS'));
});
