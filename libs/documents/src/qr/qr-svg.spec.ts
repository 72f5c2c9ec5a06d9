import { describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { qrSymbol } from './qr-svg.js';

const address = 'HTTPS://DESA.MALANGKAB.GO.ID/V/AEAACP5QJ7K2M4X6T3W5Y7B2D4F6H2J4L6N2P4R6T2V4';

/** Draws the rectangles of the path, `scale` pixels a module, and reads the picture as a telephone would. */
function read(svg: string, scale = 3): string | undefined {
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v/g)) {
    for (let row = 0; row < scale; row++) {
      const start = ((Number(y) * scale + row) * side + Number(x) * scale) * 4;
      for (let i = start; i < start + Number(width) * scale * 4; i += 4) pixels.fill(0, i, i + 3);
    }
  }
  return jsqr.default(pixels, side, side)?.data;
}

describe('the QR of a document', () => {
  it('packs a capital address into 33 modules, where lower case needs 37', () => {
    expect(qrSymbol(address)).toMatchObject({ modules: 33, mode: 'alphanumeric' });
    expect(qrSymbol(address.toLowerCase())).toMatchObject({ modules: 37, mode: 'byte' });
  });

  it.each([address, address.toLowerCase(), 'http://localhost:3001/v/AB?x=é'])('is read back as %s', (text) => {
    expect(read(qrSymbol(text).svg)).toBe(text);
  });

  it('is one black path with the quiet zone inside the picture', () => {
    const { svg } = qrSymbol(address);
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(svg).toContain('viewBox="0 0 41 41"');
    expect(svg).toMatch(/d="M4 4h7v1\.02h-7z/);
  });
});
