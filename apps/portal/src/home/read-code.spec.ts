import { describe, expect, it } from '@jest/globals';
import { readCode } from './read-code.js';

const token = '7K2M9ZPXW4RT'.repeat(4);

describe('a pasted or typed code', () => {
  it.each([token, token.toLowerCase(), `  ${token} `, token.match(/.{4}/g)?.join('-'), `HTTPS://DESA.MALANGKAB.GO.ID/V/${token}`, `http://localhost:3001/v/${token.toLowerCase()}?x=1`])('is found in %p', (typed) => {
    expect(readCode(typed)).toEqual({ token });
  });

  it.each([
    ['', 'Tempel alamat'],
    [undefined, 'Tempel alamat'],
    [['a', 'b'], 'Tempel alamat'],
    ['ABC', 'ini baru 3'],
    [`${token}A`, 'ini sampai 49'],
    ['<script>', 'hanya berisi'],
  ])('explains what is wrong with %p', (typed, words) => {
    expect(readCode(typed)).toMatchObject({ error: expect.stringContaining(words) });
  });
});
