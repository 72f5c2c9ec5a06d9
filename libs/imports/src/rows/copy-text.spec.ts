import { describe, expect, it } from '@jest/globals';
import { CopyText } from './copy-text.js';

function written(...values: (string | number | boolean | null)[]): string {
  const text = new CopyText();
  for (const value of values) text.value(value);
  text.endRow();
  return text.take().toString();
}

describe('rows as COPY reads them', () => {
  it.each<[string | number | boolean | null, string]>([
    [null, '\\N'],
    ['', ''],
    ['\\N', '\\\\N'],
    [12, '12'],
    [-8.13, '-8.13'],
    [true, 'true'],
    ['a\tb\nc\rd\\e', 'a\\tb\\nc\\rd\\\\e'],
    ['\u0001\u001f', '\u0001\u001f'],
    ['RENÉ\tÜ\\', 'RENÉ\\tÜ\\\\'],
    ['ꦏ😀', 'ꦏ😀'],
    ['a\\é\\b', 'a\\\\é\\\\b'],
  ])('%j is written %j', (value, expected) => expect(written(value)).toBe(`${expected}\n`));

  it('stand one below the other, with tabs between their values', () => expect(written('a', null, 3)).toBe('a\t\\N\t3\n'));

  it('lose nothing where the buffer grows', () => {
    const long = 'é'.repeat(700_000);
    expect(written('x', long, long)).toBe(`x\t${long}\t${long}\n`);
  });

  it('stay as they are while the next ones are written', () => {
    const text = new CopyText();
    text.value('first');
    const first = text.take();
    text.value('other');
    expect(first.toString()).toBe('first\t');
    expect(text.take().toString()).toBe('other\t');
    expect(text.take()).toHaveLength(0);
  });
});
