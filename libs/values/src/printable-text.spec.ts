import { describe, expect, it } from '@jest/globals';
import { findUnprintable, parsePrintable, stripInvisible } from './printable-text.js';

describe('stripping what draws nothing', () => {
  it.each([
    ['a right-to-left override', 'Budi\u202eosotnaS', 'BudiosotnaS'],
    ['bidirectional isolates', '\u2066Budi\u2069', 'Budi'],
    ['zero-width space and joiners', 'Bu\u200bd\u200di', 'Budi'],
    ['a byte-order mark', '\ufeffBudi', 'Budi'],
    ['a soft hyphen', 'Bu\u00addi', 'Budi'],
    ['NUL and escape', 'B\u0000u\u001bdi', 'Budi'],
    ['a variation selector', 'Budi\ufe0f', 'Budi'],
    ['no-break and thin spaces become spaces', 'Budi\u00a0\u2009S', 'Budi  S'],
    ['tabs and line breaks become spaces', 'Jl.\tRaya\r\nDau', 'Jl. Raya Dau'],
    ['a combining accent joins its letter', 'Rene\u0301', 'René'],
  ])('%s', (_, raw, text) => expect(stripInvisible(raw)).toBe(text));

  it('keeps line breaks of a multi-line field', () => {
    expect(stripInvisible('satu\r\ndua\u2028tiga\u0000', { multiline: true })).toBe('satu\ndua\ntiga');
  });
});

describe('what the document fonts can draw', () => {
  it.each(['Budi Santoso, S.Pd.', "Nur'aini", 'Ñandú Œuvre Žižek Łódź', '“Toko – Jaya” — 50 % … Rp5.000 ½ × 3 m² €', 'baris satu\nbaris dua', ''])('draws %p', (text) => {
    expect(findUnprintable(text)).toBeNull();
  });

  it.each([
    ['an emoji', 'Toko 😀', '😀', 'U+1F600', 5],
    ['a heart', '❤', '❤', 'U+2764', 0],
    ['Arabic', 'محمد', 'م', 'U+0645', 0],
    ['Javanese script', 'ꦗꦮ', 'ꦗ', 'U+A997', 0],
    ['Chinese', 'Toko 福', '福', 'U+798F', 5],
    ['Cyrillic that looks Latin', 'Вudi', 'В', 'U+0412', 0],
    ['a combining mark without a composed letter', 'q\u0323', '\u0323', 'U+0323', 1],
    ['half of a surrogate pair', 'a\ud83d', '\ud83d', 'U+D83D', 1],
    ['a private-use character', '\ue000', '\ue000', 'U+E000', 0],
  ])('reports %s with its code point', (_, text, character, codePoint, index) => {
    expect(findUnprintable(text)).toEqual({ character, codePoint, index });
  });

  it('refuses in words a clerk can act on', () => {
    expect(parsePrintable(' Toko\u200b Jaya ')).toEqual({ ok: true, value: 'Toko Jaya' });
    expect(parsePrintable('Toko 😀')).toEqual({ ok: false, code: 'TEXT_NOT_PRINTABLE', message: 'Huruf “😀” (U+1F600) tidak dapat dicetak pada surat.' });
    expect(parsePrintable('\ud83d')).toMatchObject({ message: 'Huruf U+D83D tidak dapat dicetak pada surat.' });
  });
});
