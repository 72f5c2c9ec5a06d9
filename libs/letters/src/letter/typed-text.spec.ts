import { describe, expect, it } from '@jest/globals';
import { parseTyped } from './typed-text.js';

describe('a typed line', () => {
  it.each(['\u202E', '\u2066', '\u0000', '\u001B', '\u{E0041}'])('is refused with the hidden character %j, named by its code', (character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    expect(parseTyped(`Warung${character}Susu`)).toMatchObject({ ok: false, code: 'HIDDEN_CHARACTER', message: expect.stringContaining(code) });
  });

  it('drops what copying brings along and changes nothing', () => {
    expect(parseTyped(' \uFEFFWarung\u200B Susu\u00AD\n')).toEqual({ ok: true, value: 'Warung Susu' });
  });
});
