import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jpeg, jpegSegment, png, pngChunk } from '../../../../test/support/pictures.js';
import { PressLogoTrial } from './press-logo-trial.js';
import { Typesetter } from './typesetter.js';

/** The pixels are decoded by the codes of a table that is not there. */
function withoutTables(): Buffer {
  const bytes = jpeg(64, 48);
  const at = bytes.lastIndexOf(Buffer.from('ffc4', 'hex'));
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))]);
}

const PATIENCE = 30_000;
const typesetter = new Typesetter();
const trial = new PressLogoTrial(typesetter);
beforeAll(() => typesetter.warmUp(), PATIENCE);
afterAll(() => typesetter.close());

describe('the trial of a logo', () => {
  it.each([
    ['a coloured PNG', png(60, 80)],
    ['a PNG with a palette', png(60, 80, { colour: 3, before: [pngChunk('PLTE', Buffer.alloc(768))] })],
    ['the largest PNG', png(2_000, 2_000, { colour: 6, depth: 16 })],
    ['a coloured JPEG', jpeg(64, 48)],
    ['a grey JPEG', jpeg(64, 48, { components: 1 })],
  ])('prints with %s', async (_what, picture) => expect(await trial.print(picture)).toBe('printed'), PATIENCE);

  it.each([
    ['a PNG of too few pixels', png(60, 80, { pixels: deflateSync(Buffer.alloc(99)) })],
    ['a JPEG with more codes than bits', jpeg(64, 48, { before: [jpegSegment(0xc4, Buffer.alloc(17 + 255, 255))] })],
    ['a JPEG with half a table', jpeg(64, 48, { before: [jpegSegment(0xdb, Buffer.alloc(20))] })],
    ['a JPEG whose pixels need a table it lacks', withoutTables()],
  ])('finds what only a decoder sees: %s', async (_what, picture) => expect(await trial.print(picture)).toBe('broken'), PATIENCE);

  it('says nothing about the picture when the press cannot be asked', async () => {
    const closed = new Typesetter();
    await closed.close();
    expect(await new PressLogoTrial(closed).print(png(60, 80))).toBe('busy');
  });
});
